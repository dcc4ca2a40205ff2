import { Injectable } from '@nestjs/common';
import { Ledger, ofCustomer, ofHouse, unitLotsOf } from '../../ledger/index.js';
import { Clock, type LocalDate } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { actorOf, type By } from '../store-day.js';
import {
  insertShortfall,
  lockEarning,
  markEarningReversed,
  type Earning,
  type EarningSource,
} from './data/earnings.js';

/** Which earning is undone. */
export interface TakenBack {
  readonly sourceKind: EarningSource;
  readonly sourceId: string;
  readonly on: LocalDate;
  readonly title: string;
  readonly by: By;
}

/** Takes back what a source brought. What was used already is noted and made up for by what she earns next. */
@Injectable()
export class TakePointsBack {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** Nothing happens for a source that brought nothing, or whose points are back already. */
  async execute(tx: Tx, back: TakenBack): Promise<{ readonly missing: number }> {
    const earning = await lockEarning(tx, back.sourceKind, back.sourceId);
    if (earning?.state !== 'done') return { missing: 0 };
    const account = ofCustomer('PTS', earning.customerId);
    await this.ledger.lock(tx, [account]);
    const taken = await this.#take(tx, earning, back);
    await markEarningReversed(tx, earning.id);
    const missing = earning.points - taken;
    if (missing > 0) await insertShortfall(tx, earning, missing, this.clock.now());
    return { missing };
  }

  /** Its own lot where all of it is there, by the mirror of its entry; else whatever she has that is good. */
  async #take(tx: Tx, earning: Earning, back: TakenBack): Promise<number> {
    const { customerId, storeId, txId, lotId, points, settledPoints, id } = earning;
    const lots = await unitLotsOf(tx, ofCustomer('PTS', customerId));
    const own = lots.find((lot) => lot.id === lotId);
    const head = {
      ...{ storeId, effectiveOn: back.on, actor: actorOf(back.by) },
      meta: { title: back.title, of: 'points' },
    };
    if (txId !== null && own?.unitsLeft === own?.units && settledPoints === 0 && own) {
      await this.ledger.reverse(tx, { ...head, txId, bizKey: `points.${id}`, shortfall: 'refuse' });
      return points;
    }
    const good = lots.filter(({ expiresOn }) => expiresOn === null || expiresOn >= back.on);
    const amount = Math.min(
      points,
      good.reduce((sum, lot) => sum + lot.unitsLeft, 0),
    );
    if (amount === 0) return 0;
    await this.ledger.useUnits(tx, {
      ...{ ...head, kind: 'points_take_back', bizKey: id, amount },
      ...{ from: ofCustomer('PTS', customerId), to: ofHouse('PTS_ISSUED', storeId) },
    });
    return amount;
  }
}
