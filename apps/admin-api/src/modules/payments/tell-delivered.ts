import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { Sweeps } from '../../platform/jobs/index.js';
import { Log } from '../../platform/logging/index.js';
import { WechatPay, WechatPlatform, WechatRefused } from '../../platform/wechat/index.js';
import { claimShipping, ordersToShip, setOrder } from './data/orders.js';
import type { PaymentOrder } from './payment-order.js';
import { nextTryAt } from './rules/query-schedule.js';

const EVERY_MS = 10_000;
const BATCH = 50;
/** Told before: by us, whose answer was lost, or by hand. */
const TOLD_ALREADY = new Set([10060002, 10060003, 10060023]);
/** After so many refusals, about a day, a person has to look. */
const MOST_TRIES = 30;

/**
 * Where WeChat manages the mini-program's trade, what clients paid is frozen until WeChat is told that they got it.
 * Stored value is there at once, so it is told soon after the payment; elsewhere nothing is sent.
 */
@Injectable()
export class TellDelivered implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly wechatPay: WechatPay,
    private readonly platform: WechatPlatform,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    if (!this.wechatPay.isOn) return;
    this.sweeps.register({
      name: 'payments.delivered',
      everyMs: EVERY_MS,
      run: (signal) => this.run(signal),
    });
  }

  async run(signal: AbortSignal): Promise<void> {
    const due = await ordersToShip(this.database, this.clock.now(), BATCH);
    if (due.length === 0) return;
    const managed = await this.platform.isTradeManaged();
    for (const order of due) {
      if (signal.aborted) return;
      await (managed ? this.#tell(order) : this.#settle(order, 'not_needed'));
    }
  }

  async #tell(order: PaymentOrder): Promise<void> {
    const now = this.clock.now();
    const next = nextTryAt(order.shippingTries, now);
    if (!(await this.unitOfWork.run((tx) => claimShipping(tx, order, next)))) return;
    const { transactionId, openid, description: what } = order;
    if (transactionId === null) return;
    try {
      await this.platform.uploadShipping({ transactionId, openid, what, at: now });
      await this.#settle(order, 'done');
    } catch (error) {
      const refused = error instanceof WechatRefused ? error.errcode : undefined;
      if (refused !== undefined && TOLD_ALREADY.has(refused)) return this.#settle(order, 'done');
      this.log.warn('a delivery could not be told', { orderNo: order.orderNo, err: error });
      if (refused !== undefined && order.shippingTries >= MOST_TRIES) {
        await this.#settle(order, 'refused');
      }
    }
  }

  #settle(order: PaymentOrder, state: 'done' | 'not_needed' | 'refused'): Promise<void> {
    return this.unitOfWork.run((tx) =>
      setOrder(tx, order.orderNo, {
        shipping_state: state,
        next_shipping_at: null,
        ...(state === 'refused' && { attention: 'shipping_refused' }),
      }),
    );
  }
}
