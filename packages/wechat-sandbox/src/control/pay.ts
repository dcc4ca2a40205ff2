import type { FastifyInstance } from 'fastify';

import { Fields, readJson } from '../http/input.js';
import { queryOf, type JsonObject } from '../http/raw-body.js';
import { ROTATIONS } from '../pay/keys/key-ring.js';
import { settingsOf } from '../pay/keys/merchant.js';
import type { PayOrder } from '../pay/orders/pay-orders.js';
import { PAY_CODES } from '../pay/wire/errors.js';
import type { PaySide } from '../pay/pay-side.js';
import { REFUND_OUTCOMES, type PaySettings } from '../pay/settings.js';
import { cashierRoutes } from './cashier.js';
import { noSuch, orderItem, shown } from './pay-items.js';
import { payBillRoutes } from './pay-bill.js';

const MOST_LISTED = 1_000;
const HIGHEST_FEN = 1_000_000_000_000;
const TWO_YEARS = 2 * 366 * 86_400;

/** The person at the cashier, the merchant's keys and settings, and what became of orders and notifications. */
export function payControlRoutes(app: FastifyInstance, pay: PaySide): void {
  cashierRoutes(app, pay);
  merchantRoutes(app, pay);
  refundRoutes(app, pay);
  noticeRoutes(app, pay);
  payBillRoutes(app, pay);

  app.get('/_sandbox/orders', (request) => {
    const { outTradeNo, openid } = queryOf(request);
    const fits = (order: PayOrder): boolean =>
      (outTradeNo === undefined || order.outTradeNo === outTradeNo) &&
      (openid === undefined || order.openid === openid);
    const found = pay.orders.all().filter(fits).reverse().slice(0, MOST_LISTED);
    return { items: found.map((order) => orderItem(pay, order)) };
  });

  app.post('/_sandbox/elapse', (request) => {
    const fields = new Fields(readJson(request));
    fields.onlyThese(['seconds']);
    const seconds = fields.integer('seconds', { from: 1, to: TWO_YEARS, otherwise: 0 });
    fields.check();
    pay.advance(seconds);
    return { aheadSeconds: pay.time.aheadSeconds, now: pay.time.now().toISOString() };
  });
}

function merchantRoutes(app: FastifyInstance, pay: PaySide): void {
  app.get('/_sandbox/merchant', () => settingsOf(pay.keys.merchant));
  app.post('/_sandbox/merchant/rotate', (request) => {
    const fields = new Fields(readJson(request));
    fields.onlyThese(['what']);
    const what = fields.choice('what', ROTATIONS);
    fields.check();
    pay.keys.rotate(what, pay.clock.now());
    return settingsOf(pay.keys.merchant);
  });
  app.get('/_sandbox/pay', () => pay.settings);
  app.post('/_sandbox/pay', (request) => {
    pay.settings = readSettings(readJson(request), pay.settings);
    return pay.settings;
  });
}

function refundRoutes(app: FastifyInstance, pay: PaySide): void {
  app.get('/_sandbox/refunds', (request) => {
    const { outTradeNo } = queryOf(request);
    const found = outTradeNo === undefined ? pay.refunds.all() : pay.refunds.of(outTradeNo);
    return { items: found.reverse().slice(0, MOST_LISTED).map(shown) };
  });
  app.post('/_sandbox/refund', (request) => {
    const fields = new Fields(readJson(request));
    fields.onlyThese(['outRefundNo', 'outcome']);
    const outRefundNo = fields.text('outRefundNo', /^\S{1,64}$/, '须是商户退款单号');
    const outcome = fields.choice('outcome', REFUND_OUTCOMES);
    fields.check();
    const refund = pay.refunds.find(outRefundNo);
    if (refund === undefined) throw noSuch('outRefundNo', '没有这笔退款');
    if (!pay.refundDesk.end(outRefundNo, outcome)) {
      throw noSuch('outcome', '这笔退款现在不能这样做');
    }
    return shown(pay.refunds.find(outRefundNo) ?? refund);
  });
}

function noticeRoutes(app: FastifyInstance, pay: PaySide): void {
  app.get('/_sandbox/notifications', (request) => {
    const { outTradeNo, state } = queryOf(request);
    const found = pay.notifier.list(
      (each) =>
        (outTradeNo === undefined || each.notice.outTradeNo === outTradeNo) &&
        (state === undefined || each.state === state),
    );
    const items = found.slice(0, MOST_LISTED);
    return { items: items.map(({ notice, ...rest }) => ({ ...notice, ...rest })) };
  });
  app.post<{ Params: { id: string } }>('/_sandbox/notifications/:id/again', (request, reply) => {
    const again = pay.notifier.again(request.params.id);
    if (again === undefined) throw noSuch('id', '没有这条通知');
    return reply.code(201).send({ id: again.notice.id });
  });
}

function readSettings(body: JsonObject, before: PaySettings): PaySettings {
  const fields = new Fields(body);
  fields.onlyThese(Object.keys(before));
  const flag = (name: 'certificates'): boolean =>
    fields.has(name) ? fields.flag(name) : before[name];
  const number = (name: keyof PaySettings, from: number, to: number): number =>
    fields.integer(name, { from, to, otherwise: Number(before[name]) });
  const orNone = (name: 'refundSeconds' | 'balanceFen', to: number): number | null => {
    if (body[name] === null || (!fields.has(name) && before[name] === null)) return null;
    return number(name, 0, to);
  };
  const refusal = (): PaySettings['refundRefusal'] => {
    if (body['refundRefusal'] === null) return null;
    return fields.has('refundRefusal')
      ? fields.choice('refundRefusal', PAY_CODES)
      : before.refundRefusal;
  };
  const settings: PaySettings = {
    certificates: flag('certificates'),
    certificateCallbacks: number('certificateCallbacks', 0, 100),
    refundSeconds: orNone('refundSeconds', TWO_YEARS),
    refundOutcome: fields.has('refundOutcome')
      ? fields.choice('refundOutcome', REFUND_OUTCOMES)
      : before.refundOutcome,
    refundRefusal: refusal(),
    balanceFen: orNone('balanceFen', HIGHEST_FEN),
    retryPace: number('retryPace', 1, 1_000_000),
    feeRate: number('feeRate', 0, 10_000),
  };
  fields.check();
  return settings;
}
