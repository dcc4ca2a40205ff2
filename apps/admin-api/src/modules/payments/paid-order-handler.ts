import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import type { PaymentOrder, PaymentPurpose, PaymentRefund } from './payment-order.js';

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
   * Staff ask for money back at the order itself, not at what was bought. Set aside what is owed for it, or refuse.
   * @throws Refusal REFUND_ELSEWHERE unless overridden
   */
  onRefundRequested(_tx: Tx, _refund: PaymentRefund, _order: PaymentOrder): Promise<void> {
    return refuse('REFUND_ELSEWHERE');
  }

  /** A second person agreed; the money will be sent. */
  onRefundApproved(_tx: Tx, _refund: PaymentRefund, _order: PaymentOrder): Promise<void> {
    return Promise.resolve();
  }

  /** It was turned down (`rejected`), or WeChat gave it up (`closed`): the money stays with us. */
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
