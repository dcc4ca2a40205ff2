export { priceContext, type AskedLine, type PriceRequest } from './price-context.js';
export { PricingModule } from './pricing.module.js';
export { bestPrice } from './rules/best-price.js';
export { pointsWorth } from './rules/points-worth.js';
export type { CouponKind, CouponTerms, Scope } from './rules/coupon-terms.js';
export type {
  CardLine,
  ComboLine,
  ComboPart,
  LineRule,
  ManualDiscount,
  PointsTerms,
  PriceClient,
  PriceEffect,
  PriceInput,
  PriceLine,
  ProductLine,
  RuleWindow,
  ServiceLine,
  SessionTerms,
} from './rules/price-input.js';
export type {
  Beaten,
  BestPrice,
  PricedLine,
  PricedPart,
  ProposedSession,
  Reason,
  UsedCoupon,
} from './rules/price-output.js';
export type { PriceRuleDraft, RulePart } from './rules/price-rule-draft.js';
export { SavePriceRule } from './save-price-rule.js';
