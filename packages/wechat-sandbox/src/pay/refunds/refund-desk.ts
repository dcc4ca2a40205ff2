import { randomInt } from 'node:crypto';

import type { JsonObject } from '../../http/raw-body.js';
import type { Schedule } from '../../state/schedule.js';
import type { KeyRing } from '../keys/key-ring.js';
import { isPaid, type PaidOrder, type PayOrder, type PayOrders } from '../orders/pay-orders.js';
import type { PaySettings, RefundOutcome } from '../settings.js';
import type { PayTime } from '../time.js';
import { PayFields } from '../wire/body.js';
import { PayError } from '../wire/errors.js';
import type { PayRefund, PayRefunds, RefundState } from './pay-refunds.js';
import { readRefund, type RefundRequest } from './refund-request.js';
import { refundView } from './refund-view.js';

const MOST_PER_ORDER = 50;
const LATEST_AFTER_MS = 365 * 86_400_000;
const BETWEEN_MS = 60_000;
const STATE_BY_OUTCOME: Readonly<Record<RefundOutcome, RefundState>> = {
  success: 'SUCCESS',
  abnormal: 'ABNORMAL',
  closed: 'CLOSED',
};

/** What the desk works with. */
export interface RefundParts {
  readonly orders: PayOrders;
  readonly refunds: PayRefunds;
  readonly keys: KeyRing;
  readonly time: PayTime;
  readonly schedule: Schedule;
  settings(): PaySettings;
  /** Told whenever a refund has come to an end, or to a stop. */
  ended(refund: PayRefund, order: PaidOrder): void;
}

/** Refunds: accepted at once, done later. */
export class RefundDesk {
  constructor(private readonly parts: RefundParts) {}

  /** POST /v3/refund/domestic/refunds; the same number again is the same refund. @throws PayError */
  create(body: JsonObject): object {
    const request = readRefund(body);
    const order = this.orderFor(request);
    const known = this.parts.refunds.find(request.outRefundNo);
    if (known !== undefined) return this.again(known, request, order);
    this.check(request, order);
    const refund = this.parts.refunds.put({
      refundId: newRefundId(),
      outRefundNo: request.outRefundNo,
      outTradeNo: order.outTradeNo,
      transactionId: order.payment.transactionId,
      refundFen: request.refundFen,
      reason: request.reason,
      notifyUrl: request.notifyUrl,
      fundsAccount: request.fundsAccount,
      from: request.from,
      state: 'PROCESSING',
      channel: 'ORIGINAL',
      createdAt: this.parts.time.now(),
      succeededAt: undefined,
      fingerprint: request.fingerprint,
    });
    this.parts.orders.put({ ...order, refunded: true });
    this.endLater(refund, this.parts.settings().refundOutcome);
    return refundView(refund, order);
  }

  /** GET /v3/refund/domestic/refunds/{out_refund_no}. @throws PayError RESOURCE_NOT_EXISTS */
  query(outRefundNo: string): object {
    const refund = this.parts.refunds.find(outRefundNo);
    const order = refund === undefined ? undefined : this.parts.orders.find(refund.outTradeNo);
    if (refund === undefined || !isPaid(order)) {
      throw new PayError('RESOURCE_NOT_EXISTS', '退款单不存在');
    }
    return refundView(refund, order);
  }

  /** POST …/{refund_id}/apply-abnormal-refund: an ABNORMAL one goes on by another way. @throws PayError */
  applyAbnormal(refundId: string, body: JsonObject, serial: string | undefined): object {
    const fields = new PayFields(body);
    const outRefundNo = fields.text('out_refund_no', { max: 64 });
    const type = fields.text('type', { max: 32, pattern: /^(USER|MERCHANT)_BANK_CARD$/ });
    if (type === 'USER_BANK_CARD') this.readCard(fields, serial);
    const refund = this.parts.refunds.withRefundId(refundId);
    const order = this.parts.orders.find(refund?.outTradeNo ?? '');
    if (refund?.outRefundNo !== outRefundNo || !isPaid(order)) {
      throw new PayError('RESOURCE_NOT_EXISTS', '退款单不存在');
    }
    if (refund.state !== 'ABNORMAL') {
      throw new PayError('INVALID_REQUEST', '只有退款异常的退款单可以发起异常退款');
    }
    const again = this.parts.refunds.put({
      ...refund,
      state: 'PROCESSING',
      channel: type === 'USER_BANK_CARD' ? 'OTHER_BANKCARD' : refund.channel,
    });
    this.endLater(again, 'success');
    return refundView(again, order);
  }

