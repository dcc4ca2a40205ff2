import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { Log } from '../../platform/logging/index.js';
import {
  PayOutcomeUnknown,
  PayRefused,
  WechatPay,
  type TransactionFacts,
} from '../../platform/wechat/index.js';
import { claimQuestion, lockOrder, orderByNo, setOrder } from './data/orders.js';
import type { PaymentOrder } from './payment-order.js';
import { isPaid } from './rules/order-facts.js';
import { mustClose, NEVER_OPENED_AFTER_MS, nextQueryAt } from './rules/query-schedule.js';
import { SettleOrder, type Source } from './settle-order.js';

const BY_QUERY: Source = { byKind: 'query', byId: 'wechat', byName: '微信查单' };
/** What WeChat answers to whoever closes an order that was paid meanwhile. */
const PAID_MEANWHILE = new Set(['ORDERPAID', 'OUT_TRADE_NO_USED', 'TRADE_ERROR']);
const NOT_THERE = new Set(['ORDER_NOT_EXIST', 'RESOURCE_NOT_EXISTS']);

/** Finds out what became of an order, and closes it at WeChat once its time is over. */
@Injectable()
export class AskWechat {
  constructor(
    private readonly wechatPay: WechatPay,
    private readonly settle: SettleOrder,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * Asks about one order unless somebody just did. What cannot be found out now is found out later: no answer is no
   * error here.
   * @returns whether WeChat answered this question, whatever it said
   */
  async about(orderNo: string): Promise<boolean> {
    const order = await orderByNo(this.database, orderNo);
    if (!order || order.state === 'paid' || !this.wechatPay.isOn) return false;
    const now = this.clock.now();
    const next = order.state === 'pending' ? nextQueryAt(order, now) : null;
    if (!(await this.unitOfWork.run((tx) => claimQuestion(tx, order, now, next)))) return false;
    try {
      const answer = await this.#answer(order);
      await this.#take(order, answer);
      if (order.state === 'pending' && mustClose(order, now)) await this.#finish(order, answer);
      return true;
    } catch (error) {
      await this.#note(order, error);
      return false;
    }
  }

  /** Undefined when WeChat has no such order: it was never opened there. */
  async #answer(order: PaymentOrder): Promise<TransactionFacts | undefined> {
    try {
      return await this.wechatPay.query(order.orderNo);
    } catch (error) {
      if (error instanceof PayRefused && NOT_THERE.has(error.code)) return undefined;
      throw error;
    }
  }

  async #take(order: PaymentOrder, facts: TransactionFacts | undefined): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const locked = await lockOrder(tx, order.orderNo);
      if (!locked) return;
      if (facts && isPaid(facts)) {
        await this.settle.paid(tx, locked, facts, BY_QUERY);
      } else if (facts?.tradeState === 'CLOSED') {
        await this.settle.closed(tx, locked, BY_QUERY, 'CLOSED');
      } else if (locked.state === 'pending') {
        await setOrder(tx, order.orderNo, { last_answer: facts?.tradeState ?? 'ORDER_NOT_EXIST' });
      }
    });
  }

  /** The time to pay is over: close, and look what it is then, because somebody may have paid in between. */
  async #finish(order: PaymentOrder, facts: TransactionFacts | undefined): Promise<void> {
    if (facts && (isPaid(facts) || facts.tradeState === 'CLOSED')) return;
    if (!facts) {
      const since = this.clock.now().getTime() - order.expiresAt.getTime();
      if (since < NEVER_OPENED_AFTER_MS) return;
      await this.unitOfWork.run(async (tx) => {
        const locked = await lockOrder(tx, order.orderNo);
        if (locked) await this.settle.closed(tx, locked, BY_QUERY, 'ORDER_NOT_EXIST');
      });
      return;
    }
    await this.wechatPay.close(order.orderNo).catch((error: unknown) => {
      if (!(error instanceof PayRefused && PAID_MEANWHILE.has(error.code))) throw error;
    });
    await this.#take(order, await this.#answer(order));
  }

  /** Keeps why there was no answer, so that somebody who looks sees more than silence. */
  async #note(order: PaymentOrder, error: unknown): Promise<void> {
    const expected = error instanceof PayOutcomeUnknown || error instanceof PayRefused;
    const why = error instanceof PayOutcomeUnknown ? `unknown_${error.fault}` : '';
    const answer = error instanceof PayRefused ? error.code : why || 'not_applied';
    this.log.warn('an order could not be settled by asking', {
      orderNo: order.orderNo,
      err: error,
    });
    await this.unitOfWork.run((tx) =>
      setOrder(tx, order.orderNo, {
        last_answer: answer,
        ...(expected ? {} : { attention: 'not_applied' }),
      }),
    );
  }
}
