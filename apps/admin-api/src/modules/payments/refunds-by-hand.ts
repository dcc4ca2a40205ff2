import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork, sealedFor, type Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../platform/idempotency/index.js';
import { PayOutcomeUnknown, PayRefused, WechatPay } from '../../platform/wechat/index.js';
import { lockOrder } from './data/orders.js';
import { lockRefund, refundByNo, setRefund } from './data/refunds.js';
import { PaidOrderHandlers } from './paid-order-handler.js';
import type { PaymentRefund } from './payment-order.js';
import { lockWithOrder, noteRefund, withoutRefund } from './refund-steps.js';
import { nextLookAt } from './rules/query-schedule.js';
import { SENDING, isRefused, isUnknown } from './rules/refund-answers.js';
import type { Source } from './settle-order.js';
import { SettleRefund } from './settle-refund.js';

const BY_QUERY: Source = { byKind: 'query', byId: 'wechat', byName: '微信退款' };
/** WeChat has no refund of this number. */
const NOT_THERE = 'RESOURCE_NOT_EXISTS';
const RETRY_AFTER_SECONDS = 10;

/**
 * The way out for a refund that WeChat goes on refusing: one person asks to pay it by hand, another agrees. In between
 * it is tried on. Before it is taken out WeChat is asked whether it has it; from then on it is never sent again.
 */
@Injectable()
export class RefundsByHand {
  constructor(
    private readonly wechatPay: WechatPay,
    private readonly settle: SettleRefund,
    private readonly handlers: PaidOrderHandlers,
    private readonly idempotent: IdempotentWork,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal REFUND_NOT_FOUND, REFUND_STATE nothing stands in its way, or somebody asked already */
  async ask(tx: Tx, staff: StaffPrincipal, refundNo: string, reason: string): Promise<void> {
    const { order, refund } = await lockWithOrder(tx, refundNo);
    requireRefused(refund);
    if (refund.byHandAskedId !== null) refuse('REFUND_STATE', { extras: { state: refund.state } });
    const at = this.clock.now();
    await setRefund(tx, refundNo, {
      ...{ by_hand_asked_id: staff.staffId, by_hand_asked_name: staff.name },
      ...{ by_hand_asked_at: at, version: refund.version + 1 },
      by_hand_reason_cipher: sealedFor(order.customerId, reason),
    });
    await noteRefund(tx, order, refund, staff, { what: 'refund_by_hand_asked', at });
    await this.#record(tx, staff, 'by-hand-asked', refund);
  }

  /** Turned down, or taken back by whoever asked: it goes on being sent. @throws Refusal REFUND_NOT_FOUND, REFUND_STATE */
  async reject(tx: Tx, staff: StaffPrincipal, refundNo: string): Promise<void> {
    const { order, refund } = await lockWithOrder(tx, refundNo);
    if (refund.state !== 'approved' || refund.byHandAskedId === null)
      refuse('REFUND_STATE', { extras: { state: refund.state } });
    await setRefund(tx, refundNo, {
      ...{ by_hand_asked_id: null, by_hand_asked_name: null, by_hand_asked_at: null },
      ...{ by_hand_reason: null, by_hand_reason_cipher: null, version: refund.version + 1 },
    });
    const at = this.clock.now();
    await noteRefund(tx, order, refund, staff, { what: 'refund_by_hand_rejected', at });
    await this.#record(tx, staff, 'by-hand-rejected', refund);
  }

  /**
   * The second person agrees. WeChat is asked first, outside any transaction; a try that began since then, and one whose
   * answer is not known, stand in the way. Once it is taken out the claim of a try finds it no more.
   * @throws Refusal REFUND_NOT_FOUND, REFUND_STATE, REFUND_BY_SECOND_PERSON, REFUND_SENDING, REFUND_AT_WECHAT WeChat has
   *   it, REFUND_UNCONFIRMED WeChat did not say that it has none, REFUND_ELSEWHERE
   */
  agree<T extends object>(
    staff: StaffPrincipal,
    refundNo: string,
    call: IdempotentCall,
    present: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    return this.idempotent.settle(call, async () => {
      const seen = await refundByNo(this.database, refundNo);
      if (seen && mayAgree(seen, staff)) await this.#requireAbsent(seen);
      return this.idempotent.run(call, async (tx) => {
        await this.#takeOut(tx, staff, refundNo, seen?.tries);
        return present(tx);
      });
    });
  }

  async #takeOut(
    tx: Tx,
    staff: StaffPrincipal,
    refundNo: string,
    triesWhenAsked: number | undefined,
  ): Promise<void> {
    const { order, refund } = await lockWithOrder(tx, refundNo);
    if (refund.state !== 'approved' || refund.byHandAskedId === null)
      refuse('REFUND_STATE', { extras: { state: refund.state } });
    if (refund.byHandAskedId === staff.staffId) refuse('REFUND_BY_SECOND_PERSON');
    requireRefused(refund);
    if (refund.tries !== triesWhenAsked) refuse('REFUND_SENDING');
    const at = this.clock.now();
    await setRefund(tx, refundNo, {
      ...{ state: 'by_hand', by_hand_id: staff.staffId, by_hand_name: staff.name, by_hand_at: at },
      ...{ next_try_at: nextLookAt(at, at), version: refund.version + 1 },
    });
    const taken: PaymentRefund = { ...refund, state: 'by_hand', byHandAt: at };
    const columns = { attention: withoutRefund(order.attention) };
    await noteRefund(tx, order, taken, staff, { at, columns });
    await this.handlers.of(order.purpose).onRefundByHand(tx, taken, order);
    await this.#record(tx, staff, 'by-hand', taken);
  }

