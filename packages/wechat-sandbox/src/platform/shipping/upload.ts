import { isObject } from '../../http/raw-body.js';
import type { Shipment, ShippingOrder } from '../../state/shipping-orders.js';
import type { Endpoint } from '../endpoint.js';
import { WechatError } from '../errors.js';
import type { ShippingDesk } from './desk.js';
import { nextShipment } from './next-shipment.js';
import { readOrderKey } from './order-key.js';
import { readPayer, readShipping, readUploadTime } from './upload-input.js';

const OK = { errcode: 0, errmsg: 'ok' };

/**
 * POST /wxa/sec/order/upload_shipping_info: tells what was shipped for one order.
 * Errors 10060001 to 10060009, 10060014, 10060020, 10060023 to 10060026, 10060031, 268485194 to
 * 268485197, 268485216, 268485224, 268485226 to 268485228, 47001.
 */
export function uploadShippingInfo(desk: ShippingDesk): Endpoint {
  return {
    method: 'POST',
    path: '/wxa/sec/order/upload_shipping_info',
    needsToken: true,
    answer({ body }) {
      const now = desk.clock.now();
      const { key } = readOrderKey(body['order_key']);
      const uploadTime = readUploadTime(body['upload_time']);
      const uploaded = readShipping(body, now);
      const openid = readPayer(body['payer']);
      const order = payersOrder(desk, desk.orders.find(key), openid);
      desk.upload(order, nextShipment(order, uploaded, uploadTime, now));
      return OK;
    },
  };
}

/**
 * POST /wxa/sec/order/upload_combined_shipping_info: the same for the orders of one combined
 * payment, all or none. The same errors.
 */
export function uploadCombinedShippingInfo(desk: ShippingDesk): Endpoint {
  return {
    method: 'POST',
    path: '/wxa/sec/order/upload_combined_shipping_info',
    needsToken: true,
    answer({ body }) {
      const now = desk.clock.now();
      const combined = readOrderKey(body['order_key']);
      const uploadTime = readUploadTime(body['upload_time']);
      const openid = readPayer(body['payer']);
      const members = desk.orders.inCombined(combined.key);
      if (members.length === 0) throw new WechatError('orderUnknown');
      const subOrders = body['sub_orders'];
      if (!Array.isArray(subOrders) || subOrders.length === 0) throw new WechatError('badJson');

      const next = new Map<ShippingOrder, Shipment>();
      for (const sub of subOrders as unknown[]) {
        if (!isObject(sub)) throw new WechatError('badJson');
        const { type, key } = readOrderKey(sub['order_key']);
        if (type !== combined.type) throw new WechatError('invalidKeyType');
        const uploaded = readShipping(sub, now, true);
        const found = desk.orders.find(key);
        const member = members.find((each) => each.transactionId === found?.transactionId);
        const order = payersOrder(desk, member, openid);
        next.set(order, nextShipment(order, uploaded, uploadTime, now));
      }
      for (const [order, shipment] of next) desk.upload(order, shipment);
      return OK;
    },
  };
}

function payersOrder(
  desk: ShippingDesk,
  found: ShippingOrder | undefined,
  openid: string,
): ShippingOrder {
  const order = desk.known(found);
  if (order === undefined) throw new WechatError('orderUnknown');
  if (order.openid !== openid) throw new WechatError('wrongPayer');
  return order;
}
