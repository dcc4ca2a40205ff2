import { BadInput } from '../http/input.js';
import type { PayOrder } from '../pay/orders/pay-orders.js';
import type { PaySide } from '../pay/pay-side.js';

/** An order as the control side lists it. */
export function orderItem(pay: PaySide, order: PayOrder): object {
  const { outTradeNo, payment } = order;
  return {
    prepayId: order.prepayId,
    outTradeNo,
    transactionId: payment?.transactionId ?? null,
    state: pay.orders.stateOf(order),
    amountFen: order.totalFen,
    description: order.description,
    openid: order.openid,
    attach: order.attach ?? null,
    notifyUrl: order.notifyUrl,
    createdAt: order.createdAt.toISOString(),
    expiresAt: order.expiresAt.toISOString(),
    paidAt: payment?.paidAt.toISOString() ?? null,
    refunds: pay.refunds.of(outTradeNo).map(shown),
  };
}

/** A refund without what is only for comparing. */
export function shown<T extends { fingerprint: string }>({ fingerprint: _, ...rest }: T): object {
  return rest;
}

/** What the caller named is not there, or not in a state for it. */
export function noSuch(field: string, message = '没有这张单'): BadInput {
  return new BadInput([{ field, message }]);
}
