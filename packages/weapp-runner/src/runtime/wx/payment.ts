import { api, textIn, WxFailure, type Area, type WxContext } from './api.js';

const SIGNED = ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign'];
const PREPAY = /^prepay_id=(.+)$/;

/**
 * wx.requestPayment at the sandbox's cashier. Cancelling fails with `cancel`, anything else with other words; neither
 * is final, and a success is not either: the server has to be asked.
 */
export function payment({ recorder, gesture, wechat, answers }: WxContext): Area {
  return {
    requestPayment: api(recorder, 'requestPayment', async (options) => {
      const signed = Object.fromEntries(SIGNED.map((key) => [key, textIn(options, key)]));
      const prepayId = PREPAY.exec(signed['package'] ?? '')?.[1];
      if (!prepayId) throw new WxFailure('parameter error: parameter.package is invalid');
      const outcome = answers().payment;
      await wechat.cashier(prepayId, outcome, signed);
      // Messages may be asked for in the callback of a payment as they may in a tap.
      gesture.begin();
      if (outcome === 'cancel') throw new WxFailure('cancel');
      if (outcome === 'fail') throw new WxFailure('payment failed', { errCode: -1 });
      return {};
    }),
  };
}
