import { couponWords, type CouponState } from '@yance/shared-types';
import type { LocalDate } from '../../platform/clock/index.js';
import type { Reader } from '../../platform/database/index.js';
import { liveCouponsOf, type Coupon } from './data/coupons.js';
import type { CouponTerms } from './rules/coupon-terms.js';
import { isGoodAt } from './rules/usable.js';

/** A coupon that a bill may use, with all that a price has to know. */
export interface UsableCoupon {
  readonly id: string;
  readonly no: number;
  readonly terms: CouponTerms;
  readonly validUntil: LocalDate;
}

/** A coupon as a client's overview shows it. */
export interface CouponInHand {
  readonly id: string;
  readonly name: string;
  /** `满300减50` */
  readonly words: string;
  readonly state: CouponState;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
}

const isOpenTo = (coupon: Coupon, billId: string | undefined): boolean =>
  coupon.heldByBillId === null || coupon.heldByBillId === billId;

/**
 * What a client can use in a store on a day; those that end first come first. One read.
 * @param billId the bill that may have some of them in hand already
 */
export async function usableCoupons(
  reader: Reader,
  customerId: string,
  storeId: string,
  on: LocalDate,
  billId?: string,
): Promise<UsableCoupon[]> {
  const live = await liveCouponsOf(reader, customerId);
  return live
    .filter((coupon) => isOpenTo(coupon, billId) && isGoodAt(coupon, { storeId, on }))
    .map(({ id, no, terms, validUntil }) => ({ id, no, terms, validUntil }));
}

/** What a client has in hand that is not over, also what is good only later; the first to end comes first. One read. */
export async function couponsOfCustomer(
  reader: Reader,
  customerId: string,
  now: Date,
): Promise<CouponInHand[]> {
  const live = await liveCouponsOf(reader, customerId);
  return live
    .filter((coupon) => coupon.expiresAt > now)
    .map(({ id, terms, state, validFrom, validUntil }) => ({
      ...{ id, name: terms.name, words: couponWords(terms), state, validFrom, validUntil },
    }));
}
