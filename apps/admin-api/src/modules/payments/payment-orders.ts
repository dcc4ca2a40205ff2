import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork, type Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { Log } from '../../platform/logging/index.js';
import {
  PayOutcomeUnknown,
  PayRefused,
  WechatPay,
  type PayParams,
  type PayStamp,
} from '../../platform/wechat/index.js';
import { AskWechat } from './ask-wechat.js';
import { appendChange, insertOrder, keepPrepay, orderByNo } from './data/orders.js';
import { PaidOrderHandlers } from './paid-order-handler.js';
import type { NewPaymentOrder, PaymentOrder } from './payment-order.js';
import { payerText } from './rules/payer-text.js';
import { nextQueryAt } from './rules/query-schedule.js';

const MINUTE_MS = 60_000;
/** How long the payer has. WeChat is told, and takes nothing later. */
const OPEN_FOR_MS = 30 * MINUTE_MS;
/** A prepay id counts for two hours. */
const PREPAY_FOR_MS = 110 * MINUTE_MS;
/** A phone that waits asks every second or two; WeChat need not hear each of them. */
const ASK_AT_MOST_EVERY_MS = 3_000;
const RETRY_AFTER_SECONDS = 3;
/** The order is over at WeChat's side, one way or the other. */
const OVER = new Set(['ORDERPAID', 'OUT_TRADE_NO_USED', 'ORDER_CLOSED']);

/** Orders for the modules that sell: made in their transaction, opened at WeChat after it, asked about when in doubt. */
@Injectable()
export class PaymentOrders {
  constructor(
    private readonly wechatPay: WechatPay,
    private readonly ask: AskWechat,
    private readonly handlers: PaidOrderHandlers,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * Writes an order down; nothing is sent before `prepay`. From now on it is asked about until it is paid or closed.
   * @throws Refusal PAYMENTS_OFF no account with WeChat Pay is set up
   */
  async create(tx: Tx, wanted: NewPaymentOrder): Promise<PaymentOrder> {
    const { appId, merchantId } = this.wechatPay.account;
    this.handlers.of(wanted.purpose);
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + OPEN_FOR_MS);
    const order: PaymentOrder = {
      ...{ ...wanted, description: payerText(wanted.description) },
      ...{ orderNo: newId(), appId, merchantId, currency: 'CNY', state: 'pending' },
      ...{ createdAt, expiresAt, nextQueryAt: nextQueryAt({ createdAt, expiresAt }, createdAt) },
      ...{ prepayId: null, prepayUntil: null, transactionId: null, payerFen: null, paidAt: null },
      ...{ closedAt: null, lastAskedAt: null, lastAnswer: null, attention: null },
      ...{
        refundReservedFen: 0,
        refundedFen: 0,
        shippingState: null,
        shippingTries: 0,
        version: 1,
      },
    };
    await insertOrder(tx, order);
    await appendChange(tx, order.orderNo, {
      ...{ seq: 1, what: 'created', from: null, to: 'pending', detail: null, at: createdAt },
      ...{ byKind: 'client', byId: wanted.customerId, byName: '顾客' },
    });
    return order;
  }

  /** For `prepay`: kept beside a key, it makes the answer to the same key the same. */
  payStamp(): PayStamp {
    return this.wechatPay.payStamp();
  }

  /**
   * Opens the order at WeChat and signs what the phone needs for the cashier. Outside a transaction. May be repeated:
   * it is the same order.
   * @throws Refusal PAYMENT_ORDER_NOT_FOUND, PAYMENT_ORDER_OVER paid, closed or too late, PAYMENT_REFUSED WeChat does
   *   not take it, WECHAT_PAY_UNAVAILABLE not known whether it was opened: ask again for the same order
   */
  async prepay(orderNo: string, stamp?: PayStamp): Promise<PayParams> {
    const order = (await orderByNo(this.database, orderNo)) ?? refuse('PAYMENT_ORDER_NOT_FOUND');
    const now = this.clock.now();
    if (order.state !== 'pending' || now >= order.expiresAt) return refuse('PAYMENT_ORDER_OVER');
    const { prepayId, prepayUntil } = order;
    if (prepayId !== null && prepayUntil !== null && now < prepayUntil) {
      return this.wechatPay.payParams(prepayId, stamp);
    }
    const opened = await this.#open(order);
    const until = new Date(now.getTime() + PREPAY_FOR_MS);
    const kept = await this.unitOfWork.run((tx) =>
      keepPrepay(tx, orderNo, { id: opened, now, until }),
    );
    return this.wechatPay.payParams(kept, stamp);
  }

  /**
   * The order as it is now; WeChat is asked first when it is not known yet, at most every few seconds. Its answer or
   * silence is never an error of whoever asks.
   * @throws Refusal PAYMENT_ORDER_NOT_FOUND
   */
  async refresh(orderNo: string): Promise<PaymentOrder> {
    return (await this.confirm(orderNo)).order;
  }

  /**
   * As `refresh`, and whether the state is known now: the order is over, or WeChat answered this very question. An
   * answer from before is no proof for who has just left the cashier (wechat.md C.2: a failure there is never final).
   * @throws Refusal PAYMENT_ORDER_NOT_FOUND
   */
  async confirm(orderNo: string): Promise<{ order: PaymentOrder; confirmed: boolean }> {
    const order = (await orderByNo(this.database, orderNo)) ?? refuse('PAYMENT_ORDER_NOT_FOUND');
    if (order.state === 'paid') return { order, confirmed: true };
    const since = this.clock.now().getTime() - (order.lastAskedAt?.getTime() ?? 0);
    if (since < ASK_AT_MOST_EVERY_MS) return { order, confirmed: order.state !== 'pending' };
    const answered = await this.ask.about(orderNo);
    const now = (await orderByNo(this.database, orderNo)) ?? order;
    return { order: now, confirmed: answered || now.state !== 'pending' };
  }

  async #open(order: PaymentOrder): Promise<string> {
    try {
      return await this.wechatPay.prepay(order);
    } catch (error) {
      if (error instanceof PayOutcomeUnknown) {
        return refuse('WECHAT_PAY_UNAVAILABLE', { retryAfterSeconds: RETRY_AFTER_SECONDS });
      }
      if (!(error instanceof PayRefused)) throw error;
      this.log.warn('an order was not opened', { orderNo: order.orderNo, err: error });
      if (!OVER.has(error.code)) return refuse('PAYMENT_REFUSED');
      await this.ask.about(order.orderNo);
      return refuse('PAYMENT_ORDER_OVER');
    }
  }
}
