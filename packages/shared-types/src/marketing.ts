/** What sets an automation off. */
export const AUTOMATION_KINDS = ['birthday'] as const;
export type AutomationKind = (typeof AUTOMATION_KINDS)[number];

export const AUTOMATION_STATES = ['draft', 'on', 'off'] as const;
export type AutomationState = (typeof AUTOMATION_STATES)[number];

export const AUTOMATION_STATE_WORDS: Readonly<Record<AutomationState, string>> = {
  draft: '草稿',
  on: '进行中',
  off: '已停止',
};

/** Where 29 February goes in a year that has none. */
export const LEAP_DAYS = ['feb28', 'mar1'] as const;
export type LeapDay = (typeof LEAP_DAYS)[number];

export const LEAP_DAY_WORDS: Readonly<Record<LeapDay, string>> = {
  feb28: '2月28日',
  mar1: '3月1日',
};

/** Why a client whose birthday it is gets nothing. */
export const LEFT_OUT = [
  'had_it',
  'opted_out',
  'minor',
  'other_store',
  'cap_reached',
  'budget_count',
  'budget_fen',
  'not_offered',
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

export const LEFT_OUT_WORDS: Readonly<Record<LeftOut, string>> = {
  had_it: '今年的生日券已经送过',
  opted_out: '顾客不想收到营销',
  minor: '未满 14 周岁，须监护人同意',
  other_store: '不是所选门店的顾客',
  cap_reached: '这种优惠券已达每人可领的张数',
  budget_count: '今年的张数已发完',
  budget_fen: '今年的金额已发完',
  not_offered: '优惠券模板已停发或已发完',
};
