import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Ledger, ofCustomer } from '../ledger/index.js';
import { ClientDataHandlers, type ClientDataHandler } from '../../platform/client-data/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { appendChange } from './data/changes.js';
import { hadOf, lockCouponsOf, setOwner, type Coupon } from './data/coupons.js';
import { lotOf } from './issue-coupon.js';
import { actorOf, storeDay, type By } from './who-and-when.js';

const SYSTEM: By = { kind: 'system', id: 'join-files', name: '系统' };
const JOINED = '档案合并';

/** When two files become one, the coupons of both are one client's; those still good move in the ledger too. */
@Injectable()
export class MoveCoupons implements ClientDataHandler, OnModuleInit {
  readonly name = 'coupons';

  constructor(
    private readonly handlers: ClientDataHandlers,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async move(tx: Tx, from: string, to: string): Promise<void> {
    const coupons = await lockCouponsOf(tx, from);
    const templateIds = [...new Set(coupons.map((coupon) => coupon.templateId))];
    const had = new Map(await hadOf(tx, to, templateIds));
    for (const coupon of coupons) {
      // Numbered after those that the other file has: together they may be more than one client could take.
      const seq = (had.get(coupon.templateId) ?? 0) + 1;
      had.set(coupon.templateId, seq);
      const alive = coupon.state === 'issued' || coupon.state === 'held';
      const lotId = alive ? await this.#moveUnit(tx, coupon, to) : coupon.lotId;
      await setOwner(tx, coupon.id, { customerId: to, seq, lotId });
    }
  }

  async #moveUnit(tx: Tx, coupon: Coupon, to: string): Promise<number> {
    const { id: couponId, customerId, storeId, lotId, validUntil, terms, templateId } = coupon;
    const at = this.clock.now();
    const { today } = await storeDay(tx, storeId, at);
    const posted = await this.ledger.post(tx, {
      ...{ kind: 'coupon_move', bizKey: `${couponId}:${to}`, storeId, effectiveOn: today },
      ...{ actor: actorOf(SYSTEM), request: { couponId, to } },
      meta: { title: `${JOINED}：${terms.name}`, couponId, of: 'join' },
      legs: [
        {
          debit: ofCustomer('CPN', customerId),
          credit: ofCustomer('CPN', to),
          ...{ amount: 1, lot: { id: lotId }, creditLot: { new: 0 } },
        },
      ],
      newLots: [
        {
          ...{ owner: { kind: 'customer', id: to }, storeId, validEverywhere: true },
          ...{ units: 1, paidOn: today, expiresOn: validUntil },
        },
      ],
    });
    await appendChange(tx, {
      ...{ couponId, templateId, action: 'move', storeId, happenedOn: today, billId: null },
      ...{ savedFen: null, reason: JOINED, entryNo: posted.entryNo, by: SYSTEM, at },
    });
    return lotOf(posted);
  }
}
