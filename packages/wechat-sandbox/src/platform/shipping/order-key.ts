import { isObject, type JsonObject } from '../../http/raw-body.js';
import type { OrderKey } from '../../state/shipping-orders.js';
import { WechatError } from '../errors.js';

const BY_MERCHANT = 1;
const BY_WECHAT = 2;

/**
 * Reads `order_key`. @throws WechatError 47001 (missing), 268485194 (type), 268485195 to 268485197
 * (the number that belongs to the type is missing)
 */
export function readOrderKey(value: unknown): { type: number; key: OrderKey } {
  if (!isObject(value)) throw new WechatError('badJson');
  const type = value['order_number_type'];
  if (type === BY_WECHAT) {
    return { type, key: { transactionId: need(value, 'transaction_id', 'transactionIdMissing') } };
  }
  if (type !== BY_MERCHANT) throw new WechatError('invalidKeyType');
  return {
    type,
    key: {
      mchid: need(value, 'mchid', 'mchidMissing'),
      outTradeNo: need(value, 'out_trade_no', 'outTradeNoMissing'),
    },
  };
}

/** Reads the flat form of get_order and notify_confirm_receive; the same codes. */
export function readFlatOrderKey(body: JsonObject): OrderKey {
  if (filled(body['transaction_id'])) return { transactionId: body['transaction_id'] };
  const mchid = body['merchant_id'];
  const outTradeNo = body['merchant_trade_no'];
  if (filled(mchid) && filled(outTradeNo)) return { mchid, outTradeNo };
  if (filled(mchid)) throw new WechatError('outTradeNoMissing');
  throw new WechatError(filled(outTradeNo) ? 'mchidMissing' : 'transactionIdMissing');
}

function need(
  value: JsonObject,
  name: string,
  error: 'transactionIdMissing' | 'mchidMissing' | 'outTradeNoMissing',
): string {
  const given = value[name];
  if (given === undefined || given === null || given === '') throw new WechatError(error);
  if (typeof given !== 'string') throw new WechatError('badJson');
  return given;
}

function filled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
