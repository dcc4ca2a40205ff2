import { Injectable } from '@nestjs/common';
import { Ledger, ofCustomer, ofHouse } from '../ledger/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { appendChange } from './data/changes.js';
import { setState, type Coupon } from './data/coupons.js';
import { actorOf, storeDay, type By } from './who-and-when.js';

/** How a coupon ends unused, and where its unit goes. */
const ENDS = {
  expire: { kind: 'coupon_expire', to: 'CPN_EXPIRED', state: 'expired' },
  revoke: { kind: 'coupon_revoke', to: 'CPN_ISSUED', state: 'revoked' },
} as const;

/** Takes a coupon out of a client's hands that nobody used. The caller has it locked and looked at its state. */
@Injectable()
export class EndCoupon {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Tx,
    { id: couponId, customerId, storeId, lotId, uses, terms, templateId }: Coupon,
    how: keyof typeof ENDS,
    { by, reason }: { readonly by: By; readonly reason: string | null },
  ): Promise<void> {
    const at = this.clock.now();
    const { kind, to, state } = ENDS[how];
    const { today } = await storeDay(tx, storeId, at);
    const { entryNo } = await this.ledger.post(tx, {
      // A coupon that came back after a use can end after all: its turn tells the ends apart.
      ...{ kind, bizKey: `${couponId}:${uses}`, storeId, effectiveOn: today, actor: actorOf(by) },
      ...{ request: { couponId }, meta: { title: terms.name, couponId, of: 'coupon' } },
      legs: [
        {
          debit: ofCustomer('CPN', customerId),
          credit: ofHouse(to, storeId),
          ...{ amount: 1, lot: { id: lotId } },
        },
      ],
    });
    await setState(tx, couponId, state, at);
    await appendChange(tx, {
      ...{
        couponId,
        customerId,
        templateId,
        action: how,
        storeId,
        happenedOn: today,
        billId: null,
      },
      ...{ savedFen: null, reason, entryNo, by, at },
    });
  }
}
