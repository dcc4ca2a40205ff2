import type { FieldError, PointsTender } from '@yance/shared-types';
import type { LocalDate } from '../../../../platform/clock/index.js';
import { endOfMonth } from '../../rules/months.js';

/** How points come and what they are worth. */
export interface PointsRules {
  /** Nothing is earned while it is off; what clients have stays good. */
  readonly enabled: boolean;
  /** Points for 100 yuan of each tender; what is not named brings none. */
  readonly perHundredYuan: Partial<Record<PointsTender, number>>;
  readonly checkInPoints: number;
  /** More points on the day on which so many days in a row are reached; the longest row begins again after it. */
  readonly streaks: readonly { readonly days: number; readonly points: number }[];
  readonly reviewPoints: number;
  readonly referralPoints: number;
  /** Good until the end of the month so many months later; null: for good. */
  readonly expireMonths: number | null;
  /** What 100 points pay at the till, in fen; 0: they pay nothing there. */
  readonly fenPerHundred: number;
  /** The largest part of a bill that points may pay, in permille. */
  readonly mostOfBillPermille: number;
  /** What one person moves by hand on a day; more needs a second person. */
  readonly handLimit: number;
}

export const DEFAULT_POINTS_RULES: PointsRules = {
  enabled: true,
  perHundredYuan: {
    ...{ cash: 100, bank_card: 100, wechat: 100, paycode: 100, stored_principal: 100 },
  },
  checkInPoints: 1,
  streaks: [{ days: 7, points: 5 }],
  reviewPoints: 10,
  referralPoints: 50,
  expireMonths: 12,
  fenPerHundred: 100,
  mostOfBillPermille: 300,
  handLimit: 500,
};

const MOST_RATE = 10_000;
const MOST_POINTS = 100_000;

/** What is wrong with rules; empty when they hold. */
export function pointsRuleErrors(rules: PointsRules): FieldError[] {
  const errors: FieldError[] = [];
  const between = (field: string, value: number, least: number, most: number): void => {
    if (value < least || value > most)
      errors.push({ field, message: `应在 ${least} 到 ${most} 之间` });
  };
  for (const [tender, rate] of Object.entries(rules.perHundredYuan))
    between(`perHundredYuan.${tender}`, rate, 0, MOST_RATE);
  for (const name of ['checkInPoints', 'reviewPoints', 'referralPoints', 'handLimit'] as const)
    between(name, rules[name], 0, MOST_POINTS);
  between('fenPerHundred', rules.fenPerHundred, 0, 100_000);
  between('mostOfBillPermille', rules.mostOfBillPermille, 0, 1000);
  if (rules.expireMonths !== null) between('expireMonths', rules.expireMonths, 1, 120);
  rules.streaks.forEach(({ days, points }, place) => {
    between(`streaks.${place}.days`, days, 2, 365);
    between(`streaks.${place}.points`, points, 1, MOST_POINTS);
  });
  if (new Set(rules.streaks.map(({ days }) => days)).size < rules.streaks.length)
    errors.push({ field: 'streaks', message: '同样的天数只能填一次' });
  return errors;
}

/** Points that a bill brings: by tender, times the tier's multiplier, whole points only. Amounts in fen. */
export function billPoints(
  { enabled, perHundredYuan }: PointsRules,
  paid: Partial<Record<PointsTender, number>>,
  multiplierPercent: number,
): number {
  if (!enabled) return 0;
  const plain = Object.entries(paid).reduce(
    (sum, [tender, fen]) => sum + fen * (perHundredYuan[tender as PointsTender] ?? 0),
    0,
  );
  return Math.floor((plain * multiplierPercent) / 1_000_000);
}

/** The day in a row that a check-in is. @param before the last one; undefined for the first ever */
export function streakOn(
  { streaks }: PointsRules,
  before: { readonly isYesterday: boolean; readonly streak: number } | undefined,
): number {
  if (!before?.isYesterday) return 1;
  const longest = Math.max(0, ...streaks.map(({ days }) => days));
  return longest > 0 && before.streak >= longest ? 1 : before.streak + 1;
}

/** Points of a check-in that is the so-many-th day in a row. */
export function checkInPoints(
  { checkInPoints: each, streaks }: PointsRules,
  streak: number,
): number {
  return each + (streaks.find(({ days }) => days === streak)?.points ?? 0);
}

/** The last day of points that are earned on a day; undefined: they do not lapse. */
export function lastDayOf({ expireMonths }: PointsRules, on: LocalDate): LocalDate | undefined {
  return expireMonths === null ? undefined : endOfMonth(on, expireMonths);
}

/** What points pay, in fen, rounded down. */
export function worthOf({ fenPerHundred }: PointsRules, points: number): number {
  return Math.floor((points * fenPerHundred) / 100);
}

/** How many points a bill takes at most: as much as the house allows, and not more than they are worth. */
export function mostPointsFor(
  { fenPerHundred, mostOfBillPermille }: PointsRules,
  billFen: number,
): number {
  if (fenPerHundred === 0) return 0;
  const mostFen = Math.floor((billFen * mostOfBillPermille) / 1000);
  return Math.floor((mostFen * 100) / fenPerHundred);
}
