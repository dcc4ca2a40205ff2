import { refuse } from '../../platform/errors/index.js';
import { WechatRefused, WechatUnavailable } from '../../platform/wechat/index.js';

/** Invalid or used code; account blocked as a risk. The client can ask WeChat for another code. */
const CODE_ERRORS = new Set([40029, 40226]);
const TOO_OFTEN = 45011;

/**
 * Puts what WeChat said about a client's code into our words.
 * @throws Refusal WECHAT_CODE_REFUSED, RATE_LIMITED or WECHAT_UNAVAILABLE
 */
export async function askingWechat<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof WechatUnavailable)
      return refuse('WECHAT_UNAVAILABLE', { retryAfterSeconds: 3 });
    if (!(error instanceof WechatRefused)) throw error;
    if (CODE_ERRORS.has(error.errcode)) return refuse('WECHAT_CODE_REFUSED');
    if (error.errcode === TOO_OFTEN) return refuse('RATE_LIMITED', { retryAfterSeconds: 60 });
    // Anything else is about our own set-up (appid, secret, quota): the client can only try again later.
    throw error;
  }
}
