import type { LocalDate } from '../../../platform/clock/index.js';

export type CouponKind = 'money_off' | 'percent' | 'free_service' | 'trial_price' | 'gift_session';

/** What something is good for. `listed`: ids of services, products, combos, cards or categories. */
export interface Scope {
  readonly kind: 'all' | 'services' | 'products' | 'listed';
  /** Empty unless `listed`. */
  readonly ids: readonly string[];
}

/** A coupon that its client may use in this store today, with all that a price depends on. Amounts in fen. */
export interface CouponTerms {
  readonly id: string;
  readonly templateId: string;
  /** As the client reads it. */
  readonly name: string;
  readonly kind: CouponKind;
  /** money_off: what comes off. trial_price: what the unit costs. Else null. */
  readonly amountFen: number | null;
  /** percent: what is paid of a thousand (850 is 八五折). Else null. */
  readonly permille: number | null;
  /** percent: the most that comes off; null without a cap. */
  readonly capFen: number | null;
  /** gift_session: how many units it covers. Else null. */
  readonly units: number | null;
  /** 0 without a minimum. */
  readonly minSpendFen: number;
  readonly scope: Scope;
  /** Goes with member benefits. */
  readonly withTier: boolean;
  /** Goes with other coupons that say so too. */
  readonly withCoupons: boolean;
  /** Last day; null without one. */
  readonly validUntil: LocalDate | null;
}
