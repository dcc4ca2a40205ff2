import { Injectable } from '@nestjs/common';
import { Ledger, ofCustomer, ofHouse } from '../../ledger/index.js';
import { Clock, type LocalDate } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { houseRules } from '../data/house-rules.js';
import { actorOf, type By } from '../store-day.js';
import { insertPointsUse, lockPointsUse, markPointsUseReversed } from './data/uses.js';
import { ReturnPoints } from './return-points.js';
import { DEFAULT_POINTS_RULES, mostPointsFor, worthOf } from './rules/points-rules.js';
import { tooFewPoints } from './too-few.js';

/** Points that pay a part of a bill. */
export interface PointsTenderUse {
  readonly customerId: string;
  readonly storeId: string;
  readonly billId: string;
  /** What the bill comes to before points, in fen. */
  readonly billFen: number;
  readonly points: number;
  readonly on: LocalDate;
  readonly by: By;
}

/** Points as a tender of the till, inside the transaction that pays the bill. */
@Injectable()
export class RedeemPoints {
  constructor(
    private readonly ledger: Ledger,
    private readonly returnPoints: ReturnPoints,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns what the points pay, in fen
   * @throws Refusal POINTS_SHARE_TOO_HIGH { mostPoints }, POINTS_TOO_LOW { available }
   */
  async execute(tx: Tx, use: PointsTenderUse): Promise<{ readonly valueFen: number }> {
    const { customerId, storeId, billId, billFen, points, on, by } = use;
    const rules = await houseRules(tx, 'points_rules', DEFAULT_POINTS_RULES);
    const mostPoints = mostPointsFor(rules, billFen);
    const valueFen = worthOf(rules, points);
    if (points > mostPoints || valueFen === 0)
      refuse('POINTS_SHARE_TOO_HIGH', { extras: { mostPoints } });
    const { txId, entryNo } = await this.ledger
      .useUnits(tx, {
        ...{ kind: 'points_redeem', bizKey: `bill.${billId}`, storeId, effectiveOn: on },
        ...{ actor: actorOf(by), meta: { title: '积分抵扣', billId }, amount: points },
        ...{ from: ofCustomer('PTS', customerId), to: ofHouse('PTS_USED', storeId) },
      })
      .catch(tooFewPoints);
    await insertPointsUse(tx, {
      ...{ id: newId(), customerId, storeId, billId, points, valueFen, txId, entryNo },
      createdAt: this.clock.now(),
    });
    return { valueFen };
  }

  /** Gives back what a bill took, to the lots that gave it. Nothing happens for a bill that took none. */
  async reverse(
    tx: Tx,
    { billId, on, by }: { readonly billId: string; readonly on: LocalDate; readonly by: By },
  ): Promise<void> {
    const use = await lockPointsUse(tx, billId);
    if (use?.state !== 'done') return;
    const { txId, storeId, customerId, points } = use;
    await this.returnPoints.execute(tx, {
      ...{ txId, bizKey: `points_use.${use.id}`, customerId, points },
      ...{ storeId, effectiveOn: on, actor: actorOf(by) },
      meta: { title: '冲正：积分抵扣', of: 'points', billId },
    });
    await markPointsUseReversed(tx, use.id);
  }
}
