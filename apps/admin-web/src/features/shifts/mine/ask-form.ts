import type { Dayjs } from 'dayjs';
import type { HoursDraft, LeaveDraft } from '../../../shared/api/contract';

/** A leave as its form has it: days, or hours of one. */
export interface LeaveFields {
  readonly leaveKind: LeaveDraft['leaveKind'];
  readonly byHours: boolean;
  readonly days: readonly [Dayjs, Dayjs];
  readonly day: Dayjs;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly words: string;
}

export interface HoursFields {
  readonly day: Dayjs;
  /** Id of a template, or the word for a day off. */
  readonly template: string;
  readonly words: string;
}

const dateOf = (day: Dayjs): string => day.format('YYYY-MM-DD');

export function leaveBody(storeId: string, fields: LeaveFields): LeaveDraft {
  const { leaveKind, byHours, days, day, startMinute, endMinute, words } = fields;
  const said = { storeId, leaveKind, words: words.trim() };
  if (byHours) return { ...said, from: dateOf(day), to: dateOf(day), startMinute, endMinute };
  const [from, to] = days;
  return { ...said, from: dateOf(from), to: dateOf(to), startMinute: null, endMinute: null };
}

export function hoursBody(storeId: string, fields: HoursFields, off: string): HoursDraft {
  const { day, template, words } = fields;
  return {
    ...{ storeId, date: dateOf(day), words: words.trim() },
    templateId: template === off ? null : template,
  };
}
