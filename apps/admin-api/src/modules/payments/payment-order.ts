/** What an order pays for; each purpose has one handler. */
export const PAYMENT_PURPOSES = ['top_up', 'card', 'deposit', 'bill'] as const;
export type PaymentPurpose = (typeof PAYMENT_PURPOSES)[number];

/** `closed` may still become `paid`: WeChat's word that money came counts whenever it arrives. */
export type OrderState = 'pending' | 'paid' | 'closed';

/** Money that WeChat is asked to collect for one thing. */
export interface PaymentOrder {
  /** Our number at WeChat, `out_trade_no`: a ULID. */
  readonly orderNo: string;
  readonly purpose: PaymentPurpose;
  /** Id of the thing that is paid for, in the module that asked. */
  readonly subjectId: string;
  readonly storeId: string;
  readonly customerId: string;
  readonly openid: string;
  readonly appId: string;
  readonly merchantId: string;
  readonly amountFen: number;
  readonly currency: 'CNY';
  readonly description: string;
  readonly state: OrderState;
  readonly createdAt: Date;
  /** WeChat takes no payment after it. */
  readonly expiresAt: Date;
  readonly prepayId: string | null;
  readonly prepayUntil: Date | null;
  /** WeChat's number, once paid. */
  readonly transactionId: string | null;
  /** What the payer's account was charged; less than the amount where WeChat gave a coupon. */
  readonly payerFen: number | null;
  readonly paidAt: Date | null;
  readonly closedAt: Date | null;
  readonly nextQueryAt: Date | null;
  readonly lastAskedAt: Date | null;
  /** The last thing we heard about it: a trade state, WeChat's refusal, or why there was no answer. */
  readonly lastAnswer: string | null;
  /** Why somebody has to look at it. */
  readonly attention: string | null;
  /** Set aside for refunds that were asked for and not turned down. */
  readonly refundReservedFen: number;
  readonly refundedFen: number;
  /** Only where WeChat manages the mini-program's trade. */
  readonly shippingState: 'due' | 'done' | 'not_needed' | 'refused' | null;
  readonly shippingTries: number;
  readonly version: number;
}

/** An order as the module that sells asks for it. */
export interface NewPaymentOrder {
  readonly purpose: PaymentPurpose;
  readonly subjectId: string;
  readonly customerId: string;
  readonly openid: string;
  readonly storeId: string;
  readonly amountFen: number;
  /** What the payer sees in WeChat. */
  readonly description: string;
}

/** `by_hand` was taken out of sending: it waits to be paid another way, unless WeChat turns out to have it after all. */
export const PAYMENT_REFUND_STATES = [
  ...(['requested', 'rejected', 'approved', 'processing', 'success', 'abnormal'] as const),
  ...(['by_hand', 'closed'] as const),
] as const;
export type RefundState = (typeof PAYMENT_REFUND_STATES)[number];

/** Money on its way back to who paid. */
export interface PaymentRefund {
  /** Our number at WeChat, `out_refund_no`: a ULID, the same for every try. */
  readonly refundNo: string;
  readonly orderNo: string;
  readonly storeId: string;
  readonly amountFen: number;
  readonly reason: string;
  readonly state: RefundState;
  readonly requestedByKind: 'client' | 'staff' | 'system';
  readonly requestedById: string;
  readonly requestedByName: string;
  readonly requestedAt: Date;
  readonly decidedById: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
  readonly wechatRefundId: string | null;
  /** Where it went, in WeChat's words. */
  readonly receivedAccount: string | null;
  readonly settledAt: Date | null;
  readonly nextTryAt: Date | null;
  readonly tries: number;
  readonly lastAnswer: string | null;
  /** Who asked to pay it by hand, and why; kept after another agreed. */
  readonly byHandAskedId: string | null;
  readonly byHandAskedName: string | null;
  readonly byHandAskedAt: Date | null;
  readonly byHandReason: string | null;
  /** Who agreed to it: from then on it is never sent again. */
  readonly byHandId: string | null;
  readonly byHandName: string | null;
  readonly byHandAt: Date | null;
  /** When the money went another way; it is closed then. */
  readonly paidByHandAt: Date | null;
  readonly version: number;
}

/** Of a refund without a word on paying it by hand. */
export const NOT_BY_HAND = {
  ...{ byHandAskedId: null, byHandAskedName: null, byHandAskedAt: null, byHandReason: null },
  ...{ byHandId: null, byHandName: null, byHandAt: null, paidByHandAt: null },
} as const;

/** WeChat took a refund that was to be paid by hand, or paid one that had been. */
export type WarningKind = 'taken_late' | 'paid_twice';
/** The client gave one of the two back, the house bears it, or she did not get it twice. */
export const WARNING_OUTCOMES = ['returned', 'loss', 'not_twice'] as const;
export type WarningOutcome = (typeof WARNING_OUTCOMES)[number];

/** What somebody has to look into although the money has gone. */
export interface RefundWarning {
  readonly refundNo: string;
  readonly orderNo: string;
  readonly kind: WarningKind;
  readonly raisedAt: Date;
  readonly settledAt: Date | null;
  readonly settledByName: string | null;
  readonly outcome: WarningOutcome | null;
  readonly note: string | null;
}
