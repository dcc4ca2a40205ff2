import { Injectable } from '@nestjs/common';
import { Ledger, ofCustomer, ofHouse } from '../ledger/index.js';
import { Clock, type LocalDate } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { appendChange } from './data/changes.js';
import { lockCoupon, setReturned, type Coupon } from './data/coupons.js';
import { endUse, openUseOf, openUsesOfBill, type CouponUse } from './data/uses.js';
import { lotOf } from './issue-coupon.js';
import { returnedUntil } from './rules/validity.js';
import { actorOf, endOf, storeDay, type By } from './who-and-when.js';

export interface ReturnRequest {
  readonly couponId: string;
  /** The bill that is undone. */
  readonly billId: string;
  readonly by: By;
}

/** Gives back what a bill had used when the bill is undone: good again, and for long enough to be used. */
@Injectable()
export class ReturnCoupon {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal COUPON_NOT_FOUND, COUPON_STATE when this bill does not have it in use */
  async execute(tx: Tx, { couponId, billId, by }: ReturnRequest): Promise<Coupon> {
    const coupon = (await lockCoupon(tx, couponId)) ?? refuse('COUPON_NOT_FOUND');
    const use = await openUseOf(tx, couponId);
    if (use?.billId !== billId) return refuse('COUPON_STATE');
    const at = this.clock.now();
    const { today, timeZone } = await storeDay(tx, use.storeId, at);
    const validUntil = returnedUntil(coupon.validUntil, today, coupon.terms.returnDays);
    const { lotId, entryNo } = await this.#post(tx, coupon, use, { today, validUntil, by });
    await endUse(tx, use, at);
    const expiresAt = endOf(validUntil, timeZone);
    await setReturned(tx, couponId, { lotId, validUntil, expiresAt });
    await appendChange(tx, {
      ...{ couponId, customerId: coupon.customerId, templateId: coupon.templateId },
      ...{ action: 'return', storeId: use.storeId },
      ...{ happenedOn: today, billId, savedFen: use.savedFen, reason: null, entryNo, by, at },
    });
    return { ...coupon, state: 'issued', lotId, validUntil, expiresAt, endedAt: null };
  }

  /** All that the bill has in use, in the order of their ids. @throws as execute */
  async ofBill(tx: Tx, billId: string, by: By): Promise<Coupon[]> {
    const returned: Coupon[] = [];
    for (const { couponId } of await openUsesOfBill(tx, billId))
      returned.push(await this.execute(tx, { couponId, billId, by }));
    return returned;
  }

  /** Into a lot of its own, because a lot's last day never changes. */
  async #post(
    tx: Tx,
    { id, customerId, terms }: Coupon,
    { turn, billId, storeId }: CouponUse,
    { today, validUntil, by }: { today: LocalDate; validUntil: LocalDate; by: By },
  ): Promise<{ lotId: number; entryNo: string }> {
    const posted = await this.ledger.post(tx, {
      ...{ kind: 'coupon_return', bizKey: `${id}:${turn}`, storeId, effectiveOn: today },
      ...{ actor: actorOf(by), request: { couponId: id, billId } },
      meta: { title: terms.name, couponId: id, billId, of: 'coupon' },
      legs: [
        {
          debit: ofHouse('CPN_USED', storeId),
          credit: ofCustomer('CPN', customerId),
          ...{ amount: 1, lot: { new: 0 } },
        },
      ],
      newLots: [
        {
          ...{ owner: { kind: 'customer', id: customerId }, storeId, validEverywhere: true },
          ...{ units: 1, paidOn: today, expiresOn: validUntil },
        },
      ],
    });
    return { lotId: lotOf(posted), entryNo: posted.entryNo };
  }
}
