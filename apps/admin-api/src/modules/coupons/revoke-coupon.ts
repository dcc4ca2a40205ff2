import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { lockCoupon } from './data/coupons.js';
import { EndCoupon } from './end-coupon.js';
import { byOf } from './who-and-when.js';

/** Takes back a coupon that was given by mistake. */
@Injectable()
export class RevokeCoupon {
  constructor(
    private readonly end: EndCoupon,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws Refusal COUPON_NOT_FOUND, also of another store; COUPON_HELD by an open bill, COUPON_STATE when it is over */
  async execute(tx: Tx, staff: StaffPrincipal, couponId: string, reason: string): Promise<void> {
    const coupon = (await lockCoupon(tx, couponId)) ?? refuse('COUPON_NOT_FOUND');
    if (!staff.storeIds.includes(coupon.storeId)) refuse('COUPON_NOT_FOUND');
    if (coupon.state === 'held') refuse('COUPON_HELD');
    if (coupon.state !== 'issued') refuse('COUPON_STATE');
    await this.end.execute(tx, coupon, 'revoke', { by: byOf(staff), reason });
    const subject = { kind: 'coupon', id: couponId };
    const detail = { customerId: coupon.customerId, reason };
    await this.audit.record(tx, { actor: staff, action: 'coupon.revoked', subject, detail });
  }
}
