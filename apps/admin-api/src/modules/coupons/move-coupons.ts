import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Ledger, ofCustomer, type Posted } from '../ledger/index.js';
import {
  ClientDataHandlers,
  heldRows,
  listIn,
  type ClientDataHandler,
  type Held,
  type Moved,
} from '../../platform/client-data/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { appendChange } from './data/changes.js';
import { hadOf, lockCouponsOf, setOwner, type Coupon } from './data/coupons.js';
import { lotOf } from './issue-coupon.js';
import { actorOf, storeDay, type By } from './who-and-when.js';

const SYSTEM: By = { kind: 'system', id: 'join-files', name: '系统' };
const JOINED = '档案合并';

/** A coupon as it was before: its number among those of its template, its lot, and the entry that moved it. */
interface MovedCoupon {
  readonly id: string;
  readonly seq: number;
  readonly lotId: number;
  readonly txId: number | null;
}

const isAlive = ({ state }: Coupon): boolean => state === 'issued' || state === 'held';

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

  async move(tx: Tx, from: string, to: string): Promise<Moved> {
    const coupons = await lockCouponsOf(tx, from);
    const templateIds = [...new Set(coupons.map((coupon) => coupon.templateId))];
    const had = new Map(await hadOf(tx, to, templateIds));
    const moved: MovedCoupon[] = [];
    for (const coupon of coupons) {
      // Numbered after those that the other file has: together they may be more than one client could take.
      const seq = (had.get(coupon.templateId) ?? 0) + 1;
      had.set(coupon.templateId, seq);
      const posted = isAlive(coupon) ? await this.#moveUnit(tx, coupon, to) : undefined;
      const lotId = posted ? lotOf(posted) : coupon.lotId;
      await setOwner(tx, coupon.id, { customerId: to, seq, lotId });
      const { id, lotId: was } = coupon;
      moved.push({ ...{ id, seq: coupon.seq, lotId: was }, txId: posted?.txId ?? null });
    }
    return { coupons: moved };
  }

  /** @throws Refusal MERGE_VALUE_SPENT naming a coupon that was used or lies on an open bill since */
  async moveBack(tx: Tx, from: string, to: string, moved: Moved): Promise<void> {
    const wanted = new Map(
      (listIn(moved, 'coupons') as readonly MovedCoupon[]).map((one) => [one.id, one]),
    );
    for (const coupon of await lockCouponsOf(tx, to)) {
      const was = wanted.get(coupon.id);
      if (!was) continue;
      const used = was.txId !== null && coupon.state === 'used';
      if (used || coupon.heldByBillId !== null)
        refuse('MERGE_VALUE_SPENT', { extras: { spent: [{ what: coupon.terms.name, count: 1 }] } });
      const goesBack = was.txId !== null && isAlive(coupon);
      if (goesBack && was.txId !== null) await this.#moveUnitBack(tx, coupon, was.txId);
      const lotId = goesBack ? was.lotId : coupon.lotId;
      await setOwner(tx, coupon.id, { customerId: from, seq: was.seq, lotId });
    }
  }

  async held(reader: Reader, customerId: string): Promise<Held[]> {
    return [await heldRows(reader, '优惠券', 'coupon', customerId)];
  }

  async #moveUnitBack(tx: Tx, coupon: Coupon, txId: number): Promise<void> {
    const { today } = await storeDay(tx, coupon.storeId, this.clock.now());
    await this.ledger.reverse(tx, {
      ...{ txId, bizKey: `merge.${txId}`, storeId: coupon.storeId, effectiveOn: today },
      ...{ actor: actorOf(SYSTEM), shortfall: 'refuse' },
      meta: { title: `撤销合并：${coupon.terms.name}`, couponId: coupon.id, of: 'join' },
    });
  }

  async #moveUnit(tx: Tx, coupon: Coupon, to: string): Promise<Posted> {
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
      ...{
        couponId,
        customerId,
        templateId,
        action: 'move',
        storeId,
        happenedOn: today,
        billId: null,
      },
      ...{ savedFen: null, reason: JOINED, entryNo: posted.entryNo, by: SYSTEM, at },
    });
    return posted;
  }
}
