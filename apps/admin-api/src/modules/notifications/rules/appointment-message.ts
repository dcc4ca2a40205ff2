import { DateTime } from 'luxon';
import type { VisitDetail } from '../../appointments/index.js';
import { localDate } from '../../../platform/clock/index.js';
import type { ReminderKind } from './reminders.js';

/** What happened to a visit and is worth a message. */
export type VisitNewsKind =
  | 'confirmed'
  | 'changed'
  | 'staff_changed'
  | 'cancelled'
  | 'expired'
  | 'offered'
  | 'declined';
/** What a message about a visit can tell: what happened to it, or that it is near. */
export type AppointmentMessageKind = VisitNewsKind | ReminderKind;

/** WeChat cuts nothing: a `thing` over 20 characters is refused (47003). */
const THING_LENGTH = 20;

/** A `phrase` has at most five characters. */
const STATUS: Readonly<Record<VisitNewsKind, string>> = {
  confirmed: '已确认',
  changed: '已改期',
  staff_changed: '更换人员',
  cancelled: '已取消',
  expired: '已过期',
  offered: '待您选择',
  declined: '未能安排',
};

/** Which template tells it: a request that nobody answered is called off like any other visit. */
export const TEMPLATE_OF: Readonly<
  Record<AppointmentMessageKind, 'confirmed' | 'changed' | 'cancelled' | 'reminder' | 'soon'>
> = {
  ...{ confirmed: 'confirmed', changed: 'changed', staff_changed: 'changed' },
  ...{ cancelled: 'cancelled', expired: 'cancelled', day_before: 'reminder', soon: 'soon' },
  // Another time, which is hers to choose.
  ...{ offered: 'changed', declined: 'cancelled' },
};

/** Fits a text into a `thing` field: one line, at most 20 characters. */
export function thing(text: string): string {
  const line = [...text.replace(/\s+/g, ' ').trim()];
  return line.length <= THING_LENGTH
    ? line.join('')
    : `${line.slice(0, THING_LENGTH - 1).join('')}…`;
}

type TimedVisit = Pick<VisitDetail, 'startsAt' | 'timeZone'>;

/** The start of a visit by the wall of its store. */
export const localMoment = ({ startsAt, timeZone }: TimedVisit, format: string): string =>
  DateTime.fromJSDate(startsAt, { zone: timeZone }).toFormat(format);

/** A reminder that the night held up comes on the day itself. */
function statusOf(visit: TimedVisit, kind: AppointmentMessageKind, now: Date): string {
  if (kind === 'soon') return '即将开始';
  if (kind !== 'day_before') return STATUS[kind];
  const isToday = localDate(now, visit.timeZone) === localDate(visit.startsAt, visit.timeZone);
  return isToday ? '今天到店' : '明天到店';
}

/** The fields of the appointment templates; all of them must be there and none empty (WeChat, 47003). */
export function appointmentMessage(
  visit: VisitDetail,
  kind: AppointmentMessageKind,
  now: Date,
): Readonly<Record<string, string>> {
  const staff = [...new Set(visit.items.map((item) => item.staffName))];
  return {
    thing1: thing(visit.items.map((item) => item.serviceName).join('、')),
    time2: localMoment(visit, 'yyyy年M月d日 HH:mm'),
    thing3: thing(visit.storeName),
    thing4: thing(staff.join('、')),
    phrase5: statusOf(visit, kind, now),
  };
}
