import { randomInt } from 'node:crypto';

import type { KeyRing } from '../keys/key-ring.js';
import type { PayTime } from '../time.js';
import { PREPAY_MS, type PaidOrder, type PayOrder, type PayOrders } from './pay-orders.js';

export const CASHIER_OUTCOMES = ['success', 'cancel', 'fail'] as const;
export type CashierOutcome = (typeof CASHIER_OUTCOMES)[number];

/** The five texts that wx.requestPayment is given. */
export interface PayParams {
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: string;
  readonly paySign: string;
}

/** How the person pays. */
export interface PayingBy {
  readonly bankType: string;
  readonly couponFen: number;
}

/** The cashier that wx.requestPayment opens on the phone. */
export class Cashier {
  constructor(
    private readonly orders: PayOrders,
    private readonly time: PayTime,
    private readonly keys: KeyRing,
    private readonly paid: (order: PaidOrder) => void,
  ) {}

  /** Why this prepay_id cannot be paid with now; undefined when it can. */
  obstacle(prepayId: string): string | undefined {
    const order = this.orders.withPrepayId(prepayId);
    if (order?.prepayId !== prepayId) return '没有这个 prepay_id';
    const state = this.orders.stateOf(order);
    if (state === 'CLOSED') return '该订单已关闭';
    if (state !== 'NOTPAY') return '该订单已支付';
    const endsAt = order.prepaidAt.getTime() + PREPAY_MS;
    return endsAt <= this.time.now().getTime() ? 'prepay_id 已过期，请重新下单' : undefined;
  }

  /** Whether the merchant signed these texts for this order, as the phone's WeChat checks before it opens. */
  isSigned(prepayId: string, params: PayParams): boolean {
    const order = this.orders.withPrepayId(prepayId);
    if (order === undefined || params.signType !== 'RSA') return false;
    const { timeStamp, nonceStr, package: packed, paySign } = params;
    const message = [order.appid, timeStamp, nonceStr, packed, ''].join('\n');
    return packed === `prepay_id=${prepayId}` && this.keys.isFromMerchant(message, paySign);
  }

  /** Only a success changes the order; the caller has asked for obstacles before. */
  decide(prepayId: string, outcome: CashierOutcome, by: PayingBy): PayOrder | undefined {
    const order = this.orders.withPrepayId(prepayId);
    if (order === undefined || outcome !== 'success') return order;
    const payment = { transactionId: newTransactionId(), paidAt: this.time.now(), ...by };
    const paid: PaidOrder = { ...order, payment };
    this.orders.put(paid);
    this.paid(paid);
    return paid;
  }
}

/** 28 digits that begin as WeChat's do. */
export function newTransactionId(): string {
  const half = (): string => String(randomInt(10 ** 11, 10 ** 12));
  return `4200${half()}${half()}`;
}
