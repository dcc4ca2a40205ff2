import { isObject, type JsonObject } from '../../http/raw-body.js';
import { EXPRESS, SPLIT, type Parcel } from '../../state/shipping-orders.js';
import { WechatError } from '../errors.js';

const UNIFIED = 1;
const LOGISTICS_TYPES = [1, 2, 3, 4];
const MOST_PARCELS = 15;
const MOST_BYTES = 128;
const MOST_DESC = 120;
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
/** Without its hyphens: something is masked, the last four digits are not. */
const MASKED = /^[\d*]*\*[\d*]*\d{4}$/;
const SF_EXPRESS = 'SF';

/** What one upload says of one order. */
export interface UploadedShipping {
  readonly deliveryMode: number;
  readonly logisticsType: number;
  readonly allDelivered: boolean;
  readonly parcels: readonly Parcel[];
}

/** @throws WechatError 268485216 */
export function readUploadTime(value: unknown): number {
  const time = typeof value === 'string' && RFC3339.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) throw new WechatError('invalidUploadTime');
  return time;
}

/** @throws WechatError 47001 when there is no payer */
export function readPayer(value: unknown): string {
  const openid = isObject(value) ? value['openid'] : undefined;
  if (typeof openid !== 'string' || openid === '') throw new WechatError('badJson');
  return openid;
}

/**
 * Reads mode, kind and parcels of an order.
 * @param listMayBeMissing a sub-order of a combined one may finish with what was uploaded before
 * @throws WechatError 268485224, 10060005 to 10060009, 10060014, 10060024 to 10060026,
 *   268485226 to 268485228, 47001
 */
export function readShipping(
  body: JsonObject,
  now: Date,
  listMayBeMissing = false,
): UploadedShipping {
  const deliveryMode = body['delivery_mode'];
  if (deliveryMode !== UNIFIED && deliveryMode !== SPLIT) {
    throw new WechatError('invalidDeliveryMode');
  }
  const logisticsType = body['logistics_type'];
  if (typeof logisticsType !== 'number' || !LOGISTICS_TYPES.includes(logisticsType)) {
    throw new WechatError('invalidLogisticsType');
  }
  const split = deliveryMode === SPLIT;
  if (split && logisticsType !== EXPRESS) throw new WechatError('splitNeedsExpress');
  const all = body['is_all_delivered'];
  if (split && typeof all !== 'boolean') throw new WechatError('allDeliveredMissing');
  const list = body['shipping_list'];
  const parcels =
    list === undefined && listMayBeMissing ? [] : readParcels(list, logisticsType, split, now);
  return { deliveryMode, logisticsType, allDelivered: split ? all === true : true, parcels };
}

function readParcels(list: unknown, logisticsType: number, split: boolean, now: Date): Parcel[] {
  if (!Array.isArray(list) || list.length === 0) throw new WechatError('badJson');
  if (list.length > MOST_PARCELS) throw new WechatError('tooManyParcels');
  if (!split && list.length !== 1) throw new WechatError('unifiedNeedsOne');
  return list.map((each: unknown) => readParcel(each, logisticsType === EXPRESS, now));
}

function readParcel(value: unknown, express: boolean, now: Date): Parcel {
  if (!isObject(value)) throw new WechatError('badJson');
  const trackingNo = textOf(value, 'tracking_no');
  const company = textOf(value, 'express_company');
  if (express && trackingNo === '') throw new WechatError('trackingNoMissing');
  if (Buffer.byteLength(trackingNo) > MOST_BYTES) throw new WechatError('trackingNoTooLong');
  if (express && company === '') throw new WechatError('companyMissing');
  if (Buffer.byteLength(company) > MOST_BYTES) throw new WechatError('companyTooLong');
  const itemDesc = textOf(value, 'item_desc');
  if (itemDesc.trim() === '') throw new WechatError('itemDescMissing');
  if ([...itemDesc].length > MOST_DESC) throw new WechatError('itemDescTooLong');
  return { trackingNo, company, itemDesc, ...contactsOf(value, company), uploadedAt: now };
}

/** SF Express wants one of the two numbers; both are sent masked. */
function contactsOf(
  value: JsonObject,
  company: string,
): Pick<Parcel, 'consignorContact' | 'receiverContact'> {
  const given = value['contact'];
  if (given !== undefined && !isObject(given)) throw new WechatError('badJson');
  const contact = given ?? {};
  const consignorContact = textOf(contact, 'consignor_contact');
  const receiverContact = textOf(contact, 'receiver_contact');
  for (const number of [consignorContact, receiverContact]) {
    if (number !== '' && !MASKED.test(number.replaceAll('-', ''))) {
      throw new WechatError('invalidShippingArgument', '，联系方式须打掩码且末四位可见');
    }
  }
  if (company === SF_EXPRESS && consignorContact === '' && receiverContact === '') {
    throw new WechatError('invalidShippingArgument', '，顺丰须填写联系方式');
  }
  return { consignorContact, receiverContact };
}

function textOf(value: JsonObject, name: string): string {
  const given = value[name];
  if (given === undefined || given === null) return '';
  if (typeof given !== 'string') throw new WechatError('badJson');
  return given;
}
