import { couponsByIds, type Coupon } from '../coupons/index.js';
import { callableOf } from '../marketing/index.js';
import type { Reader } from '../../platform/database/index.js';
import type { Call } from './data/calls.js';

/** What has changed since a call was put on the list. */
export interface CallSight {
  readonly call: Call;
  readonly coupon: Coupon | undefined;
  /** Why nobody has to call any more; null where somebody does. */
  readonly off: string | null;
}

/** Looks at calls as they stand now: what she said since, and whether the coupon can still be used. */
export async function callSights(
  reader: Reader,
  calls: readonly Call[],
  now: Date,
): Promise<CallSight[]> {
  const found = await couponsByIds(
    reader,
    calls.map(({ aboutId }) => aboutId),
  );
  const coupons = new Map(found.map((coupon) => [coupon.id, coupon]));
  const callable = await callableOf(
    reader,
    calls.map(({ customerId }) => customerId),
  );
  return calls.map((call) => {
    const coupon = coupons.get(call.aboutId);
    const isGood =
      coupon !== undefined && ['issued', 'held'].includes(coupon.state) && coupon.expiresAt > now;
    const off = !callable.has(call.customerId)
      ? '顾客不再同意接听电话'
      : isGood
        ? null
        : '优惠券已用掉或已失效';
    return { call, coupon, off };
  });
}
