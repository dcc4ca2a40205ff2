import { Injectable } from '@nestjs/common';
import type { Principal, StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { sealedFor, type Reader, type Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { lockOrder, orderByNo } from './data/orders.js';
import { countRefunds, insertRefund, setRefund, type RefundColumns } from './data/refunds.js';
import { idOf, lockWithOrder, nameOf, noteRefund, withoutRefund } from './refund-steps.js';
import { NOT_BY_HAND, type PaymentOrder, type PaymentRefund } from './payment-order.js';
import { refundableFen, refundHindrance, type RefundHindrance } from './rules/refund-limits.js';

/** Money that somebody wants sent back. */
export interface RefundWish {
  readonly orderNo: string;
  readonly amountFen: number;
  /** The payer reads it: at most 80 characters. */
  readonly reason: string;
  readonly by: Principal;
  /** Who asks, as finance reads it; a member of staff has her own name. */
  readonly byName?: string;
}

const LONGEST_REASON = 80;

/**
 * Refunds up to the moment when they are sent, for modules that sell: each step runs in their transaction and calls
 * none of their handlers. The order's row is locked first, so that all refunds of one order come one after another.
 */
@Injectable()
export class Refunds {
  constructor(private readonly clock: Clock) {}

  /**
   * Sets the amount aside; nothing is sent before a second person agrees.
   * @throws Refusal PAYMENT_ORDER_NOT_FOUND, PAYMENT_ORDER_UNPAID, REFUND_TOO_HIGH, REFUND_TOO_OLD (pay it back by bank
   *   transfer), REFUND_TOO_MANY
   */
  async request(tx: Tx, wish: RefundWish): Promise<PaymentRefund> {
    const order = (await lockOrder(tx, wish.orderNo)) ?? refuse('PAYMENT_ORDER_NOT_FOUND');
    const now = this.clock.now();
    const earlier = await countRefunds(tx, order.orderNo);
    const hindrance = refundHindrance(order, wish.amountFen, earlier, now);
    if (hindrance) {
      return refuse(hindrance, { extras: { refundableFen: refundableFen(order) } });
    }
    const { by } = wish;
    const refund: PaymentRefund = {
      ...{ refundNo: newId(), orderNo: order.orderNo, storeId: order.storeId },
      ...{ amountFen: wish.amountFen, reason: wish.reason.slice(0, LONGEST_REASON) },
      ...{ state: 'requested', requestedByKind: by.kind, requestedById: idOf(by) },
      ...{ requestedByName: nameOf(by, wish.byName), requestedAt: now },
      ...{ decidedById: null, decidedByName: null, decidedAt: null, decisionNote: null },
      ...{ wechatRefundId: null, receivedAccount: null, settledAt: null },
      ...{ nextTryAt: null, tries: 0, lastAnswer: null, version: 1 },
      ...NOT_BY_HAND,
    };
    await insertRefund(tx, refund, order.customerId);
    const reserved = order.refundReservedFen + refund.amountFen;
    await noteRefund(tx, order, refund, by, {
      ...{ at: now, columns: { refund_reserved_fen: reserved } },
      ...(wish.byName === undefined ? {} : { byName: wish.byName }),
    });
    return refund;
  }

  /**
   * The second person agrees: from the commit on it is sent, with its number, until its fate is known.
   * @throws Refusal REFUND_NOT_FOUND, REFUND_STATE, REFUND_BY_SECOND_PERSON, REFUND_TOO_OLD
   */
  async approve(
    tx: Tx,
    refundNo: string,
    staff: StaffPrincipal,
    note?: string,
  ): Promise<PaymentRefund> {
    const { order, refund } = await this.#locked(tx, refundNo);
    if (refund.requestedById === staff.staffId) return refuse('REFUND_BY_SECOND_PERSON');
    const now = this.clock.now();
    // Its own amount is set aside already: only its age can still stand against it.
    const free = { ...order, refundReservedFen: order.refundReservedFen - refund.amountFen };
    const hindrance = refundHindrance(free, refund.amountFen, 0, now);
    if (hindrance) return refuse(hindrance);
    const approved: PaymentRefund = {
      ...decided(refund, 'approved', staff, now, note),
      nextTryAt: now,
    };
    await setRefund(tx, refundNo, { ...decisionOf(approved, order), next_try_at: now });
    await noteRefund(tx, order, approved, staff, { at: now });
    return approved;
  }

  /**
   * It is turned down, or whoever asked takes it back; the amount is free again.
   * @throws Refusal REFUND_NOT_FOUND, REFUND_STATE
   */
  async reject(
    tx: Tx,
    refundNo: string,
    staff: StaffPrincipal,
    note?: string,
  ): Promise<PaymentRefund> {
    const { order, refund } = await this.#locked(tx, refundNo);
    const now = this.clock.now();
    const rejected = decided(refund, 'rejected', staff, now, note);
    await setRefund(tx, refundNo, decisionOf(rejected, order));
    const reserved = order.refundReservedFen - refund.amountFen;
    await noteRefund(tx, order, rejected, staff, {
      ...{ at: now, columns: { refund_reserved_fen: reserved } },
    });
    return rejected;
  }

  /**
   * Somebody pays by hand what WeChat could not. An abnormal refund, or one that was taken out of sending, is closed on
   * our side in the transaction that books the money, with the order locked as for WeChat's own word, so one of the two wins: a success that came first leaves
   * nothing to pay here, and one that comes later finds the refund closed, books nothing and calls for attention. WeChat
   * has no call that takes an accepted refund back, so the amount stays set aside on the order and a late success still
   * fits into what was paid.
   * @throws Refusal REFUND_NOT_FOUND, REFUND_STATE it may still arrive through WeChat, or has
   */
  async payByHand(tx: Tx, refundNo: string, staff: StaffPrincipal): Promise<void> {
    const { order, refund } = await lockWithOrder(tx, refundNo);
    if (refund.state === 'closed') return;
    if (refund.state !== 'abnormal' && refund.state !== 'by_hand')
      refuse('REFUND_STATE', { extras: { state: refund.state } });
    const version = refund.version + 1;
    const now = this.clock.now();
    await setRefund(tx, refundNo, {
      ...{ state: 'closed', settled_at: now, paid_by_hand_at: now, version },
      // One that was taken out is looked for at WeChat a while longer.
      ...(refund.state === 'abnormal' ? { next_try_at: null } : {}),
    });
    const attention = withoutRefund(order.attention);
    await noteRefund(tx, order, { ...refund, state: 'closed', version }, staff, {
      ...{ what: 'refund_paid_by_hand', at: now, columns: { attention } },
    });
  }

  /** What of an order can still be sent back, in fen; 0 for one that is not there or not paid. */
  async refundableFen(reader: Reader, orderNo: string): Promise<number> {
    const order = await orderByNo(reader, orderNo);
    return order ? refundableFen(order) : 0;
  }

  /** Why an amount cannot go back through WeChat; undefined when it can. @throws Refusal PAYMENT_ORDER_NOT_FOUND */
  async hindrance(
    reader: Reader,
    orderNo: string,
    amountFen: number,
  ): Promise<RefundHindrance | undefined> {
    const order = (await orderByNo(reader, orderNo)) ?? refuse('PAYMENT_ORDER_NOT_FOUND');
    const earlier = await countRefunds(reader, orderNo);
    return refundHindrance(order, amountFen, earlier, this.clock.now());
  }

  /** One that nobody decided yet. */
  async #locked(tx: Tx, refundNo: string): Promise<{ order: PaymentOrder; refund: PaymentRefund }> {
    const both = await lockWithOrder(tx, refundNo);
    return both.refund.state === 'requested' ? both : refuse('REFUND_STATE');
  }
}

function decided(
  refund: PaymentRefund,
  state: 'approved' | 'rejected',
  { staffId, name }: StaffPrincipal,
  at: Date,
  note: string | undefined,
): PaymentRefund {
  const decision = { decidedById: staffId, decidedByName: name, decidedAt: at };
  return { ...refund, ...decision, state, decisionNote: note ?? null, version: refund.version + 1 };
}

function decisionOf(
  refund: PaymentRefund,
  { customerId }: Pick<PaymentOrder, 'customerId'>,
): RefundColumns {
  return {
    state: refund.state,
    decided_by_id: refund.decidedById ?? undefined,
    decided_by_name: refund.decidedByName ?? undefined,
    decided_at: refund.decidedAt ?? undefined,
    decision_note_cipher: sealedFor(customerId, refund.decisionNote),
    version: refund.version,
  };
}
