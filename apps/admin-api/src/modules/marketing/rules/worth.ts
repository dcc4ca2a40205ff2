import type { CouponTerms } from '../../coupons/index.js';

/** What a coupon can take off at the most, in fen; null where only its bill can tell, such as a free service. */
export function mostSaved({
  kind,
  amountFen,
  capFen,
}: Pick<CouponTerms, 'kind' | 'amountFen' | 'capFen'>): number | null {
  if (kind === 'money_off') return amountFen;
  return kind === 'percent' ? capFen : null;
}
