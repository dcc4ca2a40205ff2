import { DateTime } from 'luxon';
import type { VisitDetail } from '../../appointments/index.js';

/** What a message about a visit can tell. */
export type AppointmentMessageKind = 'confirmed' | 'changed' | 'cancelled' | 'expired';

/** WeChat cuts nothing: a `thing` over 20 characters is refused (47003). */
const THING_LENGTH = 20;

const STATUS: Readonly<Record<AppointmentMessageKind, string>> = {
  confirmed: '已确认',
  changed: '已改期',
  cancelled: '已取消',
  expired: '已过期',
};

/** Which template tells it: a request that nobody answered is called off like any other visit. */
export const TEMPLATE_OF: Readonly<
  Record<AppointmentMessageKind, 'confirmed' | 'changed' | 'cancelled'>
> = {
  confirmed: 'confirmed',
  changed: 'changed',
  cancelled: 'cancelled',
  expired: 'cancelled',
};

/** Fits a text into a `thing` field: one line, at most 20 characters. */
export function thing(text: string): string {
  const line = [...text.replace(/\s+/g, ' ').trim()];
  return line.length <= THING_LENGTH
    ? line.join('')
    : `${line.slice(0, THING_LENGTH - 1).join('')}…`;
}

/** The fields of the three appointment templates; all of them must be there and none empty (WeChat, 47003). */
export function appointmentMessage(
  visit: VisitDetail,
  kind: AppointmentMessageKind,
): Readonly<Record<string, string>> {
  const local = DateTime.fromJSDate(visit.startsAt, { zone: visit.timeZone });
  const staff = [...new Set(visit.items.map((item) => item.staffName))];
  return {
    thing1: thing(visit.items.map((item) => item.serviceName).join('、')),
    time2: local.toFormat('yyyy年M月d日 HH:mm'),
    thing3: thing(visit.storeName),
    thing4: thing(staff.join('、')),
    phrase5: STATUS[kind],
  };
}
