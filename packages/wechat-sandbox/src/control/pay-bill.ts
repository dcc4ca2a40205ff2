import type { FastifyInstance } from 'fastify';

import { Fields, readJson } from '../http/input.js';
import type { BillErrors } from '../pay/bills/bill-entries.js';
import type { PaySide } from '../pay/pay-side.js';

const OUT_TRADE_NO = /^\S{1,64}$/;
const MOST_UNKNOWN = 100;
const HIGHEST_FEN = 1_000_000_000;

/** POST /_sandbox/bill: a day's bill at once, and in what it shall be wrong. */
export function payBillRoutes(app: FastifyInstance, pay: PaySide): void {
  app.post('/_sandbox/bill', (request) => {
    const fields = new Fields(readJson(request));
    fields.onlyThese(['date', 'creating', 'missing', 'unknown', 'amounts']);
    const date = fields.text('date', /^\d{4}-\d{2}-\d{2}$/, '须是日期，如 2026-03-02');
    if (date !== '' && Number.isNaN(Date.parse(date))) fields.reject('date', '没有这一天', null);
    const creating = fields.flag('creating');
    const errors = readErrors(fields);
    fields.check();
    const { rows, text } = pay.bills.order({ date, creating, errors });
    return { date, creating, rows, text };
  });
}

function readErrors(fields: Fields): BillErrors {
  const amounts = fields.has('amounts')
    ? fields.objects('amounts', (each) => [
        each.text('outTradeNo', OUT_TRADE_NO, '须是商户订单号'),
        each.integer('amountFen', { from: 1, to: HIGHEST_FEN, otherwise: 0 }),
      ])
    : [];
  return {
    missing: fields.has('missing')
      ? fields.textList('missing', OUT_TRADE_NO, '须是商户订单号')
      : [],
    unknown: fields.integer('unknown', { from: 0, to: MOST_UNKNOWN, otherwise: 0 }),
    amounts: Object.fromEntries(amounts) as Record<string, number>,
  };
}
