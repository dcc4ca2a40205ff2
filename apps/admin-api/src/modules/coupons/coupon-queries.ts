import {
  couponWords,
  type CouponKind,
  type CouponScope,
  type CouponState,
} from '@yance/shared-types';
import type { LocalDate } from '../../platform/clock/index.js';
import type { Reader } from '../../platform/database/index.js';
import { liveCouponsOf, type Coupon } from './data/coupons.js';
import { isGoodAt } from './rules/usable.js';

/** A coupon that a bill may use, with all that a price has to know: the shape that pricing asks for. Amounts in fen. */
export interface UsableCoupon {
  readonly id: string;
  readonly templateId: string;
  /** As people read it out. */
  readonly no: number;
  readonly name: string;
  readonly kind: CouponKind;
  readonly amountFen: number | null;
  /** percent: what is paid of a thousand. */
  readonly permille: number | null;
  readonly capFen: number | null;
  /** gift_session: how many units it covers; null for the others. */
  readonly units: number | null;
  readonly minSpendFen: number;
  /** `ids` of services and products where it lists them. */
  readonly scope: { readonly kind: CouponScope; readonly ids: readonly string[] };
  readonly withTier: boolean;
  readonly withCoupons: boolean;
  /** The last day. */
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

function forPrice({ id, no, templateId, terms, validUntil }: Coupon): UsableCoupon {
  const { name, kind, amountFen, permille, capFen, minSpendFen, withTier, withCoupons } = terms;
  return {
    ...{ id, no, templateId, name, kind, amountFen, permille, capFen, minSpendFen },
    units: kind === 'gift_session' ? 1 : null,
    scope: { kind: terms.scope, ids: [...terms.serviceIds, ...terms.productIds] },
    ...{ withTier, withCoupons, validUntil },
  };
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
    .map(forPrice);
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
