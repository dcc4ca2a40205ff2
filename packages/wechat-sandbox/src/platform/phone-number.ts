import type { SandboxState } from '../state/sandbox-state.js';
import type { Endpoint } from './endpoint.js';
import { WechatError } from './errors.js';

/**
 * POST /wxa/business/getuserphonenumber: a code of the phone button becomes the number.
 * Errors 40029 (unknown, used, expired, or a wx.login code), 41008.
 */
export function userPhoneNumber(state: SandboxState): Endpoint {
  return {
    method: 'POST',
    path: '/wxa/business/getuserphonenumber',
    needsToken: true,
    answer({ body }) {
      const code = body['code'];
      if (code === undefined || code === '') throw new WechatError('codeMissing');
      const phone = typeof code === 'string' ? state.phoneCodes.take(code) : undefined;
      if (phone === undefined) throw new WechatError('invalidCode');
      const { countryCode, pureNumber } = phone;
      return {
        errcode: 0,
        errmsg: 'ok',
        phone_info: {
          // Only numbers from outside the mainland carry their country code here.
          phoneNumber: countryCode === '86' ? pureNumber : `${countryCode}${pureNumber}`,
          purePhoneNumber: pureNumber,
          countryCode,
          watermark: {
            timestamp: Math.floor(state.clock.now().getTime() / 1000),
            appid: state.app.appid,
          },
        },
      };
    },
  };
}
