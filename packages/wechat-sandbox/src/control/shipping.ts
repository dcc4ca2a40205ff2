import { randomInt } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import { BadInput, Fields, readJson } from '../http/input.js';
import type { JsonObject } from '../http/raw-body.js';
import type { ShippingDesk } from '../platform/shipping/desk.js';
import { ORDER_STATE, type ShippingOrder } from '../state/shipping-orders.js';
import { OPENID, OPENID_MEANS } from './openid.js';
import { OUT_TRADE_NO } from '../pay/orders/prepay.js';

const TRANSACTION_ID = /^\d{28,32}$/;
const HIGHEST_FEN = 1_000_000_000;
const LATEST_KNOWN_SECONDS = 3_600;
const ACTIONS = ['confirm', 'settle', 'refund', 'awaitSettlement', 'complain'] as const;

/** Paid orders for the shipping service, and what happens to them without the app. */
export function shippingRoutes(app: FastifyInstance, desk: ShippingDesk): void {
  app.post('/_sandbox/shipping-order', (request, reply) => {
    const order = readOrder(readJson(request), desk);
    if (!desk.paid(order)) {
      throw new BadInput([{ field: 'outTradeNo', message: '已有这笔支付单' }]);
    }
    return reply.code(201).send(order);
  });
  app.get('/_sandbox/shipping-orders', () => ({ items: desk.orders.all().reverse() }));
  app.post('/_sandbox/shipping-order/action', (request) => {
    const fields = new Fields(readJson(request));
    fields.onlyThese(['transactionId', 'action']);
    const transactionId = fields.text('transactionId', TRANSACTION_ID, '须是 28 至 32 位数字');
    const action = fields.choice('action', ACTIONS);
    fields.check();
    if (desk.orders.find({ transactionId }) === undefined) {
      throw new BadInput([{ field: 'transactionId', message: '没有这笔支付单' }]);
    }
    if (!act(desk, transactionId, action)) {
      throw new BadInput([{ field: 'action', message: '这笔支付单现在不能这样做' }]);
    }
    return desk.orders.find({ transactionId });
  });
}

function act(desk: ShippingDesk, id: string, action: (typeof ACTIONS)[number]): boolean {
  switch (action) {
    case 'confirm':
      return desk.confirm(id);
    case 'settle':
      return desk.settle(id);
    case 'refund':
      return desk.orders.change(id, { state: ORDER_STATE.refunded }) !== undefined;
    case 'awaitSettlement':
      return desk.orders.change(id, { state: ORDER_STATE.toSettle }) !== undefined;
    case 'complain':
      return desk.orders.change(id, { inComplaint: true }) !== undefined;
  }
}

function readOrder(body: JsonObject, desk: ShippingDesk): ShippingOrder {
  const fields = new Fields(body);
  fields.onlyThese([
    'transactionId',
    'mchid',
    'outTradeNo',
    'openid',
    'amountFen',
    'description',
    'knownAfterSeconds',
    'combinedTransactionId',
    'combinedOutTradeNo',
  ]);
  const transactionId =
    fields.optionalText('transactionId', TRANSACTION_ID, '须是 28 至 32 位数字') ??
    newTransactionId();
  const mchid = fields.text('mchid', /^\d{6,32}$/, '须是商户号');
  const outTradeNo = fields.text('outTradeNo', OUT_TRADE_NO, '须是商户订单号');
  const openid = fields.text('openid', OPENID, OPENID_MEANS);
  const amountFen = fields.integer('amountFen', { from: 1, to: HIGHEST_FEN, otherwise: 1 });
  const description = fields.optionalText('description', /^.{0,127}$/, '最多 127 个字符') ?? '';
  const late = fields.integer('knownAfterSeconds', {
    from: 0,
    to: LATEST_KNOWN_SECONDS,
    otherwise: 0,
  });
  const combined = combinedOf(fields);
  fields.check();
  const paidAt = desk.clock.now();
  return {
    transactionId,
    mchid,
    outTradeNo,
    combined,
    openid,
    amountFen,
    description,
    paidAt,
    knownFrom: paidAt.getTime() + late * 1000,
    state: ORDER_STATE.toShip,
    inComplaint: false,
    shipment: undefined,
    reminded: false,
    special: undefined,
    receivedAt: undefined,
  };
}

function combinedOf(fields: Fields): ShippingOrder['combined'] {
  if (!fields.has('combinedTransactionId') && !fields.has('combinedOutTradeNo')) return undefined;
  return {
    transactionId: fields.text('combinedTransactionId', TRANSACTION_ID, '须是 28 至 32 位数字'),
    outTradeNo: fields.text('combinedOutTradeNo', OUT_TRADE_NO, '须是商户订单号'),
  };
}

function newTransactionId(): string {
  const half = (): string => String(randomInt(10 ** 11, 10 ** 12));
  return `4200${half()}${half()}`;
}
