import type { Reader } from '../../platform/database/index.js';
import { couponsOf, liveCouponsOf, type Coupon } from './data/coupons.js';

/** A client's coupons as the phone sorts them. */
export interface Shelves {
  /** Those that end first come first. */
  readonly usable: readonly Coupon[];
  /** The latest first. */
  readonly used: readonly Coupon[];
  /** Ran out, or taken back by the salon; the latest first. */
  readonly expired: readonly Coupon[];
}

const PER_SHELF = 100;

/** Whose day is over counts as expired, also before the sweep came by. */
export async function shelvesOf(reader: Reader, customerId: string, now: Date): Promise<Shelves> {
  const live = await liveCouponsOf(reader, customerId);
  const isOver = (coupon: Coupon): boolean =>
    coupon.expiresAt <= now && coupon.heldByBillId === null;
  const used = await couponsOf(reader, customerId, ['used'], PER_SHELF);
  const ended = await couponsOf(reader, customerId, ['expired', 'revoked'], PER_SHELF);
  return {
    usable: live.filter((coupon) => !isOver(coupon)),
    used,
    expired: [...live.filter(isOver), ...ended],
  };
}
