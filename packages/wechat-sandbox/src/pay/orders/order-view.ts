import { beijing } from '../time.js';
import type { PayOrder, TradeState } from './pay-orders.js';

const STATE_WORDS: Readonly<Record<TradeState, string>> = {
  SUCCESS: '支付成功',
  REFUND: '订单发生过退款',
  NOTPAY: '订单未支付',
  CLOSED: '订单已关闭',
};

/** An order as a query and a notification tell it. */
export function orderView(order: PayOrder, state: TradeState, mchid: string): object {
  return {
    appid: order.appid,
    mchid,
    out_trade_no: order.outTradeNo,
    trade_state: state,
    trade_state_desc: STATE_WORDS[state],
    ...(order.attach === undefined ? {} : { attach: order.attach }),
    ...(order.deviceId === undefined ? {} : { scene_info: { device_id: order.deviceId } }),
    ...(order.payment === undefined
      ? { payer: {}, amount: { total: order.totalFen, currency: order.currency } }
      : paidPart(order, order.payment)),
  };
}

function paidPart(order: PayOrder, payment: NonNullable<PayOrder['payment']>): object {
  const { transactionId, bankType, couponFen, paidAt } = payment;
  return {
    transaction_id: transactionId,
    trade_type: 'JSAPI',
    bank_type: bankType,
    success_time: beijing(paidAt),
    payer: { openid: order.openid },
    amount: {
      total: order.totalFen,
      payer_total: order.totalFen - couponFen,
      currency: order.currency,
      payer_currency: 'CNY',
    },
    ...(couponFen === 0 ? {} : { promotion_detail: [couponDetail(couponFen)] }),
  };
}

function couponDetail(amount: number): object {
  return {
    coupon_id: '109519',
    name: '微信支付代金券',
    scope: 'GLOBAL',
    type: 'NOCASH',
    amount,
    wechatpay_contribute: amount,
    merchant_contribute: 0,
    other_contribute: 0,
    currency: 'CNY',
  };
}