  /** Only WeChat's own word that it has no such refund lets it go; what it has instead is taken as from any question. */
  async #requireAbsent({ refundNo, orderNo }: PaymentRefund): Promise<void> {
    try {
      const facts = await this.wechatPay.queryRefund(refundNo);
      await this.unitOfWork.run(async (tx) => {
        const order = await lockOrder(tx, orderNo);
        if (order && (await lockRefund(tx, refundNo)))
          await this.settle.apply(tx, order, facts, BY_QUERY);
      });
    } catch (error) {
      if (error instanceof PayRefused && error.code === NOT_THERE) return;
      if (error instanceof PayRefused || error instanceof PayOutcomeUnknown)
        return refuse('REFUND_UNCONFIRMED', { retryAfterSeconds: RETRY_AFTER_SECONDS });
      throw error;
    }
    refuse('REFUND_AT_WECHAT');
  }

  #record(tx: Tx, staff: StaffPrincipal, step: ByHandStep, refund: PaymentRefund): Promise<void> {
    const { refundNo, orderNo, amountFen } = refund;
    return this.audit.record(tx, {
      ...{ actor: staff, action: `payment-refund.${step}` },
      subject: { kind: 'payment_refund', id: refundNo },
      detail: { orderNo, amountFen },
    });
  }
}

type ByHandStep = 'by-hand-asked' | 'by-hand-rejected' | 'by-hand';

const mayAgree = (refund: PaymentRefund, { staffId }: StaffPrincipal): boolean =>
  isRefused(refund) && refund.byHandAskedId !== null && refund.byHandAskedId !== staffId;

/** @throws Refusal REFUND_SENDING while a try is on its way or its answer was lost, REFUND_STATE nothing was refused */
function requireRefused(refund: PaymentRefund): void {
  if (isRefused(refund)) return;
  const { state, lastAnswer } = refund;
  const isOnItsWay = lastAnswer === SENDING || (lastAnswer !== null && isUnknown(lastAnswer));
  if (state === 'approved' && isOnItsWay) refuse('REFUND_SENDING');
  refuse('REFUND_STATE', { extras: { state } });
}
