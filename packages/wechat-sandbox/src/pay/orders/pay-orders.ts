import type { PayTime } from '../time.js';

const MOST_ORDERS = 50_000;
/** How long a prepay_id can be paid with. */
export const PREPAY_MS = 2 * 3_600_000;

/** What was asked for at the first prepay. */
export interface OrderRequest {
  readonly appid: string;
  readonly description: string;
  readonly outTradeNo: string;
  readonly notifyUrl: string;
  readonly totalFen: number;
  readonly currency: string;
  readonly openid: string;
  readonly attach: string | undefined;
  readonly deviceId: string | undefined;
  readonly expiresAt: Date;
  /** All of it in one canonical text, by which a later call is known to be the same. */
  readonly fingerprint: string;
}

/** A payment that was made. Money in fen. */
export interface Payment {
  readonly transactionId: string;
  readonly paidAt: Date;
  readonly bankType: string;
  /** What WeChat's coupons paid of the total. */
  readonly couponFen: number;
}

export interface PayOrder extends OrderRequest {
  readonly createdAt: Date;
  readonly prepayId: string;
  readonly prepaidAt: Date;
  readonly closed: boolean;
  readonly payment: Payment | undefined;
  /** Set by the first refund that was accepted. */
  readonly refunded: boolean;
}

export type PaidOrder = PayOrder & { readonly payment: Payment };
export type TradeState = 'SUCCESS' | 'REFUND' | 'NOTPAY' | 'CLOSED';

/** The orders of the merchant, found by each of their three numbers. The oldest are forgotten first. */
export class PayOrders {
  private readonly orders = new Map<string, PayOrder>();
  private readonly byPrepayId = new Map<string, string>();
  private readonly byTransactionId = new Map<string, string>();

  constructor(private readonly time: PayTime) {}

  /** Adds an order or puts its changed form in place. */
  put(order: PayOrder): PayOrder {
    this.orders.set(order.outTradeNo, order);
    this.byPrepayId.set(order.prepayId, order.outTradeNo);
    if (order.payment !== undefined) {
      this.byTransactionId.set(order.payment.transactionId, order.outTradeNo);
    }
    if (this.orders.size > MOST_ORDERS) this.forgetOldest();
    return order;
  }

  find(outTradeNo: string): PayOrder | undefined {
    return this.orders.get(outTradeNo);
  }

  withPrepayId(prepayId: string): PayOrder | undefined {
    return this.orders.get(this.byPrepayId.get(prepayId) ?? '');
  }

  withTransactionId(transactionId: string): PayOrder | undefined {
    return this.orders.get(this.byTransactionId.get(transactionId) ?? '');
  }

  /** An order that is not paid in time closes by itself. */
  stateOf(order: PayOrder): TradeState {
    if (order.payment !== undefined) return order.refunded ? 'REFUND' : 'SUCCESS';
    return order.closed || order.expiresAt <= this.time.now() ? 'CLOSED' : 'NOTPAY';
  }

  /** The first made first. */
  all(): PayOrder[] {
    return [...this.orders.values()];
  }

  clear(): void {
    this.orders.clear();
    this.byPrepayId.clear();
    this.byTransactionId.clear();
  }

  private forgetOldest(): void {
    const [oldest] = this.orders.values();
    if (oldest === undefined) return;
    this.orders.delete(oldest.outTradeNo);
    this.byPrepayId.delete(oldest.prepayId);
    this.byTransactionId.delete(oldest.payment?.transactionId ?? '');
  }
}

export function isPaid(order: PayOrder | undefined): order is PaidOrder {
  return order?.payment !== undefined;
}
