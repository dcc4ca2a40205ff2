export { bestPrice } from './rules/best-price.js';
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
