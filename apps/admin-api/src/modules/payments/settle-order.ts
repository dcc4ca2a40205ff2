import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { TransactionFacts } from '../../platform/wechat/index.js';
import { appendChange, setOrder, type OrderChange } from './data/orders.js';
import { PaidOrderHandlers } from './paid-order-handler.js';
import type { PaymentOrder } from './payment-order.js';
import { paymentMismatch, type Mismatch } from './rules/order-facts.js';

/** WeChat's shipping service hears of a payment some seconds after its payment service. */
const SHIPPING_AFTER_MS = 10_000;

/** How we came to know. */
export type Source = Pick<OrderChange, 'byKind' | 'byId' | 'byName'>;

/** What news did to an order. */
export type Settled =
  | { readonly outcome: 'applied' | 'ignored' }
  | { readonly outcome: 'refused'; readonly mismatch: Mismatch };

/** Turns what WeChat says of an order into its state, once, with everything that hangs on it. */
@Injectable()
export class SettleOrder {
  constructor(
    private readonly handlers: PaidOrderHandlers,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Money came. The handler's postings, the state, its history and the event are one with it, or nothing happens.
   * @param order locked in `tx`
   */
  async paid(tx: Tx, order: PaymentOrder, facts: TransactionFacts, by: Source): Promise<Settled> {
    const mismatch = paymentMismatch(order, facts);
    if (mismatch) {
      await this.#askSomebody(tx, order, mismatch);
      return { outcome: 'refused', mismatch };
    }
    if (order.state === 'paid' || facts.transactionId === null) return { outcome: 'ignored' };
    const now = this.clock.now();
    const paidAt = facts.paidAt ?? now;
    const { transactionId, payerFen } = facts;
    // WeChat lets only the payer of the prepay id pay; should it be another, the money is ours all the same.
    const otherPayer = facts.payerOpenid !== null && facts.payerOpenid !== order.openid;
    const version = order.version + 1;
    await setOrder(tx, order.orderNo, {
      state: 'paid',
      transaction_id: transactionId,
      payer_fen: payerFen,
      paid_at: paidAt,
      next_query_at: null,
      last_answer: facts.tradeState,
      attention: otherPayer ? 'other_payer' : null,
      shipping_state: 'due',
      next_shipping_at: new Date(now.getTime() + SHIPPING_AFTER_MS),
      version,
    });
    const paid: PaymentOrder = {
      ...order,
      ...{ state: 'paid', transactionId, payerFen, paidAt, version },
    };
    const detail = { transactionId, late: order.state === 'closed', otherPayer };
    await this.#record(tx, paid, { what: 'paid', from: order.state, by, detail });
    await this.handlers.of(order.purpose).onPaid(tx, paid);
    await this.#tell(tx, 'payment.paid', paid);
    return { outcome: 'applied' };
  }

  /** Nobody paid, and WeChat takes no payment for it any more. @param order locked in `tx` */
  async closed(tx: Tx, order: PaymentOrder, by: Source, why: string): Promise<Settled> {
    if (order.state !== 'pending') return { outcome: 'ignored' };
    const closedAt = this.clock.now();
    const version = order.version + 1;
    await setOrder(tx, order.orderNo, {
      state: 'closed',
      closed_at: closedAt,
      next_query_at: null,
      last_answer: why,
      attention: null,
      version,
    });
    const closed: PaymentOrder = { ...order, state: 'closed', closedAt, version };
    await this.#record(tx, closed, { what: 'closed', from: order.state, by, detail: { why } });
    await this.handlers.of(order.purpose).onClosed(tx, closed);
    await this.#tell(tx, 'payment.closed', closed);
    return { outcome: 'applied' };
  }

  /** Money is involved that does not fit: nothing is posted, and finance sees it. */
  #askSomebody(tx: Tx, order: PaymentOrder, mismatch: Mismatch): Promise<void> {
    return setOrder(tx, order.orderNo, { attention: `mismatch_${mismatch}` });
  }

  #record(
    tx: Tx,
    order: PaymentOrder,
    change: Pick<OrderChange, 'what' | 'from' | 'detail'> & { readonly by: Source },
  ): Promise<void> {
    const { what, from, detail, by } = change;
    return appendChange(tx, order.orderNo, {
      ...{ seq: order.version, what, from, to: order.state, ...by, detail },
      at: this.clock.now(),
    });
  }

  #tell(tx: Tx, topic: 'payment.paid' | 'payment.closed', order: PaymentOrder): Promise<void> {
    const { storeId, orderNo, customerId, purpose, subjectId, amountFen } = order;
    const payload = { customerId, purpose, paidForId: subjectId, amountFen };
    return this.outbox.add(tx, { topic, storeId, subjectId: orderNo, payload });
  }
}
