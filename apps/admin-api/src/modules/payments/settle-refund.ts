import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { RefundFacts } from '../../platform/wechat/index.js';
import { appendChange, setOrder, type OrderColumns } from './data/orders.js';
import { raiseWarning } from './data/refund-warnings.js';
import { lockRefund, setRefund } from './data/refunds.js';
import { PaidOrderHandlers } from './paid-order-handler.js';
import type { PaymentOrder, PaymentRefund } from './payment-order.js';
import { withoutRefund } from './refund-steps.js';
import { movesRefund, refundMismatch, stateOf, type Mismatch } from './rules/order-facts.js';
import { nextTryAt } from './rules/query-schedule.js';
import type { Settled, Source } from './settle-order.js';

/** A refund that is over, or that somebody has to look after. */
const TOLD = ['success', 'abnormal', 'closed'] as const;
type ToldState = (typeof TOLD)[number];
const isTold = (state: string): state is ToldState => TOLD.some((one) => one === state);

/** Turns what WeChat says of a refund into its state, once, with everything that hangs on it. */
@Injectable()
export class SettleRefund {
  constructor(
    private readonly handlers: PaidOrderHandlers,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @param order locked in `tx` */
  async apply(tx: Tx, order: PaymentOrder, facts: RefundFacts, by: Source): Promise<Settled> {
    const refund = await lockRefund(tx, facts.refundNo);
    const mismatch: Mismatch | undefined = refund
      ? refundMismatch(order, refund, facts)
      : 'refund_no';
    const isOurs = mismatch === undefined || mismatch === 'contradiction';
    if (refund && refund.paidByHandAt !== null && isOurs)
      return this.#afterPayment(tx, order, refund, facts, by);
    if (!refund || mismatch) {
      await setOrder(tx, order.orderNo, { attention: `mismatch_${mismatch}` });
      return { outcome: 'refused', mismatch: mismatch ?? 'refund_no' };
    }
    if (!movesRefund(refund.state, facts)) return { outcome: 'ignored' };
    await this.#move(tx, order, refund, facts, by);
    return { outcome: 'applied' };
  }

  /** It was paid another way: nothing is booked any more, and whatever WeChat does with it somebody has to know. */
  async #afterPayment(
    tx: Tx,
    order: PaymentOrder,
    refund: PaymentRefund,
    facts: RefundFacts,
    by: Source,
  ): Promise<Settled> {
    const state = stateOf(facts);
    const now = this.clock.now();
    await setRefund(tx, refund.refundNo, {
      ...{ wechat_refund_id: facts.refundId, last_answer: facts.status },
      next_try_at: state === 'processing' ? nextTryAt(refund.tries, now) : null,
    });
    if (state === 'closed' || state === 'abnormal') return { outcome: 'ignored' };
    const kind = state === 'success' ? 'paid_twice' : 'taken_late';
    if (!(await raiseWarning(tx, refund.refundNo, kind, now))) return { outcome: 'ignored' };
    const version = order.version + 1;
    await setOrder(tx, order.orderNo, { version });
    await appendChange(tx, order.orderNo, {
      ...{ seq: version, what: `refund_${kind}`, from: order.state, to: order.state, ...by },
      detail: { refundNo: refund.refundNo, amountFen: refund.amountFen },
      at: now,
    });
    if (state === 'processing') return { outcome: 'applied' };
    return { outcome: 'refused', mismatch: 'contradiction' };
  }

  async #move(
    tx: Tx,
    order: PaymentOrder,
    refund: PaymentRefund,
    facts: RefundFacts,
    by: Source,
  ): Promise<void> {
    const state = stateOf(facts);
    const now = this.clock.now();
    const over = state === 'success' || state === 'closed';
    const settledAt = over ? (facts.settledAt ?? now) : null;
    await setRefund(tx, refund.refundNo, {
      state,
      wechat_refund_id: facts.refundId,
      received_account: facts.receivedAccount,
      ...(settledAt && { settled_at: settledAt }),
      next_try_at: over ? null : nextTryAt(refund.tries, now),
      last_answer: facts.status,
      version: refund.version + 1,
    });
    const moved: PaymentRefund = { ...refund, state, wechatRefundId: facts.refundId, settledAt };
    const version = order.version + 1;
    await setOrder(tx, order.orderNo, { ...sumsAfter(order, moved), version });
    await appendChange(tx, order.orderNo, {
      ...{ seq: version, what: `refund_${state}`, from: order.state, to: order.state, ...by },
      detail: { refundNo: refund.refundNo, amountFen: refund.amountFen },
      at: now,
    });
    const handler = this.handlers.of(order.purpose);
    if (refund.state === 'by_hand') {
      // Perhaps somebody has paid it already and not written it down yet.
      if (state !== 'closed') await raiseWarning(tx, refund.refundNo, 'taken_late', now);
      if (state === 'processing') await handler.onRefundResumed(tx, moved, order);
    }
    if (state === 'success') await handler.onRefundSettled(tx, moved, order);
    if (state === 'abnormal') await handler.onRefundStuck(tx, moved, order);
    if (state === 'closed') await handler.onRefundDropped(tx, moved, order);
    if (isTold(state)) await this.#tell(tx, order, moved, state);
  }

  #tell(tx: Tx, order: PaymentOrder, refund: PaymentRefund, state: ToldState): Promise<void> {
    return this.outbox.add(tx, {
      topic: 'refund.settled',
      storeId: order.storeId,
      subjectId: refund.refundNo,
      payload: { orderNo: order.orderNo, amountFen: refund.amountFen, state },
    });
  }
}

/** What went back counts; what WeChat gave up can be asked for again, and what got stuck has to be looked at. */
function sumsAfter(order: PaymentOrder, refund: PaymentRefund): OrderColumns {
  const { refundedFen, refundReservedFen, attention } = order;
  switch (refund.state) {
    case 'success':
      return {
        refunded_fen: refundedFen + refund.amountFen,
        attention: withoutRefund(attention),
      };
    case 'closed':
      return {
        refund_reserved_fen: refundReservedFen - refund.amountFen,
        attention: 'refund_closed',
      };
    case 'abnormal':
      return { attention: 'refund_abnormal' };
    case 'requested':
    case 'approved':
    case 'rejected':
    case 'processing':
    case 'by_hand':
      return {};
  }
}