  /** Ends a refund as ordered; false when it is over already. */
  end(outRefundNo: string, outcome: RefundOutcome): boolean {
    const refund = this.parts.refunds.find(outRefundNo);
    if (refund === undefined || !['PROCESSING', 'ABNORMAL'].includes(refund.state)) return false;
    const state = STATE_BY_OUTCOME[outcome];
    const order = this.parts.orders.find(refund.outTradeNo);
    if (refund.state === state || !isPaid(order)) return false;
    const succeededAt = state === 'SUCCESS' ? this.parts.time.now() : undefined;
    this.parts.ended(this.parts.refunds.put({ ...refund, state, succeededAt }), order);
    return true;
  }

  private endLater({ outRefundNo }: PayRefund, outcome: RefundOutcome): void {
    const { refundSeconds } = this.parts.settings();
    if (refundSeconds === null) return;
    const { time, schedule, refunds } = this.parts;
    schedule.at(time.now().getTime() + refundSeconds * 1000, () => {
      if (refunds.find(outRefundNo)?.state === 'PROCESSING') this.end(outRefundNo, outcome);
    });
  }

  private orderFor({ transactionId, outTradeNo }: RefundRequest): PaidOrder {
    const { orders } = this.parts;
    const order =
      transactionId === undefined
        ? orders.find(outTradeNo ?? '')
        : orders.withTransactionId(transactionId);
    if (order === undefined) throw new PayError('RESOURCE_NOT_EXISTS', '订单不存在');
    if (outTradeNo !== undefined && order.outTradeNo !== outTradeNo) {
      throw new PayError('INVALID_REQUEST', '微信支付订单号与商户订单号不一致');
    }
    if (!isPaid(order)) throw new PayError('INVALID_REQUEST', '该订单未支付，不能退款');
    return order;
  }

  private again(known: PayRefund, request: RefundRequest, order: PaidOrder): object {
    if (known.fingerprint === request.fingerprint && known.outTradeNo === order.outTradeNo) {
      return refundView(known, order);
    }
    const sentence = '订单金额或退款金额与之前请求不一致，请核实后再试';
    throw new PayError('INVALID_REQUEST', sentence, undefined, '268498688');
  }

  private check(request: RefundRequest, order: PaidOrder): void {
    const { refundRefusal } = this.parts.settings();
    if (refundRefusal !== null) throw new PayError(refundRefusal, '微信没有接受这笔退款');
    const now = this.parts.time.now().getTime();
    if (request.totalFen !== order.totalFen) {
      throw new PayError('INVALID_REQUEST', '原订单金额与请求不一致');
    }
    if (now > order.payment.paidAt.getTime() + LATEST_AFTER_MS) {
      throw new PayError('INVALID_REQUEST', '订单支付已超过一年，不能退款');
    }
    const before = this.parts.refunds.of(order.outTradeNo);
    const last = before.at(-1);
    if (last !== undefined && now < last.createdAt.getTime() + BETWEEN_MS) {
      throw new PayError('FREQUENCY_LIMITED', '同一笔订单的退款须间隔 1 分钟以上');
    }
    if (before.length >= MOST_PER_ORDER) {
      throw new PayError('INVALID_REQUEST', '一笔订单最多部分退款 50 次');
    }
    const given = sumOf(before.filter(({ state }) => state !== 'CLOSED'));
    if (given + request.refundFen > order.totalFen) {
      throw new PayError('INVALID_REQUEST', '申请退款金额超过可退金额');
    }
    this.checkBalance(request.refundFen, order);
  }

  private checkBalance(refundFen: number, order: PayOrder): void {
    const { balanceFen } = this.parts.settings();
    if (balanceFen === null) return;
    const spent = sumOf(this.parts.refunds.all().filter(({ state }) => state !== 'CLOSED'));
    if (spent + refundFen <= balanceFen) return;
    throw new PayError('NOT_ENOUGH', `基本账户余额不足，订单 ${order.outTradeNo} 暂不能退款`);
  }

  private readCard(fields: PayFields, serial: string | undefined): void {
    fields.text('bank_type', { max: 16 });
    for (const name of ['bank_account', 'real_name']) {
      const encrypted = fields.text(name, { max: 1_024 });
      const plain = serial === undefined ? undefined : this.parts.keys.open(encrypted, serial);
      if (plain === undefined) fields.refuse(name, '无法用 Wechatpay-Serial 对应的私钥解密');
    }
  }
}

function sumOf(refunds: readonly PayRefund[]): number {
  return refunds.reduce((sum, { refundFen }) => sum + refundFen, 0);
}

function newRefundId(): string {
  const half = (): string => String(randomInt(10 ** 11, 10 ** 12));
  return `50300${half()}${half()}`;
}
