/** What is counted: fen, sessions, points, coupons. Amounts of different assets never meet in one posting. */
export type Asset = 'CNY' | 'SES' | 'PTS' | 'CPN';

export type OwnerKind = 'customer' | 'package' | 'card' | 'staff' | 'house';

/** Which of a lot's amounts an account's movements change. */
export type LotPart = 'principal' | 'bonus' | 'units';

export interface AccountRule {
  readonly owner: OwnerKind;
  readonly asset: Asset;
  /** The side on which the account grows. */
  readonly side: 'debit' | 'credit';
  /** As staff read it. */
  readonly name: string;
  /** Set where every movement names its lot, so that what is left of the lots is the balance. */
  readonly lotPart?: LotPart;
}

const define = <T extends Record<string, AccountRule>>(chart: T): T => chart;

/** Every account there can be (ledger.md, postings). House accounts are one per store and keep no balance. */
export const CHART = define({
  SV_PRINCIPAL: {
    owner: 'customer',
    asset: 'CNY',
    side: 'credit',
    name: '储值本金',
    lotPart: 'principal',
  },
  SV_BONUS: { owner: 'customer', asset: 'CNY', side: 'credit', name: '储值赠金', lotPart: 'bonus' },
  PTS: { owner: 'customer', asset: 'PTS', side: 'credit', name: '积分', lotPart: 'units' },
  CPN: { owner: 'customer', asset: 'CPN', side: 'credit', name: '优惠券', lotPart: 'units' },
  DEPOSIT: { owner: 'customer', asset: 'CNY', side: 'credit', name: '预约订金' },
  CUST_RECEIVABLE: { owner: 'customer', asset: 'CNY', side: 'debit', name: '顾客欠款' },

  PKG_DEFERRED: {
    owner: 'package',
    asset: 'CNY',
    side: 'credit',
    name: '疗程卡未耗金额',
    lotPart: 'principal',
  },
  SES_AVAIL: { owner: 'package', asset: 'SES', side: 'credit', name: '可用次数', lotPart: 'units' },
  SES_RESERVED: {
    owner: 'package',
    asset: 'SES',
    side: 'credit',
    name: '已预留次数',
    lotPart: 'units',
  },
  TIME_DEFERRED: {
    owner: 'card',
    asset: 'CNY',
    side: 'credit',
    name: '时间卡未耗金额',
    lotPart: 'principal',
  },
  GIFT_LIABILITY: { owner: 'card', asset: 'CNY', side: 'credit', name: '礼品卡未兑金额' },
  COMM_PAYABLE: { owner: 'staff', asset: 'CNY', side: 'credit', name: '应付提成' },

  WX_CLEARING: { owner: 'house', asset: 'CNY', side: 'debit', name: '微信支付待结算' },
  CASH_CLEARING: { owner: 'house', asset: 'CNY', side: 'debit', name: '现金' },
  CARD_CLEARING: { owner: 'house', asset: 'CNY', side: 'debit', name: '银行卡待结算' },
  PAYCODE_CLEARING: { owner: 'house', asset: 'CNY', side: 'debit', name: '收款码待结算' },
  VOUCHER_CLEARING: { owner: 'house', asset: 'CNY', side: 'debit', name: '团购券待结算' },
  BANK: { owner: 'house', asset: 'CNY', side: 'debit', name: '银行存款' },
  BONUS_FUNDING: { owner: 'house', asset: 'CNY', side: 'debit', name: '赠金来源' },
  REV_SERVICE: { owner: 'house', asset: 'CNY', side: 'credit', name: '项目收入' },
  REV_PRODUCT: { owner: 'house', asset: 'CNY', side: 'credit', name: '产品收入' },
  REV_BONUS_RECOVERY: { owner: 'house', asset: 'CNY', side: 'credit', name: '赠金追回' },
  REV_FORFEIT: { owner: 'house', asset: 'CNY', side: 'credit', name: '订金没收收入' },
  REFUND_PAYABLE: { owner: 'house', asset: 'CNY', side: 'credit', name: '待退款' },
  SES_ISSUED: { owner: 'house', asset: 'SES', side: 'debit', name: '售出次数' },
  SES_USED: { owner: 'house', asset: 'SES', side: 'credit', name: '已用次数' },
  SES_CANCELLED: { owner: 'house', asset: 'SES', side: 'credit', name: '退掉次数' },
  SES_EXPIRED: { owner: 'house', asset: 'SES', side: 'credit', name: '到期赠送次数' },
  PTS_ISSUED: { owner: 'house', asset: 'PTS', side: 'debit', name: '发放积分' },
  PTS_USED: { owner: 'house', asset: 'PTS', side: 'credit', name: '已用积分' },
  PTS_EXPIRED: { owner: 'house', asset: 'PTS', side: 'credit', name: '过期积分' },
  CPN_ISSUED: { owner: 'house', asset: 'CPN', side: 'debit', name: '发放优惠券' },
  CPN_USED: { owner: 'house', asset: 'CPN', side: 'credit', name: '已用优惠券' },
  CPN_EXPIRED: { owner: 'house', asset: 'CPN', side: 'credit', name: '过期优惠券' },
  EXP_WX_FEE: { owner: 'house', asset: 'CNY', side: 'debit', name: '微信支付手续费' },
  EXP_COMMISSION: { owner: 'house', asset: 'CNY', side: 'debit', name: '提成支出' },
  INTERSTORE: { owner: 'house', asset: 'CNY', side: 'debit', name: '门店往来' },
  OPENING_BALANCE: { owner: 'house', asset: 'CNY', side: 'debit', name: '期初余额' },
});

export type AccountCode = keyof typeof CHART;

export const ACCOUNT_CODES = Object.keys(CHART) as AccountCode[];

export function isAccountCode(text: string): text is AccountCode {
  return Object.hasOwn(CHART, text);
}

/** The rule of an account. */
export function ruleOf(code: AccountCode): AccountRule {
  return CHART[code];
}
