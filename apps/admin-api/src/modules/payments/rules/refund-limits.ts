import type { PaymentOrder } from '../payment-order.js';

/** WeChat sends money back for a year. */
const LONGEST_MS = 365 * 86_400_000;
const MOST_REFUNDS = 50;

export type RefundHindrance =
  | 'PAYMENT_ORDER_UNPAID'
  | 'REFUND_TOO_OLD'
  | 'REFUND_TOO_HIGH'
  | 'REFUND_TOO_MANY';

/** What can still be sent back, in fen. */
export function refundableFen(
  order: Pick<PaymentOrder, 'state' | 'amountFen' | 'refundReservedFen'>,
): number {
  return order.state === 'paid' ? order.amountFen - order.refundReservedFen : 0;
}

/** Why an amount cannot go back through WeChat; undefined when it can. */
export function refundHindrance(
  order: Pick<PaymentOrder, 'state' | 'amountFen' | 'refundReservedFen' | 'paidAt'>,
  amountFen: number,
  earlierRefunds: number,
  now: Date,
): RefundHindrance | undefined {
  if (order.state !== 'paid' || !order.paidAt) return 'PAYMENT_ORDER_UNPAID';
  if (now.getTime() - order.paidAt.getTime() > LONGEST_MS) return 'REFUND_TOO_OLD';
  if (amountFen > refundableFen(order)) return 'REFUND_TOO_HIGH';
  return earlierRefunds >= MOST_REFUNDS ? 'REFUND_TOO_MANY' : undefined;
}
