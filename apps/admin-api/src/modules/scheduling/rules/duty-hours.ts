import { createHash } from 'node:crypto';
import type { FieldError } from '@yance/shared-types';
import { SLOT_MINUTES } from './availability-types.js';

const DAY = 1_440;

/** A stretch of a day in minutes since local midnight; past 1440 it runs into the next day. */
export interface MinuteStretch {
  readonly startMinute: number;
  readonly endMinute: number;
}

/** From when to when somebody works on a day, and when she rests. */
export interface DutyHours extends MinuteStretch {
  readonly breaks: readonly MinuteStretch[];
}

const onGrid = ({ startMinute, endMinute }: MinuteStretch): boolean =>
  startMinute % SLOT_MINUTES === 0 && endMinute % SLOT_MINUTES === 0;

/** What does not hold of somebody's hours; `field` names them in what is answered. */
export function hoursErrors(hours: DutyHours, field: string): FieldError[] {
  const { startMinute, endMinute, breaks } = hours;
  const error = (member: string, message: string): FieldError[] => [
    { field: field === '' ? member : `${field}.${member}`, message },
  ];
  if (startMinute < 0 || startMinute >= DAY) return error('startMinute', '上班时间应在当天');
  if (endMinute <= startMinute || endMinute > startMinute + DAY)
    return error('endMinute', '下班要晚于上班，最长一天');
  if (![hours, ...breaks].every(onGrid)) return error('startMinute', '时间请以 5 分钟为单位');
  let free = startMinute;
  for (const rest of [...breaks].sort((a, b) => a.startMinute - b.startMinute)) {
    if (rest.endMinute <= rest.startMinute) return error('breaks', '休息的结束要晚于开始');
    if (rest.startMinute < free || rest.endMinute > endMinute)
      return error('breaks', '休息要在上班时间里，且互不重叠');
    free = rest.endMinute;
  }
  return [];
}

/** What of a shift somebody sees in a plan. */
export interface SeenShift {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly templateId: string | null;
  readonly breaks: readonly { readonly startsAt: Date; readonly endsAt: Date }[];
}

/**
 * A short mark of a person's day in a store, empty for a day off: who changes it sends the mark of what she saw, so
 * that a change by somebody else in between is noticed. The same hours have the same mark, whoever wrote them.
 */
export function markOf(shifts: readonly SeenShift[]): string {
  if (shifts.length === 0) return '';
  const lines = shifts.map(({ startsAt, endsAt, templateId, breaks }) =>
    [
      ...[startsAt.getTime(), endsAt.getTime(), templateId],
      ...breaks.flatMap((rest) => [rest.startsAt.getTime(), rest.endsAt.getTime()]).sort(),
    ].join(' '),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('base64url').slice(0, 12);
}
