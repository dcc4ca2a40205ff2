/** An order as finance sees it. */
export class PaymentOrderDto {
  orderNo: string;
  purpose: 'top_up' | 'card' | 'deposit' | 'bill';
  /** Id of the thing that is paid for. */
  subjectId: string;
  storeId: string;
  customerId: string;
  description: string;
  amountFen: number;
  state: 'pending' | 'paid' | 'closed' | 'part_refunded' | 'refunded';
  /** WeChat's number, once paid. */
  transactionId: string | null;
  /** What the payer's account was charged, in fen. */
  payerFen: number | null;
  refundedFen: number;
  /** What can still be sent back. */
  refundableFen: number;
  /** RFC 3339 in the store's offset. */
  createdAt: string;
  /** RFC 3339 in the store's offset. */
  expiresAt: string;
  /** RFC 3339 in the store's offset. */
  paidAt: string | null;
  /** RFC 3339 in the store's offset. */
  closedAt: string | null;
  /** When WeChat was asked last; RFC 3339 in the store's offset. */
  lastAskedAt: string | null;
  /** When it will be asked next; RFC 3339 in the store's offset. */
  nextQueryAt: string | null;
  /** The last thing we heard, in WeChat's words. */
  lastAnswer: string | null;
  /** What somebody should look at, a Chinese sentence; null when all is well. */
  attention: string | null;
  /** Whether WeChat wants to know that the service was given, and whether it was told. */
  shippingState: 'due' | 'done' | 'not_needed' | 'refused' | null;
}

export class PaymentOrderListDto {
  items: PaymentOrderDto[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  nextCursor?: string;
}

/** What WeChat told us about an order. */
export class PaymentNotificationDto {
  id: string;
  eventType: string;
  state: 'received' | 'applied' | 'ignored' | 'refused';
  /** Why it had no effect, a Chinese sentence. */
  reason: string | null;
  /** The key it was signed with. */
  keySerial: string;
  /** RFC 3339 in the store's offset. */
  receivedAt: string;
  orderNo: string | null;
  refundNo: string | null;
  /** What it said: amounts, numbers and states. */
  facts: Record<string, unknown>;
}

/** A change of an order with who, when and how we came to know. */
export class PaymentChangeDto {
  seq: number;
  /** created, paid, closed, refund_requested, refund_approved … */
  what: string;
  from: 'pending' | 'paid' | 'closed' | null;
  to: 'pending' | 'paid' | 'closed';
  byKind: 'client' | 'staff' | 'system' | 'notification' | 'query';
  byName: string;
  /** RFC 3339 in the store's offset. */
  at: string;
  detail: Record<string, unknown> | null;
}

/** What somebody has to look into: a refund that may have gone out twice. */
export class RefundWarningDto {
  kind: 'taken_late' | 'paid_twice';
  /** What to do, a Chinese sentence. */
  text: string;
  /** RFC 3339 in the store's offset. */
  raisedAt: string;
  /** RFC 3339 in the store's offset; null while somebody has to look. */
  settledAt: string | null;
  settledByName: string | null;
  /** One of the two came back, the house bears it, or it did not go out twice. */
  outcome: 'returned' | 'loss' | 'not_twice' | null;
  note: string | null;
}

/** That a refund which WeChat refuses is paid by hand instead: who asked and why, who agreed. */
export class RefundByHandDto {
  askedByName: string;
  /** RFC 3339 in the store's offset. */
  askedAt: string;
  reason: string;
  agreedByName: string | null;
  /** RFC 3339 in the store's offset. */
  agreedAt: string | null;
}

/** Money on its way back, as finance sees it. */
export class PaymentRefundDto {
  refundNo: string;
  orderNo: string;
  storeId: string;
  amountFen: number;
  reason: string;
  state:
    | 'requested'
    | 'rejected'
    | 'approved'
    | 'processing'
    | 'success'
    | 'abnormal'
    | 'by_hand'
    | 'closed';
  requestedByKind: 'client' | 'staff' | 'system';
  requestedByName: string;
  /** RFC 3339 in the store's offset. */
  requestedAt: string;
  decidedByName: string | null;
  /** RFC 3339 in the store's offset. */
  decidedAt: string | null;
  decisionNote: string | null;
  /** WeChat's number, once sent. */
  wechatRefundId: string | null;
  /** Where it went, in WeChat's words. */
  receivedAccount: string | null;
  /** RFC 3339 in the store's offset. */
  settledAt: string | null;
  tries: number;
  lastAnswer: string | null;
  /** When WeChat is sent it, or asked about it, next; RFC 3339 in the store's offset. */
  nextTryAt: string | null;
  byHand: RefundByHandDto | null;
  warnings: RefundWarningDto[];
  /** What to do now, a Chinese sentence; null when nothing is to be done. */
  advice: string | null;
  /** The caller may agree to it: somebody else asked for it, and nobody decided yet. */
  decidable: boolean;
  /** The caller asked for it, and may take it back. */
  withdrawable: boolean;
  /** WeChat refuses it: the caller may ask to pay it by hand. */
  byHandAskable: boolean;
  /** Somebody else asked to pay it by hand: the caller may agree. */
  byHandDecidable: boolean;
  /** The caller may turn that down, or take her own word back. */
  byHandRejectable: boolean;
}

export class PaymentRefundListDto {
  items: PaymentRefundDto[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  nextCursor?: string;
}

/** An order with everything that happened to it. */
export class PaymentOrderDetailDto extends PaymentOrderDto {
  notifications: PaymentNotificationDto[];
  changes: PaymentChangeDto[];
  refunds: PaymentRefundDto[];
}

export class PaymentNotificationListDto {
  items: PaymentNotificationDto[];
}
