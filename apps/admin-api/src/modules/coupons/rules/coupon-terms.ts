import type { CouponPromise } from '@yance/shared-types';
import type { TemplateDraft } from './template-draft.js';

/**
 * What a coupon was promised to be when it was issued; it never changes afterwards. Amounts in fen. With the day and
 * the store this is all that a price has to know of it.
 */
export interface CouponTerms extends CouponPromise {
  /** As the client reads it. */
  readonly name: string;
  /** Services and products of a listed scope; empty otherwise. */
  readonly serviceIds: readonly string[];
  readonly productIds: readonly string[];
  /** Stores in which it is good. */
  readonly storeIds: readonly string[];
  /** Good on a line whose price comes from the client's tier. */
  readonly withTier: boolean;
  /** Good beside other coupons that say the same. */
  readonly withCoupons: boolean;
  /** After a reversal it is good for so many days at least, that day included. */
  readonly returnDays: number;
  /** How to use it, in the salon's words. */
  readonly note: string;
}

/** The terms of a coupon that is issued from this template now. @param itemNames of its listed services and products */
export function termsOf(draft: TemplateDraft, itemNames: readonly string[]): CouponTerms {
  const { name, kind, amountFen, permille, capFen, minSpendFen, scope, validKind, note } = draft;
  const { serviceIds, productIds, storeIds, withTier, withCoupons, returnDays } = draft;
  return {
    ...{ name, kind, amountFen, permille, capFen, minSpendFen, scope, itemNames, validKind },
    ...{ serviceIds, productIds, storeIds, withTier, withCoupons, returnDays, note },
  };
}
