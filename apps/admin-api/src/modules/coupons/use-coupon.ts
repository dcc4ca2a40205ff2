import { Injectable } from '@nestjs/common';
import { Ledger, ofCustomer, ofHouse } from '../ledger/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { appendChange } from './data/changes.js';
import { lockCoupon, setUsed, type Coupon } from './data/coupons.js';
import { deleteHold, insertUse } from './data/uses.js';
import type { BillWish } from './hold-coupon.js';
import { requireUsable } from './rules/usable.js';
import { actorOf, type By } from './who-and-when.js';

export interface UseRequest extends BillWish {
  /** What it takes off the bill, in fen. */
  readonly savedFen: number;
  readonly by: By;
}

/** A bill that is paid uses a coupon up: in the bill's own transaction, once, whoever else reaches for it. */
@Injectable()
export class UseCoupon {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal COUPON_STATE when it is used already; as HoldCoupon */
  async execute(tx: Tx, request: UseRequest): Promise<Coupon> {
    const { couponId, billId, storeId, on, savedFen, by } = request;
    const coupon = (await lockCoupon(tx, couponId)) ?? refuse('COUPON_NOT_FOUND');
    requireUsable(coupon, request, billId);
    const [turn, at] = [coupon.uses + 1, this.clock.now()];
    if (coupon.heldByBillId !== null) await deleteHold(tx, couponId);
    await insertUse(tx, { couponId, turn, billId, storeId, savedFen, usedAt: at });
    const { entryNo } = await this.ledger.post(tx, {
      ...{ kind: 'coupon_use', bizKey: `${couponId}:${turn}`, storeId, effectiveOn: on },
      ...{ actor: actorOf(by), request: { couponId, billId } },
      meta: { title: coupon.terms.name, couponId, billId, of: 'coupon' },
      legs: [
        {
          debit: ofCustomer('CPN', coupon.customerId),
          credit: ofHouse('CPN_USED', storeId),
          ...{ amount: 1, lot: { id: coupon.lotId } },
        },
      ],
    });
    await setUsed(tx, couponId, at);
    await appendChange(tx, {
      ...{ couponId, customerId: coupon.customerId, templateId: coupon.templateId, action: 'use' },
      ...{ storeId, happenedOn: on },
      ...{ billId, savedFen, reason: null, entryNo, by, at },
    });
    return { ...coupon, state: 'used', uses: turn, endedAt: at, heldByBillId: null };
  }
}
