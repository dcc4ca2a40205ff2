import type { WordedVisit } from '../../appointments/index.js';
import type { TextMessage } from '../../../platform/sms/index.js';
import { localMoment, type AppointmentMessageKind } from './appointment-message.js';

/** News that she should hear even where nothing that is written reaches her: the desk calls. */
const WORTH_A_CALL: ReadonlySet<AppointmentMessageKind> = new Set([
  ...(['changed', 'staff_changed', 'cancelled', 'expired', 'day_before'] as const),
  // She chooses on the phone as well.
  ...(['offered', 'declined'] as const),
]);
export const isWorthACall = (kind: AppointmentMessageKind): boolean => WORTH_A_CALL.has(kind);

/** Short: the providers of text messages take no long values. */
const NEWS: Readonly<Record<Exclude<AppointmentMessageKind, 'day_before' | 'soon'>, string>> = {
  confirmed: '已确认',
  changed: '已改到这个时间',
  staff_changed: '服务人员有更换',
  cancelled: '已取消',
  expired: '未获确认，已取消',
  offered: '约不上，请另选时间',
  declined: '未能安排',
};

/** The news as a text message. It names no service: what is done to her is nobody's who looks over her shoulder. */
export function visitText(
  visit: Pick<WordedVisit, 'startsAt' | 'timeZone' | 'storeName'>,
  kind: AppointmentMessageKind,
  phone: string,
): TextMessage {
  const params = { time: localMoment(visit, 'M月d日HH:mm'), store: visit.storeName };
  return kind === 'day_before' || kind === 'soon'
    ? { phone, template: 'visit-reminder', params }
    : { phone, template: 'visit-news', params: { ...params, status: NEWS[kind] } };
}

/** Why a reminder of a visit is of no use any more; null while it is. */
export function overtaken(
  visit: Pick<WordedVisit, 'state' | 'startsAt'> | undefined,
  startsAt: Date,
): string | null {
  if (!visit || ['cancelled', 'no_show', 'expired'].includes(visit.state)) return '预约已取消';
  if (['arrived', 'in_service', 'completed'].includes(visit.state)) return '顾客已到店';
  if (visit.startsAt.getTime() !== startsAt.getTime()) return '预约已改期';
  return visit.state === 'confirmed' ? null : '预约还没有确认';
}
