import type { CouponState } from '@yance/shared-types';
import type { LocalDate } from '../../../platform/clock/index.js';
import { refuse } from '../../../platform/errors/index.js';
import type { CouponTerms } from './coupon-terms.js';

/** Whose bill it is, and where and on which business day it is paid. */
export interface UseAt {
  readonly customerId: string;
  readonly storeId: string;
  readonly on: LocalDate;
}

/** What has to be known of a coupon to say whether it is good. */
export interface Spendable {
  readonly customerId: string;
  readonly state: CouponState;
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate;
  readonly heldByBillId: string | null;
  readonly terms: Pick<CouponTerms, 'storeIds'>;
}

/** True on its days in its stores, whatever its state. */
export const isGoodAt = (coupon: Spendable, { storeId, on }: Omit<UseAt, 'customerId'>): boolean =>
  coupon.validFrom <= on && on <= coupon.validUntil && coupon.terms.storeIds.includes(storeId);

/**
 * @param billId the bill that may hold it
 * @throws Refusal COUPON_NOT_FOUND for another client's, COUPON_HELD, COUPON_STATE, COUPON_EXPIRED outside of its
 *   days, COUPON_NOT_HERE
 */
export function requireUsable(coupon: Spendable, at: UseAt, billId: string): void {
  if (coupon.customerId !== at.customerId) refuse('COUPON_NOT_FOUND');
  if (coupon.heldByBillId !== null && coupon.heldByBillId !== billId) refuse('COUPON_HELD');
  if (coupon.state !== 'issued' && coupon.state !== 'held') refuse('COUPON_STATE');
  if (at.on < coupon.validFrom || at.on > coupon.validUntil)
    refuse('COUPON_EXPIRED', {
      extras: { validFrom: coupon.validFrom, validUntil: coupon.validUntil },
    });
  if (!coupon.terms.storeIds.includes(at.storeId)) refuse('COUPON_NOT_HERE');
}
