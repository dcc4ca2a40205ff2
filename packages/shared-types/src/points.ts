/** What pays a bill, as points are counted by it. */
export const POINTS_TENDERS = [
  'cash',
  'bank_card',
  'wechat',
  'paycode',
  'voucher',
  'stored_principal',
  'stored_bonus',
  'session',
] as const;
export type PointsTender = (typeof POINTS_TENDERS)[number];

export const POINTS_TENDER_WORDS: Readonly<Record<PointsTender, string>> = {
  cash: '现金',
  bank_card: '银行卡',
  wechat: '微信支付',
  paycode: '收款码',
  voucher: '团购券',
  stored_principal: '储值本金',
  stored_bonus: '储值赠金',
  session: '疗程次数',
};

export const REWARD_STATES = ['draft', 'on_offer', 'off_offer'] as const;
export type RewardState = (typeof REWARD_STATES)[number];

export const REWARD_STATE_WORDS: Readonly<Record<RewardState, string>> = {
  draft: '草稿',
  on_offer: '可兑换',
  off_offer: '已下架',
};

export const REDEMPTION_STATES = ['waiting', 'handed_over', 'cancelled'] as const;
export type RedemptionState = (typeof REDEMPTION_STATES)[number];

export const REDEMPTION_STATE_WORDS: Readonly<Record<RedemptionState, string>> = {
  waiting: '待领取',
  handed_over: '已领取',
  cancelled: '已取消',
};

export const ADJUSTMENT_STATES = ['requested', 'done', 'rejected'] as const;
export type AdjustmentState = (typeof ADJUSTMENT_STATES)[number];

export const ADJUSTMENT_STATE_WORDS: Readonly<Record<AdjustmentState, string>> = {
  requested: '待审批',
  done: '已生效',
  rejected: '已驳回',
};
