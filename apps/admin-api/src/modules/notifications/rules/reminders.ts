import { addDays, instantOf, localDate } from '../../../platform/clock/index.js';
import { tellableFrom } from './quiet-hours.js';

/** When a store reminds of visits, and by which ways clients are told where WeChat does not reach them. */
export interface ReminderRules {
  /** The day before, at this hour by the store's wall. */
  readonly dayBefore: boolean;
  readonly dayBeforeHour: number;
  /** Once more so many minutes before the start. */
  readonly soon: boolean;
  readonly soonMinutes: number;
  /** Reminders go out between these hours only. */
  readonly tellFromHour: number;
  readonly tellUntilHour: number;
  readonly bySms: boolean;
  readonly byCall: boolean;
}

/** As the house comes, until the store decides. */
export const DEFAULT_REMINDERS: ReminderRules = {
  ...{ dayBefore: true, dayBeforeHour: 18, soon: true, soonMinutes: 60 },
  ...{ tellFromHour: 9, tellUntilHour: 21, bySms: true, byCall: true },
};

export const REMINDER_KINDS = ['day_before', 'soon'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** What a reminder goes by. */
export interface RemindedVisit {
  readonly startsAt: Date;
  /** When it last got its time, or its yes: she was told of it then. */
  readonly settledAt: Date;
  readonly timeZone: string;
}

/** What is to be done about a reminder at a moment. `none`: nothing now, and nothing that anybody has to know. */
export type ReminderFate = 'none' | 'tell' | { readonly withheld: string };

const MINUTE = 60_000;
const HOUR = 60;
/** Later than so many minutes before the start she is on her way, or too late. */
const LAST_CALL = 15;
/** A word about the day is worth nothing this close to the reminder of the hour. */
const LEAST_BEFORE_SOON = 60;

/** When it would go out if nobody slept. */
function wantedAt(kind: ReminderKind, visit: RemindedVisit, rules: ReminderRules): Date {
  if (kind === 'soon') return new Date(visit.startsAt.getTime() - rules.soonMinutes * MINUTE);
  const dayBefore = addDays(localDate(visit.startsAt, visit.timeZone), -1);
  return instantOf(dayBefore, rules.dayBeforeHour * HOUR, visit.timeZone);
}

/** The last moment at which it is of use. */
function usefulUntil(kind: ReminderKind, visit: RemindedVisit, rules: ReminderRules): Date {
  const lead = kind === 'soon' ? LAST_CALL : rules.soonMinutes + LEAST_BEFORE_SOON;
  return new Date(visit.startsAt.getTime() - lead * MINUTE);
}

/**
 * What is to be done about a reminder now. One whose hour is in the quiet ones waits for the morning, where that is of
 * use, and is withheld otherwise; so is one that nobody came round to in time. A visit that was settled after the hour
 * of a reminder needs none: she has just been told.
 */
export function reminderFate(
  kind: ReminderKind,
  visit: RemindedVisit,
  rules: ReminderRules,
  now: Date,
): ReminderFate {
  if (!(kind === 'soon' ? rules.soon : rules.dayBefore) || now >= visit.startsAt) return 'none';
  const wanted = wantedAt(kind, visit, rules);
  if (now < wanted || wanted <= visit.settledAt) return 'none';
  const hours = { from: rules.tellFromHour, until: rules.tellUntilHour };
  const last = usefulUntil(kind, visit, rules);
  if (tellableFrom(wanted, hours, visit.timeZone) > last)
    return { withheld: '提醒的时间在免打扰时段' };
  if (now > last) return { withheld: '已经错过提醒的时间' };
  const free = tellableFrom(now, hours, visit.timeZone);
  if (free > last) return { withheld: '提醒的时间在免打扰时段' };
  return free > now ? 'none' : 'tell';
}

/** What does not go together, with the field that it is about; undefined where all does. */
export function faultOfReminders(
  rules: ReminderRules,
): { readonly field: keyof ReminderRules; readonly words: string } | undefined {
  const { tellFromHour, tellUntilHour, dayBeforeHour } = rules;
  if (tellFromHour >= tellUntilHour)
    return { field: 'tellUntilHour', words: '结束时间要晚于开始时间' };
  if (dayBeforeHour < tellFromHour || dayBeforeHour >= tellUntilHour)
    return { field: 'dayBeforeHour', words: '前一天提醒的时间要在可以通知的时段里' };
  return undefined;
}
