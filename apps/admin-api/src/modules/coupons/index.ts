export { ClaimCoupon } from './claim-coupon.js';
export {
  couponsOfCustomer,
  usableCoupons,
  type CouponInHand,
  type UsableCoupon,
} from './coupon-queries.js';
export { CouponsModule } from './coupons.module.js';
export { savedBy } from './data/changes.js';
export { couponById, couponsByIds, hadOfClients, type Coupon } from './data/coupons.js';
export { templateById, type Template } from './data/templates.js';
export { ExpireCoupons } from './expire-coupons.js';
export { HoldCoupon, type BillWish } from './hold-coupon.js';
export { IssueCoupon, type IssueRequest } from './issue-coupon.js';
export { ReturnCoupon, type ReturnRequest } from './return-coupon.js';
export type { CouponTerms } from './rules/coupon-terms.js';
export type { TemplateDraft } from './rules/template-draft.js';
export type { ValidDays } from './rules/validity.js';
export { SaveCouponTemplate } from './save-coupon-template.js';
export { UseCoupon, type UseRequest } from './use-coupon.js';
