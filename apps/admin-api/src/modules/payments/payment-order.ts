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

export type RefundState =
  'requested' | 'rejected' | 'approved' | 'processing' | 'success' | 'abnormal' | 'closed';

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
  readonly version: number;
}
