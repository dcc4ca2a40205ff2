import type { PayListener } from '../../pay/pay-side.js';
import { ORDER_STATE } from '../../state/shipping-orders.js';
import type { ShippingDesk } from './desk.js';

/** How long after a payment the shipping service knows of it. */
const KNOWN_AFTER_MS = 2_000;

/** What WeChat Pay tells the shipping service. */
export function shippingOf(desk: ShippingDesk): PayListener {
  return {
    paid(order, mchid) {
      const paidAt = desk.clock.now();
      desk.paid({
        transactionId: order.payment.transactionId,
        mchid,
        outTradeNo: order.outTradeNo,
        combined: undefined,
        openid: order.openid,
        amountFen: order.totalFen,
        description: order.description,
        paidAt,
        knownFrom: paidAt.getTime() + KNOWN_AFTER_MS,
        state: ORDER_STATE.toShip,
        inComplaint: false,
        shipment: undefined,
        reminded: false,
        special: undefined,
        receivedAt: undefined,
      });
    },
    refunded(order) {
      desk.orders.change(order.payment.transactionId, { state: ORDER_STATE.refunded });
    },
  };
}
