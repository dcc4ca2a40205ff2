import type { AppointmentState } from '@yance/shared-types';
import type { ClientStanding, StaffAppointment } from '../api/contract';

/** The words of the desk for what the API names by code. An unknown code falls back to a neutral word, never to English. */
const POSITIONS: Readonly<Record<string, string>> = {
  therapist: '美容师',
  stylist: '发型师',
  colourist: '技师',
  assistant: '助理',
  consultant: '美容顾问',
  front_desk: '前台',
  manager: '店长',
  marketing: '营销',
  finance: '财务',
  owner: '老板',
};
const GRADES: Readonly<Record<string, string>> = {
  junior: '初级',
  senior: '高级',
  expert: '资深',
  director: '总监',
};
const GENDERS: Readonly<Record<string, string>> = { female: '女', male: '男', unknown: '未填' };
const SOURCES: Readonly<Record<string, string>> = {
  mini_program: '小程序',
  walk_in: '自行到店',
  phone: '电话咨询',
  referral: '朋友介绍',
  dianping: '大众点评',
  douyin: '抖音',
  xiaohongshu: '小红书',
  import: '旧资料导入',
  other: '其他',
};
export const STAGE_WORDS: Readonly<Record<ClientStanding['stage'], string>> = {
  prospect: '潜在',
  new: '新客',
  active: '活跃',
  sleeping: '沉睡',
  lost: '流失',
};
const BLOCKS: Readonly<Record<string, string>> = {
  break: '休息',
  leave: '请假',
  block: '占用',
  offer: '保留给',
};
/** Why the salon cannot take a visit. */
export const DECLINE_WORDS: Readonly<
  Record<NonNullable<StaffAppointment['declineReason']>, string>
> = {
  full: '这个时间已约满',
  staff_away: '美容师不在',
  not_suitable: '项目不适合',
  talk_first: '需要先沟通',
  other: '其他原因',
};
const ROOMS: Readonly<Record<string, string>> = {
  room: '房间',
  bed: '床位',
  device: '仪器',
};
const MESSAGES: Readonly<Record<string, string>> = {
  confirmed: '预约成功提醒',
  changed: '预约变更提醒',
  cancelled: '预约取消提醒',
  expired: '预约过期提醒',
  staff_changed: '更换人员提醒',
  day_before: '前一天提醒',
  soon: '到店前提醒',
  offered: '请顾客选时间',
  declined: '预约未能安排',
};
const MESSAGE_CHANNELS: Readonly<Record<string, string>> = {
  ...{ subscribe: '微信', none: '微信' },
  sms: '短信',
  call: '电话',
};
const MESSAGE_STATES: Readonly<Record<string, string>> = {
  sending: '发送中',
  sent: '已送达',
  not_allowed: '没有发送',
  failed: '未送达',
  unknown: '结果不明',
  withheld: '不再通知',
  to_call: '待拨打',
  called: '已打通',
};
const BY_KINDS: Readonly<Record<string, string>> = {
  client: '顾客',
  staff: '员工',
  system: '系统',
};

const TRANSITIONS: Readonly<Record<string, string>> = {
  book: '预约',
  confirm: '确认',
  arrive: '登记到店',
  start: '开始服务',
  complete: '完成服务',
  cancel: '取消',
  no_show: '标记未到店',
  move: '改时间',
  expire: '过期',
  offer: '请顾客选时间',
  accept: '选定时间',
  decline: '没有接',
  escalate: '提醒店长',
};

const word = (
  table: Readonly<Record<string, string>>,
  code: string | null | undefined,
  otherwise: string,
) => (code ? table[code] : undefined) ?? otherwise;

export const positionWord = (code: string | null | undefined) => word(POSITIONS, code, '员工');
export const gradeWord = (code: string | null | undefined) => word(GRADES, code, '');
export const genderWord = (code: string | null | undefined) => word(GENDERS, code, '未填');
/** The sources a desk may choose from, in the list's order. */
export const CLIENT_SOURCES = Object.keys(SOURCES);
export const sourceWord = (code: string | null | undefined) => word(SOURCES, code, '其他');
export const blockWord = (code: string) => word(BLOCKS, code, '占用');
export const roomKindWord = (code: string | null | undefined) => word(ROOMS, code, '房间');
/** Messages of one family, such as all that tell of the balance, go out under one name. */
const MESSAGE_FAMILIES: readonly (readonly [string, string])[] = [
  ['balance_', '余额变动提醒'],
  ['session_', '次卡核销提醒'],
  ['coupon', '卡券到期提醒'],
];
export const messageWord = (code: string) =>
  MESSAGE_FAMILIES.find(([first]) => code.startsWith(first))?.[1] ?? word(MESSAGES, code, '通知');
export const messageChannelWord = (code: string) => word(MESSAGE_CHANNELS, code, '');
const messageStateWord = (code: string) => word(MESSAGE_STATES, code, '处理中');

/** The desk does not send calls. */
const OF_CALLS: Readonly<Record<string, string>> = {
  ...{ not_allowed: '没有拨打', withheld: '不再拨打' },
};
/** What became of a message, in a word. */
export const fateWord = ({ channel, state }: { channel: string; state: string }): string =>
  (channel === 'call' ? OF_CALLS[state] : undefined) ?? messageStateWord(state);

export const actorWord = (code: string) => word(BY_KINDS, code, '系统');
export const transitionWord = (code: string) => word(TRANSITIONS, code, '变更');

/** The states that still hold a therapist's time. */
export const isOpenState = (state: AppointmentState): boolean =>
  ['held', 'requested', 'confirmed', 'arrived', 'in_service'].includes(state);
