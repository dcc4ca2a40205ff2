import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { Sweeps } from '../../platform/jobs/index.js';
import { Log } from '../../platform/logging/index.js';
import {
  PayOutcomeUnknown,
  PayRefused,
  WechatPay,
  type RefundFacts,
} from '../../platform/wechat/index.js';
import { lockOrder, orderByNo, setOrder } from './data/orders.js';
import { claimTry, refundsDue, setRefund } from './data/refunds.js';
import type { PaymentRefund } from './payment-order.js';
import { nextTryAt } from './rules/query-schedule.js';
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
    const next = nextTryAt(refund.tries, this.clock.now());
    if (!(await this.unitOfWork.run((tx) => claimTry(tx, refund, next)))) return;
    try {
      const facts = await this.#facts(refund);
      await this.unitOfWork.run(async (tx) => {
        const order = await lockOrder(tx, refund.orderNo);
        if (order) await this.settle.apply(tx, order, facts, BY_QUERY);
      });
    } catch (error) {
      await this.#note(refund, error);
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

  /** A refusal is kept for finance and tried again: after the account was filled up, the same number goes through. */
  async #note(refund: PaymentRefund, error: unknown): Promise<void> {
    const unknown = error instanceof PayOutcomeUnknown;
    const refused = error instanceof PayRefused;
    const answer = refused ? error.code : unknown ? `unknown_${error.fault}` : 'not_applied';
    this.log.warn('a refund could not be settled', { refundNo: refund.refundNo, err: error });
    await this.unitOfWork.run(async (tx) => {
      await setRefund(tx, refund.refundNo, { last_answer: answer });
      if (!unknown)
        await setOrder(tx, refund.orderNo, { attention: `refund_${answer}`.slice(0, 40) });
    });
  }
}
