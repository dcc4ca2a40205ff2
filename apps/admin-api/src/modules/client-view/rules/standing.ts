import { addDays, daysBetween, type LocalDate } from '../../../platform/clock/index.js';
import type { StandingLimits } from './standing-limits.js';

export const CLIENT_STAGES = ['prospect', 'new', 'active', 'sleeping', 'lost'] as const;
export type ClientStage = (typeof CLIENT_STAGES)[number];

/** What a client did, as far as her standing goes by it. */
export interface ClientDays {
  /** Days on which she was served, each once, oldest first. */
  readonly visitDays: readonly LocalDate[];
  /** What she used and bought, in fen without bonus, by day, oldest first; below zero where it was taken back. */
  readonly spends: readonly { readonly on: LocalDate; readonly fen: number }[];
}

/** Where a client stands on a day. */
export interface Standing {
  readonly stage: ClientStage;
  readonly firstVisitOn: LocalDate | null;
  readonly lastVisitOn: LocalDate | null;
  readonly visits: number;
  /** Of the last 365 days. */
  readonly visitsYear: number;
  /** Of the last 365 days, in fen. */
  readonly spendYearFen: number;
  /** How many days lie between her visits, by her latest; null before the third. */
  readonly rhythmDays: number | null;
  /** When she would come again by her rhythm. */
  readonly expectedOn: LocalDate | null;
  /** 1 to 5 each, 5 the best: how lately, how often, how much. */
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  /** The next day on which time alone makes it another; null when it stays. */
  readonly dueOn: LocalDate | null;
}

const YEAR_DAYS = 365;
/** A rhythm is what lies between the latest so many visits, and there is none before the third. */
const RHYTHM_VISITS = 7;
const RHYTHM_FROM_VISITS = 3;

const reached = (value: number, steps: readonly number[]): number =>
  1 + steps.filter((step) => value >= step).length;

/** What of a standing the limits decide, and what they decide it by. */
export type Measured = Pick<
  Standing,
  'firstVisitOn' | 'lastVisitOn' | 'visits' | 'visitsYear' | 'spendYearFen'
>;
export type Judged = Pick<Standing, 'stage' | 'recency' | 'frequency' | 'monetary'>;

/** What limits say of what was measured on a day. */
export function judge(measured: Measured, limits: StandingLimits, today: LocalDate): Judged {
  const { firstVisitOn, lastVisitOn, visits, visitsYear, spendYearFen } = measured;
  const away = lastVisitOn === null ? null : daysBetween(lastVisitOn, today);
  const points = {
    recency: away === null ? 1 : 1 + limits.recencyDays.filter((limit) => away <= limit).length,
    frequency: reached(visitsYear, limits.frequencyVisits),
    monetary: reached(spendYearFen, limits.monetaryFen),
  };
  if (away === null || firstVisitOn === null) return { stage: 'prospect', ...points };
  if (away > limits.lostAfterDays) return { stage: 'lost', ...points };
  if (away > limits.sleepingAfterDays) return { stage: 'sleeping', ...points };
  const isNew =
    visits <= limits.newVisits && daysBetween(firstVisitOn, today) <= limits.newWithinDays;
  return { stage: isNew ? 'new' : 'active', ...points };
}

/** The first day after today on which a limit of days is passed; null when none is left. */
export function nextLimit(
  { firstVisitOn, lastVisitOn }: Pick<Measured, 'firstVisitOn' | 'lastVisitOn'>,
  limits: StandingLimits,
  today: LocalDate,
): LocalDate | null {
  const { recencyDays, sleepingAfterDays, lostAfterDays, newWithinDays } = limits;
  const away = [...recencyDays, sleepingAfterDays, lostAfterDays];
  return earliestAfter(today, [
    ...(lastVisitOn === null ? [] : away.map((limit) => addDays(lastVisitOn, limit + 1))),
    ...(firstVisitOn === null ? [] : [addDays(firstVisitOn, newWithinDays + 1)]),
  ]);
}

/** The earliest of some days that is still to come; null without one. */
export const earliestAfter = (
  today: LocalDate,
  days: readonly (LocalDate | null)[],
): LocalDate | null =>
  days.reduce<LocalDate | null>(
    (least, day) => (day === null || day <= today || (least && least < day) ? least : day),
    null,
  );

function rhythmOf(visitDays: readonly LocalDate[]): number | null {
  if (visitDays.length < RHYTHM_FROM_VISITS) return null;
  const latest = visitDays.slice(-RHYTHM_VISITS);
  const [from, to] = [latest[0], latest.at(-1)];
  if (from === undefined || to === undefined) return null;
  return Math.max(1, Math.round(daysBetween(from, to) / (latest.length - 1)));
}

/** Where a client stands on a day by what she did until then. */
export function standingOf(did: ClientDays, limits: StandingLimits, today: LocalDate): Standing {
  const visitDays = did.visitDays.filter((day) => day <= today);
  const [first = null, last = null] = [visitDays[0], visitDays.at(-1)];
  const since = addDays(today, -YEAR_DAYS);
  const visitsYear = visitDays.filter((day) => day > since).length;
  const spent = did.spends.filter(({ on }) => on > since && on <= today);
  const spendYearFen = Math.max(
    0,
    spent.reduce((sum, { fen }) => sum + fen, 0),
  );
  const rhythmDays = rhythmOf(visitDays);
  const measured = {
    ...{ firstVisitOn: first, lastVisitOn: last, visits: visitDays.length },
    ...{ visitsYear, spendYearFen },
  };
  // A year after each of them, less of it counts.
  const years = [...did.visitDays, ...did.spends.map(({ on }) => on)];
  return {
    ...{ ...measured, ...judge(measured, limits, today), rhythmDays },
    expectedOn: last !== null && rhythmDays !== null ? addDays(last, rhythmDays) : null,
    dueOn: earliestAfter(today, [
      nextLimit(measured, limits, today),
      ...years.map((day) => addDays(day, YEAR_DAYS)),
    ]),
  };
}
