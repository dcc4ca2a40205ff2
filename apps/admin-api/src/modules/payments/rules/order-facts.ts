import type { RefundFacts, TransactionFacts } from '../../../platform/wechat/index.js';
import type { PaymentOrder, PaymentRefund } from '../payment-order.js';

/** What WeChat said that does not agree with our order. */
export type Mismatch =
  | 'order_no'
  | 'appid'
  | 'mchid'
  | 'amount'
  | 'currency'
  | 'transaction'
  | 'trade_state'
  | 'refund_no'
  | 'refund_amount'
  | 'contradiction';

type Agreed = Pick<
  PaymentOrder,
  'orderNo' | 'appId' | 'merchantId' | 'amountFen' | 'currency' | 'transactionId'
>;

/** Paid: with a refund on its way WeChat says REFUND and still means that the money came. */
export const isPaid = ({ tradeState }: TransactionFacts): boolean =>
  tradeState === 'SUCCESS' || tradeState === 'REFUND';

/**
 * The first thing in which a paid transaction does not agree with the order. The amount is what we asked for: with a
 * coupon of WeChat's own the payer pays less and we still get it all.
 */
export function paymentMismatch(order: Agreed, facts: TransactionFacts): Mismatch | undefined {
  if (facts.orderNo !== order.orderNo) return 'order_no';
  if (facts.appId !== order.appId) return 'appid';
  if (facts.merchantId !== order.merchantId) return 'mchid';
  if (!isPaid(facts)) return 'trade_state';
  if (facts.totalFen !== order.amountFen) return 'amount';
  if (facts.currency !== order.currency) return 'currency';
  if (facts.transactionId === null) return 'transaction';
  const other = order.transactionId !== null && order.transactionId !== facts.transactionId;
  return other ? 'transaction' : undefined;
}

/** As `paymentMismatch`, for a refund of that order. */
export function refundMismatch(
  order: Agreed,
  refund: Pick<PaymentRefund, 'refundNo' | 'orderNo' | 'amountFen' | 'state' | 'wechatRefundId'>,
  facts: RefundFacts,
): Mismatch | undefined {
  if (facts.refundNo !== refund.refundNo) return 'refund_no';
  if (facts.orderNo !== order.orderNo || refund.orderNo !== order.orderNo) return 'order_no';
  if (facts.merchantId !== null && facts.merchantId !== order.merchantId) return 'mchid';
  if (facts.transactionId !== order.transactionId) return 'transaction';
  if (facts.totalFen !== order.amountFen) return 'amount';
  if (facts.currency !== null && facts.currency !== order.currency) return 'currency';
  if (facts.refundFen !== refund.amountFen) return 'refund_amount';
  if (refund.wechatRefundId !== null && refund.wechatRefundId !== facts.refundId)
    return 'refund_no';
  // Nobody approved it, so we did not send it; or it is over, and WeChat now says the opposite.
  if (refund.state === 'requested' || refund.state === 'rejected') return 'contradiction';
  const over = { success: 'SUCCESS', closed: 'CLOSED' }[refund.state as string];
  const opposite = { success: 'CLOSED', closed: 'SUCCESS' }[refund.state as string];
  return over !== undefined && facts.status === opposite ? 'contradiction' : undefined;
}

/** Whether what WeChat says moves a refund on; late and repeated news do not. */
export function movesRefund(state: PaymentRefund['state'], facts: RefundFacts): boolean {
  const next = stateOf(facts);
  if (state === 'success' || state === 'closed') return false;
  if (next === 'processing') return state === 'approved' || state === 'by_hand';
  return next !== state;
}

/** WeChat's word in ours. */
export function stateOf({ status }: RefundFacts): 'success' | 'processing' | 'abnormal' | 'closed' {
  const states = {
    SUCCESS: 'success',
    PROCESSING: 'processing',
    ABNORMAL: 'abnormal',
    CLOSED: 'closed',
  } as const;
  return states[status];
}
