import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../../customers/index.js';
import { Ledger, ofCustomer, ofHouse } from '../../ledger/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { houseRules } from '../data/house-rules.js';
import { actorOf, byOf, storeDay } from '../store-day.js';
import {
  adjustmentById,
  decideAdjustment,
  insertAdjustment,
  lockAdjustment,
  type Adjustment,
} from './data/adjustments.js';
import { addByHand, lockByHand } from './data/by-hand.js';
import { GivePoints } from './give-points.js';
import { DEFAULT_POINTS_RULES } from './rules/points-rules.js';
import { tooFewPoints } from './too-few.js';

const TITLE = '积分调整';

/** Points by hand, with the reason; above what one person may move on a day a second person decides. */
@Injectable()
export class AdjustPoints {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly ledger: Ledger,
    private readonly give: GivePoints,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns whether it is done, or waits for a second person
   * @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, POINTS_TOO_LOW { available }
   */
  async request(
    tx: Tx,
    staff: StaffPrincipal,
    wish: Pick<Adjustment, 'customerId' | 'storeId' | 'points' | 'reason'>,
  ): Promise<Pick<Adjustment, 'id' | 'state'>> {
    await this.customers.lockActive(tx, wish.customerId);
    const now = await this.#mayAlone(tx, staff, wish);
    const adjustment: Adjustment = {
      ...{ ...wish, id: newId(), reason: wish.reason.trim(), state: now ? 'done' : 'requested' },
      ...{ requestedBy: staff.staffId, requestedName: staff.name, requestedAt: this.clock.now() },
      ...{ decidedName: null, decidedAt: null },
    };
    await insertAdjustment(tx, adjustment);
    if (now) await this.#move(tx, staff, adjustment);
    await this.#record(tx, staff, adjustment, now ? 'adjusted' : 'adjustment_requested');
    return adjustment;
  }

  /** @throws Refusal ADJUSTMENT_NOT_FOUND also for another store's, ADJUSTMENT_STATE, SECOND_PERSON_NEEDED */
  async decide(tx: Tx, staff: StaffPrincipal, id: string, agree: boolean): Promise<void> {
    const known = await adjustmentById(tx, id);
    if (!known || !staff.storeIds.includes(known.storeId)) return refuse('ADJUSTMENT_NOT_FOUND');
    await this.customers.lockActive(tx, known.customerId);
    const adjustment = (await lockAdjustment(tx, id)) ?? refuse('ADJUSTMENT_NOT_FOUND');
    if (adjustment.state !== 'requested') refuse('ADJUSTMENT_STATE');
    if (adjustment.requestedBy === staff.staffId) refuse('SECOND_PERSON_NEEDED');
    const { staffId, name } = staff;
    const state = agree ? 'done' : 'rejected';
    await decideAdjustment(tx, id, { state, staffId, name, at: this.clock.now() });
    if (agree) await this.#move(tx, staff, adjustment);
    await this.#record(tx, staff, adjustment, agree ? 'adjusted' : 'adjustment_rejected');
  }

  /** Many small ones at once, in whichever stores, are one large one. */
  async #mayAlone(
    tx: Tx,
    { staffId }: StaffPrincipal,
    { storeId, points }: Pick<Adjustment, 'storeId' | 'points'>,
  ): Promise<boolean> {
    const { handLimit } = await houseRules(tx, 'points_rules', DEFAULT_POINTS_RULES);
    const { today } = await storeDay(tx, storeId, this.clock.now());
    const amount = Math.abs(points);
    if ((await lockByHand(tx, staffId, today)) + amount > handLimit) return false;
    await addByHand(tx, staffId, today, amount);
    return true;
  }

  async #move(tx: Tx, staff: StaffPrincipal, adjustment: Adjustment): Promise<void> {
    const { id, customerId, storeId, points } = adjustment;
    const { today: on } = await storeDay(tx, storeId, this.clock.now());
    const by = byOf(staff);
    if (points > 0) {
      await this.give.execute(tx, {
        ...{ customerId, storeId, on, sourceKind: 'adjustment', sourceId: id, points },
        ...{ title: TITLE, by },
      });
      return;
    }
    await this.ledger
      .useUnits(tx, {
        ...{ kind: 'points_take_back', bizKey: id, storeId, effectiveOn: on, amount: -points },
        ...{ actor: actorOf(by), meta: { title: TITLE, of: 'points' } },
        ...{ from: ofCustomer('PTS', customerId), to: ofHouse('PTS_ISSUED', storeId) },
      })
      .catch(tooFewPoints);
  }

  async #record(
    tx: Tx,
    staff: StaffPrincipal,
    { id, customerId, points, reason }: Adjustment,
    what: 'adjusted' | 'adjustment_requested' | 'adjustment_rejected',
  ): Promise<void> {
    await this.audit.record(tx, {
      ...{ actor: staff, action: `points.${what}`, subject: { kind: 'customer', id: customerId } },
      detail: { adjustmentId: id, points, reason },
    });
  }
}
