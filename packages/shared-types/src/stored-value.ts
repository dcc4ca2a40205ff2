/** How a deduction is shared between what was paid and what was given on top. */
export const SPEND_ORDERS = ['principal_first', 'bonus_first', 'proportional'] as const;
export type SpendOrder = (typeof SPEND_ORDERS)[number];

export const SPEND_ORDER_WORDS: Readonly<Record<SpendOrder, string>> = {
  principal_first: '先用本金',
  bonus_first: '先用赠金',
  proportional: '按比例使用',
};

export const PLAN_STATES = ['draft', 'on_sale', 'off_sale'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const PLAN_STATE_WORDS: Readonly<Record<PlanState, string>> = {
  draft: '草稿',
  on_sale: '在售',
  off_sale: '已停售',
};

/** What of a card is given back when the client ends it for reasons of her own; the law gives the least of them. */
export const OWN_REASON_BASES = ['list_price', 'ratio', 'principal'] as const;
export type OwnReasonBasis = (typeof OWN_REASON_BASES)[number];

export const OWN_REASON_BASIS_WORDS: Readonly<Record<OwnReasonBasis, string>> = {
  list_price: '已用部分按原价折算',
  ratio: '已用部分按实付与赠送的比例折算',
  principal: '已用部分先算赠金，其余退还',
};

/** Why stored value is given back; the law knows three bases (法释〔2025〕4号, 14, 18, 19). */
export const REFUND_CAUSES = ['cooling_off', 'operator', 'own_reason'] as const;
export type RefundCause = (typeof REFUND_CAUSES)[number];

export const REFUND_CAUSE_WORDS: Readonly<Record<RefundCause, string>> = {
  cooling_off: '无理由退款',
  operator: '门店原因',
  own_reason: '个人原因',
};

export const TOP_UP_STATES = ['pending', 'paid', 'closed', 'reversed'] as const;
export type TopUpState = (typeof TOP_UP_STATES)[number];

export const TOP_UP_STATE_WORDS: Readonly<Record<TopUpState, string>> = {
  pending: '待支付',
  paid: '已到账',
  closed: '已关闭',
  reversed: '已冲正',
};

export const TOP_UP_TENDERS = [
  'wechat',
  'cash',
  'bank_card',
  'paycode',
  'mixed',
  'opening',
] as const;
export type TopUpTender = (typeof TOP_UP_TENDERS)[number];

export const TOP_UP_TENDER_WORDS: Readonly<Record<TopUpTender, string>> = {
  wechat: '微信支付',
  cash: '现金',
  bank_card: '银行卡',
  paycode: '收款码',
  mixed: '多种方式',
  opening: '期初导入',
};

export const REFUND_STATES = ['requested', 'approved', 'paid', 'rejected', 'withdrawn'] as const;
export type RefundState = (typeof REFUND_STATES)[number];

export const REFUND_STATE_WORDS: Readonly<Record<RefundState, string>> = {
  requested: '待审批',
  approved: '退款中',
  paid: '已退款',
  rejected: '未通过',
  withdrawn: '已撤回',
};

/** How the money goes back; `none` is a lot of which nothing is paid back. */
export const REFUND_WAYS = ['wechat', 'bank_transfer', 'cash', 'none'] as const;
export type RefundWay = (typeof REFUND_WAYS)[number];

export const REFUND_WAY_WORDS: Readonly<Record<RefundWay, string>> = {
  wechat: '微信原路退回',
  bank_transfer: '银行转账',
  cash: '现金',
  none: '无需付款',
};

export const REFUND_ITEM_STATES = [
  'held',
  'to_pay',
  'sent',
  'failed',
  'settled',
  'released',
] as const;
export type RefundItemState = (typeof REFUND_ITEM_STATES)[number];

export const REFUND_ITEM_STATE_WORDS: Readonly<Record<RefundItemState, string>> = {
  held: '待审批',
  to_pay: '待付款',
  sent: '微信退款中',
  failed: '微信退款失败',
  settled: '已退回',
  released: '已释放',
};

/** State of an order as its client sees it. */
export const ORDER_STATES = ['pending', 'paid', 'closed', 'part_refunded', 'refunded'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_STATE_WORDS: Readonly<Record<OrderState, string>> = {
  pending: '待支付',
  paid: '已支付',
  closed: '已关闭',
  part_refunded: '部分退款',
  refunded: '已退款',
};

/** What a line of a statement is about. */
export const STATEMENT_KINDS = [
  'top_up',
  'top_up_reversal',
  'spend',
  'spend_reversal',
  'transfer_in',
  'transfer_out',
  'joined',
  'refund',
  'opening',
  'package',
  'package_reversal',
  'package_convert',
  'package_freeze',
  'package_unfreeze',
  'package_extend',
  'package_out',
  'package_in',
  'session_reserve',
  'session_release',
  'session_use',
  'session_reversal',
  'session_lapse',
  'time_card_days',
  'points',
  'other',
] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

export const STATEMENT_KIND_WORDS: Readonly<Record<StatementKind, string>> = {
  top_up: '充值',
  top_up_reversal: '充值冲正',
  spend: '消费',
  spend_reversal: '消费冲正',
  transfer_in: '转入',
  transfer_out: '转出',
  joined: '档案合并',
  refund: '退款',
  opening: '期初余额',
  package: '购卡',
  package_reversal: '购卡冲正',
  package_convert: '换购',
  package_freeze: '卡冻结',
  package_unfreeze: '卡解冻',
  package_extend: '卡延期',
  package_out: '卡转出',
  package_in: '卡转入',
  session_reserve: '预约占用',
  session_release: '退回占用',
  session_use: '耗卡',
  session_reversal: '耗卡冲正',
  session_lapse: '赠送到期',
  time_card_days: '按天使用',
  points: '积分',
  other: '其他',
};
