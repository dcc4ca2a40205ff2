import type { CouponTerms, Scope } from './coupon-terms.js';
import type { PriceLine } from './price-input.js';

/** Whether a scope reaches a line. Cards are reached only by a list that names them. */
export function reaches(scope: Scope, line: PriceLine): boolean {
  switch (scope.kind) {
    case 'all':
      return line.kind !== 'card';
    case 'services':
      return line.kind === 'service' || line.kind === 'combo';
    case 'products':
      return line.kind === 'product';
    case 'listed': {
      const category = line.kind === 'service' || line.kind === 'product' ? line.categoryId : null;
      return scope.ids.some((id) => id === line.itemId || id === category);
    }
  }
}

/** Whether a coupon may be used on a line: free services and gift sessions are for services only. */
export function couponReaches(coupon: CouponTerms, line: PriceLine): boolean {
  const servicesOnly = coupon.kind === 'free_service' || coupon.kind === 'gift_session';
  if (servicesOnly && line.kind !== 'service') return false;
  if (coupon.kind === 'trial_price' && line.kind !== 'service' && line.kind !== 'product')
    return false;
  return reaches(coupon.scope, line);
}

/** Narrow scopes come first when money-off coupons are taken off one after the other. */
export function scopeBreadth(scope: Scope): number {
  if (scope.kind === 'listed') return 0;
  return scope.kind === 'all' ? 2 : 1;
}
