import {
  ORDER_STATE,
  SPLIT,
  type Parcel,
  type Shipment,
  type ShippingOrder,
} from '../../state/shipping-orders.js';
import { WechatError } from '../errors.js';
import type { UploadedShipping } from './upload-input.js';

const MOST_PARCELS = 15;

/**
 * What an order's shipment becomes with an upload. Shipping a finished order anew, or changing the
 * mode or kind of delivery, is the one change that the platform allows.
 * @throws WechatError 10060004 (state), 268485216 (not later than the last upload), 10060023
 *   (nothing new), 10060002 (adding to a finished split delivery), 10060003 (change used up),
 *   10060024, 10060020
 */
export function nextShipment(
  order: ShippingOrder,
  uploaded: UploadedShipping,
  uploadTime: number,
  now: Date,
): Shipment {
  if (order.state !== ORDER_STATE.toShip && order.state !== ORDER_STATE.shipped) {
    throw new WechatError('notShippable');
  }
  const before = order.shipment;
  if (before !== undefined && uploadTime <= before.uploadTime) {
    throw new WechatError('invalidUploadTime', '，须晚于上一次上传时间');
  }
  const anew = before !== undefined && isChange(before, uploaded);
  if (before !== undefined) refuseRepeats(before, uploaded, anew);
  const parcels =
    before === undefined || anew ? uploaded.parcels : together(before.parcels, uploaded.parcels);
  if (parcels.length > MOST_PARCELS) throw new WechatError('tooManyParcels');
  const finished = uploaded.allDelivered;
  if (finished && parcels.length === 0 && order.description === '') {
    throw new WechatError('nothingDescribed');
  }
  return {
    deliveryMode: uploaded.deliveryMode,
    logisticsType: uploaded.logisticsType,
    finished,
    finishCount: (before?.finishCount ?? 0) + (finished ? 1 : 0),
    parcels,
    uploadTime,
    changed: anew || before?.changed === true,
    finishedAt: finished ? now : before?.finishedAt,
  };
}

function isChange(before: Shipment, uploaded: UploadedShipping): boolean {
  return (
    before.finished ||
    before.deliveryMode !== uploaded.deliveryMode ||
    before.logisticsType !== uploaded.logisticsType
  );
}

function refuseRepeats(before: Shipment, uploaded: UploadedShipping, anew: boolean): void {
  if (isSame(before, uploaded)) throw new WechatError('nothingChanged');
  const addsMore = uploaded.deliveryMode === SPLIT && !uploaded.allDelivered;
  if (before.finished && before.deliveryMode === SPLIT && addsMore) {
    throw new WechatError('alreadyShipped');
  }
  if (anew && before.changed) throw new WechatError('changeUsedUp');
}

function isSame(before: Shipment, uploaded: UploadedShipping): boolean {
  return (
    before.deliveryMode === uploaded.deliveryMode &&
    before.logisticsType === uploaded.logisticsType &&
    before.finished === uploaded.allDelivered &&
    uploaded.parcels.length > 0 &&
    before.parcels.length === uploaded.parcels.length &&
    uploaded.parcels.every((parcel) => before.parcels.some((each) => sameParcel(each, parcel)))
  );
}

function sameParcel(one: Parcel, other: Parcel): boolean {
  return (
    one.trackingNo === other.trackingNo &&
    one.company === other.company &&
    one.itemDesc === other.itemDesc &&
    one.consignorContact === other.consignorContact &&
    one.receiverContact === other.receiverContact
  );
}

/** New parcels join; one with a known number takes the place of the old. */
function together(before: readonly Parcel[], added: readonly Parcel[]): Parcel[] {
  const kept = before.filter((old) => !added.some((each) => each.trackingNo === old.trackingNo));
  return [...kept, ...added];
}
