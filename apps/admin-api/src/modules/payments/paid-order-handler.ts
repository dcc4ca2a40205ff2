import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import type { PaymentOrder, PaymentPurpose, PaymentRefund } from './payment-order.js';

/** What staff do with a refund before it is sent. */
export type RefundStep = 'request' | 'approve' | 'reject';

/**
 * What the module that sells does when money moves. Everything runs in the transaction that makes it so, with the
 * order's row locked: what a handler throws undoes all of it, and it is tried again. Touches nothing but the database.
 */
export abstract class PaidOrderHandler {
  abstract readonly purpose: PaymentPurpose;

  /** The money has come. Called once for an order, also when it was closed before. */
  abstract onPaid(tx: Tx, order: PaymentOrder): Promise<void>;

  /** The money of one refund has gone back. Called once for a refund. */
  abstract onRefundSettled(tx: Tx, refund: PaymentRefund, order: PaymentOrder): Promise<void>;

  /** Nobody paid in time. It may still be paid later, when a payment at the last moment becomes known. */
  onClosed(_tx: Tx, _order: PaymentOrder): Promise<void> {
    return Promise.resolve();
  }

  /**
   * Staff ask for money back, agree to it or turn it down at the order itself and not at what was bought: set aside,
   * post or give back what belongs to it, or refuse.
   * @throws Refusal REFUND_ELSEWHERE unless overridden
   */
  onStaffRefund(
    _tx: Tx,
    _step: RefundStep,
    _refund: PaymentRefund,
    _order: PaymentOrder,
  ): Promise<void> {
    return refuse('REFUND_ELSEWHERE');
  }

  /**
   * WeChat cannot pay a refund out as things are: the money is still with us. It may get there yet, when somebody sends
   * it to another card at WeChat's merchant platform; `Refunds.payByHand` decides for the other way.
   */
  onRefundStuck(_tx: Tx, _refund: PaymentRefund, _order: PaymentOrder): Promise<void> {
    return Promise.resolve();
  }

  /**
   * Two people agreed to pay a refund by hand that WeChat goes on refusing: it waits for `Refunds.payByHand`.
   * @throws Refusal REFUND_ELSEWHERE unless overridden: nobody would know how to pay it
   */
  onRefundByHand(_tx: Tx, _refund: PaymentRefund, _order: PaymentOrder): Promise<void> {
    return refuse('REFUND_ELSEWHERE');
  }

  /** WeChat has taken one after all that was to be paid by hand: it goes its usual way again. */
  onRefundResumed(_tx: Tx, _refund: PaymentRefund, _order: PaymentOrder): Promise<void> {
    return Promise.resolve();
  }

  /** WeChat gave a refund up: the money stayed with us. */
  onRefundDropped(_tx: Tx, _refund: PaymentRefund, _order: PaymentOrder): Promise<void> {
    return Promise.resolve();
  }
}

/** Who is told of the orders of a purpose. Modules register at their start. */
@Injectable()
export class PaidOrderHandlers {
  readonly #handlers = new Map<PaymentPurpose, PaidOrderHandler>();

  /** @throws Error when the purpose has a handler already */
  register(handler: PaidOrderHandler): void {
    if (this.#handlers.has(handler.purpose)) {
      throw new Error(`payments for ${handler.purpose} have two handlers`);
    }
    this.#handlers.set(handler.purpose, handler);
  }

  /** @throws Error when nobody sells such a thing */
  of(purpose: PaymentPurpose): PaidOrderHandler {
    const handler = this.#handlers.get(purpose);
    if (!handler) throw new Error(`payments for ${purpose} have no handler`);
    return handler;
  }
}
