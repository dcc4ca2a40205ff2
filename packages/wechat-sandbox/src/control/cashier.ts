import type { FastifyInstance } from 'fastify';

import { BadInput, Fields, readJson } from '../http/input.js';
import { isObject, queryOf, type JsonObject } from '../http/raw-body.js';
import { CASHIER_OUTCOMES, type PayParams } from '../pay/orders/cashier.js';
import type { PaySide } from '../pay/pay-side.js';
import { OPENID, OPENID_MEANS } from './openid.js';
import { noSuch, orderItem } from './pay-items.js';

const PREPAY_ID = /^\w{1,64}$/;
const SIGNED_TEXT = /^.{1,1024}$/s;
/** What wx.requestPayment says after each choice at the cashier. */
const WORDS = {
  success: 'requestPayment:ok',
  cancel: 'requestPayment:fail cancel',
  fail: 'requestPayment:fail payment failed',
} as const;

/** What a person sees and does when wx.requestPayment opens WeChat's cashier. */
export function cashierRoutes(app: FastifyInstance, pay: PaySide): void {
  app.get('/_sandbox/cashier', (request) => {
    const { prepayId = '' } = queryOf(request);
    const order = pay.orders.withPrepayId(prepayId);
    if (order === undefined) throw noSuch('prepayId', pay.cashier.obstacle(prepayId));
    const obstacle = pay.cashier.obstacle(prepayId) ?? null;
    return { ...orderItem(pay, order), payable: obstacle === null, obstacle };
  });

  app.post('/_sandbox/cashier', (request) => {
    const body = readJson(request);
    const fields = new Fields(body);
    fields.onlyThese(['prepayId', 'outcome', 'bankType', 'couponFen', 'openid', 'pay']);
    const prepayId = fields.text('prepayId', PREPAY_ID, '须是 prepay_id');
    const outcome = fields.choice('outcome', CASHIER_OUTCOMES);
    const bankType =
      fields.optionalText('bankType', /^[A-Z_]{1,32}$/, '须是银行类型，如 CMB_DEBIT') ?? 'OTHERS';
    const asked = pay.orders.withPrepayId(prepayId);
    const most = asked?.totalFen ?? 0;
    const couponFen = fields.integer('couponFen', { from: 0, to: most, otherwise: 0 });
    const openid = fields.optionalText('openid', OPENID, OPENID_MEANS);
    fields.check();
    const obstacle = pay.cashier.obstacle(prepayId);
    if (obstacle !== undefined) throw noSuch('prepayId', obstacle);
    if (openid !== undefined && openid !== asked?.openid) {
      throw noSuch('openid', '下单账号与支付账号不一致，请核实后再支付');
    }
    if (fields.has('pay') && !pay.cashier.isSigned(prepayId, readParams(body))) {
      throw noSuch('pay', '支付验证签名失败');
    }
    const order = pay.cashier.decide(prepayId, outcome, { bankType, couponFen });
    return {
      prepayId,
      outcome,
      errMsg: WORDS[outcome],
      ...(order === undefined ? {} : { order: orderItem(pay, order) }),
    };
  });
}

/** @throws BadInput when one of the five texts is missing */
function readParams(body: JsonObject): PayParams {
  const { pay } = body;
  if (!isObject(pay)) throw new BadInput([{ field: 'pay', message: '须是对象' }]);
  const fields = new Fields(pay);
  const text = (name: string): string => fields.text(name, SIGNED_TEXT, '须是文字');
  const params = {
    timeStamp: text('timeStamp'),
    nonceStr: text('nonceStr'),
    package: text('package'),
    signType: text('signType'),
    paySign: text('paySign'),
  };
  fields.check();
  return params;
}
