import { Injectable } from '@nestjs/common';
import { PaidOrderHandlers, type PaymentOrder } from '../../modules/payments/index.js';
import { Config } from '../../platform/config/index.js';
import { insertSql, type Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';

/** What was bought and paid by WeChat long before this house had a simulated WeChat to ask. */
export interface PastPurchase {
  readonly purpose: 'top_up' | 'card';
  readonly subjectId: string;
  readonly customerId: string;
  readonly storeId: string;
  readonly amountFen: number;
  readonly description: string;
  readonly at: Date;
}

const MERCHANT = '1900000001';
const TAIL_DIGITS = 18;
const PAY_SECONDS = 40;
const OPEN_MINUTES = 30;

/** Writes orders of the past as they stand when all about them is over. Nobody at WeChat knows them. */
@Injectable()
export class PastOrders {
  constructor(
    private readonly config: Config,
    private readonly handlers: PaidOrderHandlers,
  ) {}

  newNumber(): string {
    return newId();
  }

  /** The order is paid, and what was bought is told so. */
  async paid(tx: Tx, orderNo: string, purchase: PastPurchase, turn: number): Promise<void> {
    const paidAt = new Date(purchase.at.getTime() + PAY_SECONDS * 1_000);
    const order = this.#order(orderNo, purchase, { paidAt, turn });
    const row = {
      ...{ order_no: orderNo, purpose: order.purpose, subject_id: order.subjectId },
      ...{ store_id: order.storeId, customer_id: order.customerId, openid: order.openid },
      ...{ app_id: order.appId, mch_id: order.merchantId, amount_fen: order.amountFen },
      ...{ currency: order.currency, description: order.description, state: order.state },
      ...{ created_at: order.createdAt, expires_at: order.expiresAt },
      ...{ transaction_id: order.transactionId, payer_fen: order.payerFen, paid_at: paidAt },
      ...{ last_answer: order.lastAnswer, shipping_state: 'not_needed', version: order.version },
    };
    await tx.run(insertSql('payment_order', Object.keys(row), 1), Object.values(row));
    const changes = [
      [1, 'created', null, 'pending', 'client', purchase.customerId, '顾客', purchase.at],
      [2, 'paid', 'pending', 'paid', 'notification', 'demo', '微信支付', paidAt],
    ];
    const columns = [
      ...['order_no', 'seq', 'what', 'from_state', 'to_state', 'by_kind', 'by_id', 'by_name', 'at'],
    ];
    const values = changes.flatMap((change) => [orderNo, ...change]);
    await tx.run(insertSql('payment_order_change', columns, changes.length), values);
    await this.handlers.of(order.purpose).onPaid(tx, order);
  }

  #order(
    orderNo: string,
    purchase: PastPurchase,
    { paidAt, turn }: { readonly paidAt: Date; readonly turn: number },
  ): PaymentOrder {
    const { at, ...bought } = purchase;
    const day = at.toISOString().slice(0, 10).replaceAll('-', '');
    return {
      ...{ ...bought, orderNo, openid: `demo-${purchase.customerId}` },
      ...{ appId: this.config.wechat.appId, currency: 'CNY', state: 'paid', createdAt: at },
      merchantId: this.config.wechatPay?.merchantId ?? MERCHANT,
      expiresAt: new Date(at.getTime() + OPEN_MINUTES * 60_000),
      ...{ prepayId: null, prepayUntil: null, payerFen: purchase.amountFen, paidAt },
      transactionId: `42${day}${String(turn).padStart(TAIL_DIGITS, '0')}`,
      ...{ closedAt: null, nextQueryAt: null, lastAskedAt: null, lastAnswer: 'SUCCESS' },
      ...{ attention: null, refundReservedFen: 0, refundedFen: 0, shippingState: 'not_needed' },
      shippingTries: 0,
      version: 2,
    };
  }
}
