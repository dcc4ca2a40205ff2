import { isObject, type JsonObject } from '../../http/raw-body.js';
import type { Parcel, Shipment, ShippingOrder } from '../../state/shipping-orders.js';
import type { Endpoint } from '../endpoint.js';
import { WechatError } from '../errors.js';
import type { ShippingDesk } from './desk.js';
import { readFlatOrderKey } from './order-key.js';

const MOST_PER_PAGE = 100;
const MOST_DESC = 120;
const LATEST = 4_294_967_295;

/**
 * POST /wxa/sec/order/get_order: one order and what was uploaded for it.
 * Errors 10060001, 268485195 to 268485197.
 */
export function getOrder(desk: ShippingDesk): Endpoint {
  return {
    method: 'POST',
    path: '/wxa/sec/order/get_order',
    needsToken: true,
    answer({ body }) {
      const order = desk.known(desk.orders.find(readFlatOrderKey(body)));
      if (order === undefined) throw new WechatError('orderUnknown');
      return { errcode: 0, errmsg: 'ok', order: orderView(order) };
    },
  };
}

/**
 * POST /wxa/sec/order/get_order_list: the orders of a time of payment, a state, a person; the
 * latest paid first, page by page. Errors 10060011 (last_index), 10060014.
 */
export function getOrderList(desk: ShippingDesk): Endpoint {
  return {
    method: 'POST',
    path: '/wxa/sec/order/get_order_list',
    needsToken: true,
    answer({ body }) {
      const range = isObject(body['pay_time_range']) ? body['pay_time_range'] : {};
      const from = wholeNumber(range, 'begin_time', 0, LATEST) ?? 0;
      const to = wholeNumber(range, 'end_time', 0, LATEST) ?? LATEST;
      const state = wholeNumber(body, 'order_state', 1, 6);
      const pageSize = wholeNumber(body, 'page_size', 1, MOST_PER_PAGE) ?? MOST_PER_PAGE;
      const openid = body['openid'];
      const found = desk.orders
        .all()
        .filter((order) => desk.known(order) !== undefined)
        .filter((order) => seconds(order.paidAt) >= from && seconds(order.paidAt) <= to)
        .filter((order) => state === undefined || order.state === state)
        .filter((order) => openid === undefined || openid === '' || order.openid === openid)
        .sort((a, b) => b.paidAt.getTime() - a.paidAt.getTime());
      const start = startOf(body['last_index'], found);
      const page = found.slice(start, start + pageSize);
      return {
        errcode: 0,
        errmsg: 'ok',
        last_index: page.at(-1)?.transactionId ?? '',
        has_more: start + pageSize < found.length,
        order_list: page.map(orderView),
      };
    },
  };
}

function startOf(lastIndex: unknown, found: readonly ShippingOrder[]): number {
  if (lastIndex === undefined || lastIndex === '') return 0;
  const at = found.findIndex((order) => order.transactionId === lastIndex);
  if (at < 0) throw new WechatError('invalidLastIndex');
  return at + 1;
}

function wholeNumber(body: JsonObject, name: string, from: number, to: number): number | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
  if (!fits) throw new WechatError('invalidShippingArgument', `，${name}`);
  return value;
}

function orderView(order: ShippingOrder): object {
  const { shipment } = order;
  const described =
    shipment === undefined || shipment.parcels.length === 0
      ? order.description
      : shipment.parcels.map((parcel) => parcel.itemDesc).join(';');
  return {
    transaction_id: order.transactionId,
    merchant_id: order.mchid,
    sub_merchant_id: '',
    merchant_trade_no: order.outTradeNo,
    description: shortened(described),
    paid_amount: order.amountFen,
    openid: order.openid,
    trade_create_time: seconds(order.paidAt),
    pay_time: seconds(order.paidAt),
    order_state: order.state,
    in_complaint: order.inComplaint,
    shipping: shipment === undefined ? {} : shipmentView(shipment, order.description),
  };
}

function shipmentView(shipment: Shipment, description: string): object {
  return {
    delivery_mode: shipment.deliveryMode,
    logistics_type: shipment.logisticsType,
    finish_shipping: shipment.finished,
    finish_shipping_count: shipment.finishCount,
    goods_desc: description,
    shipping_list: shipment.parcels.map(parcelView),
  };
}

function parcelView(parcel: Parcel): object {
  return {
    tracking_no: parcel.trackingNo,
    express_company: parcel.company,
    goods_desc: parcel.itemDesc,
    upload_time: seconds(parcel.uploadedAt),
    contact: {
      consignor_contact: parcel.consignorContact,
      receiver_contact: parcel.receiverContact,
    },
  };
}

function shortened(text: string): string {
  const characters = [...text];
  if (characters.length <= MOST_DESC) return text;
  return `${characters.slice(0, MOST_DESC).join('')}...`;
}

function seconds(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
