import { couponFace, couponLimits, couponWords } from '@yance/shared-types';
import type { Store } from '../../stores/index.js';
import { HOME_ZONE, toRfc3339 } from '../../../platform/clock/index.js';
import type { ToldChange } from '../data/changes.js';
import type { Coupon } from '../data/coupons.js';
import type { CouponChangeDto, CouponDto, StaffCouponDto } from './dto/coupon.dto.js';
import { named } from './present-template.js';

/** Names and zones of the stores that a screen shows. */
export type StoresById = ReadonlyMap<string, Pick<Store, 'name' | 'timeZone'>>;

const DIGITS = 8;

const namesIn = (stores: StoresById): ReadonlyMap<string, string> =>
  new Map([...stores].map(([id, { name }]) => [id, name]));

export function presentCoupon(coupon: Coupon, stores: StoresById): CouponDto {
  const { terms, state, source, validFrom, validUntil } = coupon;
  const zone = stores.get(coupon.storeId)?.timeZone ?? HOME_ZONE;
  const { value: faceValue, unit: faceUnit } = couponFace(terms);
  return {
    ...{ id: coupon.id, no: String(coupon.no).padStart(DIGITS, '0'), name: terms.name },
    ...{ kind: terms.kind, words: couponWords(terms), faceValue, faceUnit },
    ...{ limits: couponLimits(terms), note: terms.note, state, source, validFrom, validUntil },
    serviceIds: [...terms.serviceIds],
    stores: named(terms.storeIds, namesIn(stores)),
    issuedAt: toRfc3339(coupon.issuedAt, zone),
    endedAt: coupon.endedAt && toRfc3339(coupon.endedAt, zone),
  };
}

function presentChange(change: ToldChange, stores: StoresById): CouponChangeDto {
  const store = stores.get(change.storeId);
  const { action, reason, billId, savedFen, entryNo: txId } = change;
  return {
    ...{ action, reason, billId, savedFen, txId, byName: change.by.name },
    storeName: store?.name ?? '',
    at: toRfc3339(change.at, store?.timeZone ?? HOME_ZONE),
  };
}

export function presentStaffCoupon(
  coupon: Coupon,
  changes: readonly ToldChange[],
  stores: StoresById,
): StaffCouponDto {
  const { id, customerId: clientId, templateId, storeId } = coupon;
  return {
    ...presentCoupon(coupon, stores),
    ...{ clientId, templateId, storeId, storeName: stores.get(storeId)?.name ?? '' },
    changes: changes
      .filter((change) => change.couponId === id)
      .map((change) => presentChange(change, stores)),
  };
}
