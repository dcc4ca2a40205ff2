import { Injectable } from '@nestjs/common';
import type { ClientPrincipal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Coupon } from './data/coupons.js';
import { IssueCoupon } from './issue-coupon.js';
import { byOf } from './who-and-when.js';

/** A client takes a coupon that is offered on the phone. */
@Injectable()
export class ClaimCoupon {
  constructor(private readonly issue: IssueCoupon) {}

  /** @throws Refusal COUPON_NOT_OFFERED for one that is not for taking; as IssueCoupon */
  execute(tx: Tx, client: ClientPrincipal, templateId: string): Promise<Coupon> {
    const { customerId } = client;
    const request = { templateId, customerId, source: 'claim', by: byOf(client) } as const;
    return this.issue.execute(tx, request);
  }
}
