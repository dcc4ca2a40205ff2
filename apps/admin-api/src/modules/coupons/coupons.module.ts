import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/index.js';
import { LedgerModule } from '../ledger/index.js';
import { ClaimCoupon } from './claim-coupon.js';
import { EndCoupon } from './end-coupon.js';
import { ExpireCoupons } from './expire-coupons.js';
import { HoldCoupon } from './hold-coupon.js';
import { ClientCouponsController } from './http/client-coupons.controller.js';
import { CouponScreens } from './http/coupon-screens.js';
import { StaffCouponsController } from './http/staff-coupons.controller.js';
import { StaffTemplatesController } from './http/staff-templates.controller.js';
import { IssueCoupon } from './issue-coupon.js';
import { IssueToList } from './issue-to-list.js';
import { MoveCoupons } from './move-coupons.js';
import { ReturnCoupon } from './return-coupon.js';
import { RevokeCoupon } from './revoke-coupon.js';
import { SaveCouponTemplate } from './save-coupon-template.js';
import { UseCoupon } from './use-coupon.js';

@Module({
  imports: [CustomersModule, LedgerModule],
  controllers: [ClientCouponsController, StaffCouponsController, StaffTemplatesController],
  providers: [
    ClaimCoupon,
    CouponScreens,
    EndCoupon,
    ExpireCoupons,
    HoldCoupon,
    IssueCoupon,
    IssueToList,
    MoveCoupons,
    ReturnCoupon,
    RevokeCoupon,
    SaveCouponTemplate,
    UseCoupon,
  ],
  exports: [
    ClaimCoupon,
    ExpireCoupons,
    HoldCoupon,
    IssueCoupon,
    ReturnCoupon,
    SaveCouponTemplate,
    UseCoupon,
  ],
})
export class CouponsModule {}
