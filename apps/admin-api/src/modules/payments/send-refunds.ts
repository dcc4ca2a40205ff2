import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { Sweeps } from '../../platform/jobs/index.js';
import { Log } from '../../platform/logging/index.js';
import { WechatPay, type RefundFacts } from '../../platform/wechat/index.js';
import { lockOrder, orderByNo, setOrder } from './data/orders.js';
import { claimTry, lockRefund, refundsDue, setRefund } from './data/refunds.js';
import type { PaymentRefund } from './payment-order.js';
import { nextLookAt, nextTryAt } from './rules/query-schedule.js';
import { NOT_APPLIED, answerOf, isUnknown } from './rules/refund-answers.js';
import type { Source } from './settle-order.js';
import { SettleRefund } from './settle-refund.js';

const EVERY_MS = 2_000;
const BATCH = 100;
const BY_QUERY: Source = { byKind: 'query', byId: 'wechat', byName: '微信退款' };

/**
 * Sends refunds that were agreed to and asks about those under way. The same number goes out until WeChat has said
 * what became of it: a process that dies between the call and our commit leaves one refund there and one here.
 */
@Injectable()
export class SendRefunds implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly wechatPay: WechatPay,
    private readonly settle: SettleRefund,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    if (!this.wechatPay.isOn) return;
    this.sweeps.register({
      name: 'payments.refunds',
      everyMs: EVERY_MS,
      run: (signal) => this.run(signal),
    });
  }

  async run(signal: AbortSignal): Promise<void> {
    for (const refund of await refundsDue(this.database, this.clock.now(), BATCH)) {
      if (signal.aborted) return;
      await this.about(refund);
    }
  }

  /** Sends one refund, or asks about it; what cannot be known now is known later. */
  async about(refund: PaymentRefund): Promise<void> {
    const next = nextAbout(refund, this.clock.now());
    const number = await this.unitOfWork.run((tx) => claimTry(tx, refund, next));
    if (number === undefined) return;
    try {
      const facts = await this.#facts(refund);
      await this.unitOfWork.run(async (tx) => {
        const order = await lockOrder(tx, refund.orderNo);
        if (order) await this.settle.apply(tx, order, facts, BY_QUERY);
      });
    } catch (error) {
      await this.#note(refund, number, error);
    }
  }

  async #facts(refund: PaymentRefund): Promise<RefundFacts> {
    if (refund.state !== 'approved') return this.wechatPay.queryRefund(refund.refundNo);
    const order = await orderByNo(this.database, refund.orderNo);
    if (!order) throw new Error('a refund without its order');
    return this.wechatPay.refund({
      orderNo: refund.orderNo,
      refundNo: refund.refundNo,
      reason: refund.reason,
      refundFen: refund.amountFen,
      totalFen: order.amountFen,
    });
  }

  /**
   * A refusal is kept for finance and tried again: after the account was filled up, the same number goes through. What
   * an older try hears is no news any more, and that WeChat has none of what was taken out is as it should be.
   */
  async #note(claimed: PaymentRefund, number: number, error: unknown): Promise<void> {
    const { refundNo, orderNo, state } = claimed;
    const answer = answerOf(error);
    this.log.warn('a refund could not be settled', { refundNo, err: error });
    await this.unitOfWork.run(async (tx) => {
      const order = await lockOrder(tx, orderNo);
      const refund = await lockRefund(tx, refundNo);
      if (!order || refund?.state !== state || refund.tries !== number) return;
      if (takenOut(refund) && answer !== NOT_APPLIED) return;
      await setRefund(tx, refundNo, { last_answer: answer });
      if (!isUnknown(answer))
        await setOrder(tx, orderNo, { attention: `refund_${answer}`.slice(0, 40) });
    });
  }
}

const takenOut = ({ state, paidByHandAt }: PaymentRefund): boolean =>
  state === 'by_hand' || paidByHandAt !== null;

/** What was taken out is looked for a while; what WeChat has, or is to have, until its fate is known. */
function nextAbout(refund: PaymentRefund, now: Date): Date | null {
  const isThere = refund.wechatRefundId !== null;
  return takenOut(refund) && !isThere && refund.byHandAt
    ? nextLookAt(refund.byHandAt, now)
    : nextTryAt(refund.tries, now);
}
