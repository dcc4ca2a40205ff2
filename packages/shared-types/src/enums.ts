/** States of a visit, in the order of a good day; the API's transition table decides which may follow which. */
export const APPOINTMENT_STATES = [
  'held',
  'requested',
  'confirmed',
  'arrived',
  'in_service',
  'completed',
  'cancelled',
  'no_show',
  'expired',
] as const;
export type AppointmentState = (typeof APPOINTMENT_STATES)[number];

/** How a state reads to a client. */
export const APPOINTMENT_STATE_WORDS: Readonly<Record<AppointmentState, string>> = {
  held: '保留中',
  requested: '待确认',
  confirmed: '已确认',
  arrived: '已到店',
  in_service: '服务中',
  completed: '已完成',
  cancelled: '已取消',
  no_show: '未到店',
  expired: '已过期',
};

export const BOOKING_CHANNELS = ['mini_program', 'desk', 'phone', 'walk_in'] as const;
export type BookingChannel = (typeof BOOKING_CHANNELS)[number];

export const BOOKING_CHANNEL_WORDS: Readonly<Record<BookingChannel, string>> = {
  mini_program: '小程序',
  desk: '前台',
  phone: '电话',
  walk_in: '到店',
};

export const STAFF_ROLES = [
  'owner',
  'manager',
  'desk',
  'therapist',
  'consultant',
  'marketing',
  'finance',
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const STAFF_ROLE_WORDS: Readonly<Record<StaffRole, string>> = {
  owner: '老板',
  manager: '店长',
  desk: '前台',
  therapist: '美容师',
  consultant: '美容顾问',
  marketing: '营销',
  finance: '财务',
};
