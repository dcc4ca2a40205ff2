import { randomUUID } from 'node:crypto';

import type { Clock } from '../clock.js';
import type { FaultInjector } from '../faults/fault-injector.js';
import type { SandboxState } from '../state/sandbox-state.js';
import { Schedule } from '../state/schedule.js';
import { systemClock } from '../clock.js';
import { BillDesk } from './bills/bill-desk.js';
import { payEndpoints } from './endpoints.js';
import type { PayEndpoint } from './endpoint.js';
import type { PayRoutesParts } from './routes.js';
import type { KeyRing } from './keys/key-ring.js';
import type { Notice } from './notify/notice.js';
import { Notifier } from './notify/notifier.js';
import { Cashier } from './orders/cashier.js';
import { OrderDesk } from './orders/order-desk.js';
import { orderView } from './orders/order-view.js';
import { PayOrders, type PaidOrder } from './orders/pay-orders.js';
import { Prepay } from './orders/prepay.js';
import { RefundDesk } from './refunds/refund-desk.js';
import { PayRefunds, type PayRefund } from './refunds/pay-refunds.js';
import { refundNotice } from './refunds/refund-view.js';
import { DEFAULT_PAY_SETTINGS, type PaySettings } from './settings.js';
import { beijing, PayTime } from './time.js';

const REFUND_SUMMARIES: Readonly<Record<string, string>> = {
  SUCCESS: '退款成功',
  ABNORMAL: '退款异常',
  CLOSED: '退款关闭',
};

/** Told of every payment: shipping wants to know. */
export interface PayListener {
  paid(order: PaidOrder, mchid: string): void;
  refunded(order: PaidOrder): void;
}

/** WeChat Pay, put together. */
export class PaySide {
  settings: PaySettings = DEFAULT_PAY_SETTINGS;
  readonly time: PayTime;
  readonly schedule: Schedule;
  readonly orders: PayOrders;
  readonly refunds = new PayRefunds();
  readonly refundDesk: RefundDesk;
  readonly bills: BillDesk;
  readonly cashier: Cashier;
  readonly notifier: Notifier;
  readonly endpoints: readonly PayEndpoint[];
  readonly clock: Clock;

  constructor(
    private readonly state: SandboxState,
    readonly keys: KeyRing,
    readonly faults: FaultInjector,
    answers: Schedule,
    private readonly listener: PayListener,
  ) {
    this.clock = state.clock;
    this.time = new PayTime(state.clock);
    this.schedule = new Schedule(this.time, state.clock === systemClock);
    this.orders = new PayOrders(this.time);
    const settings = (): PaySettings => this.settings;
    const mchid = (): string => keys.merchant.mchid;
    const { time, schedule, orders, refunds, clock } = this;
    const ended = (refund: PayRefund, order: PaidOrder): void => this.refundEnded(refund, order);
    this.refundDesk = new RefundDesk({ orders, refunds, keys, time, schedule, settings, ended });
    this.bills = new BillDesk({ appid: state.app.appid, orders, refunds, time, mchid, settings });
    this.cashier = new Cashier(orders, time, keys, (order) => this.paid(order));
    this.notifier = new Notifier({ keys, clock, answers, time, schedule, faults, settings });
    this.endpoints = payEndpoints({
      prepay: new Prepay(orders, state, time, mchid),
      orders: new OrderDesk(orders, mchid),
      refunds: this.refundDesk,
      bills: this.bills,
      keys,
      settings,
    });
  }

  /** Sets the time of payments forward: retries, refunds, the ends of orders, bills. */
  advance(seconds: number): void {
    this.time.advance(seconds);
    this.schedule.wake();
  }

  /** What the routes of api.mch.weixin.qq.com work with. */
  routes(): PayRoutesParts {
    const { endpoints, keys, clock, faults } = this;
    return { endpoints, keys, clock, faults, settings: () => this.settings };
  }

  /** Forgets all but the keys. */
  reset(): void {
    this.schedule.clear();
    this.notifier.clear();
    this.orders.clear();
    this.refunds.clear();
    this.bills.clear();
    this.time.reset();
    this.settings = DEFAULT_PAY_SETTINGS;
  }

  close(): void {
    this.schedule.close();
    this.notifier.clear();
  }

  private paid(order: PaidOrder): void {
    const { mchid } = this.keys.merchant;
    this.listener.paid(order, mchid);
    this.notifier.send({
      ...this.newNotice(),
      path: '/notify/pay',
      url: order.notifyUrl,
      eventType: 'TRANSACTION.SUCCESS',
      summary: '支付成功',
      originalType: 'transaction',
      outTradeNo: order.outTradeNo,
      outRefundNo: undefined,
      content: orderView(order, 'SUCCESS', mchid),
    });
  }

  private refundEnded(refund: PayRefund, order: PaidOrder): void {
    if (refund.state === 'SUCCESS') this.listener.refunded(order);
    if (refund.notifyUrl === undefined) return;
    this.notifier.send({
      ...this.newNotice(),
      path: '/notify/refund',
      url: refund.notifyUrl,
      eventType: `REFUND.${refund.state}`,
      summary: REFUND_SUMMARIES[refund.state] ?? '',
      originalType: 'refund',
      outTradeNo: refund.outTradeNo,
      outRefundNo: refund.outRefundNo,
      content: refundNotice(refund, order, this.keys.merchant.mchid),
    });
  }

  private newNotice(): Pick<Notice, 'id' | 'createTime'> {
    return { id: randomUUID(), createTime: beijing(this.state.clock.now()) };
  }
}
