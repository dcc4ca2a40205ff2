import { Injectable } from '@nestjs/common';
import { Ledger, ofCustomer, ofHouse } from '../../ledger/index.js';
import { Clock, type LocalDate } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { houseRules } from '../data/house-rules.js';
import { actorOf, type By } from '../store-day.js';
import {
  insertEarning,
  lockShortfalls,
  settleShortfall,
  type EarningSource,
} from './data/earnings.js';
import { DEFAULT_POINTS_RULES, lastDayOf } from './rules/points-rules.js';

/** Points that somebody or something gives a client, once for its source. */
export interface Gift {
  readonly customerId: string;
  readonly storeId: string;
  readonly on: LocalDate;
  readonly sourceKind: EarningSource;
  readonly sourceId: string;
  /** Above zero. */
  readonly points: number;
  /** As the statement tells it. */
  readonly title: string;
  readonly by: By;
}

/** Puts points into a client's account as a lot with its last day; what she is short of is made up for first. */
@Injectable()
export class GivePoints {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /** @throws a duplicate key when the source brought points before */
  async execute(tx: Tx, gift: Gift): Promise<void> {
    const { customerId, storeId, on, sourceKind, sourceId, points } = gift;
    const settledPoints = await this.#settle(tx, customerId, points);
    const rules = await houseRules(tx, 'points_rules', DEFAULT_POINTS_RULES);
    const expiresOn = lastDayOf(rules, on);
    const posted = await this.#post(tx, gift, points - settledPoints, expiresOn);
    await insertEarning(tx, {
      ...{ id: newId(), customerId, storeId, sourceKind, sourceId, points, settledPoints },
      ...{ txId: posted?.txId ?? null, entryNo: posted?.entryNo ?? null },
      ...{ lotId: posted?.lotIds[0] ?? null, expiresOn: expiresOn ?? null },
      ...{ state: 'done', createdAt: this.clock.now() },
    });
  }

  async #post(tx: Tx, gift: Gift, units: number, expiresOn: LocalDate | undefined) {
    if (units === 0) return undefined;
    const { customerId, storeId, on, sourceKind, sourceId, title, by } = gift;
    return this.ledger.post(tx, {
      ...{ kind: 'points_earn', bizKey: `${sourceKind}.${sourceId}`, storeId, effectiveOn: on },
      ...{ actor: actorOf(by), meta: { title, ...metaOf(gift) } },
      legs: [
        {
          ...{ debit: ofHouse('PTS_ISSUED', storeId), credit: ofCustomer('PTS', customerId) },
          ...{ amount: units, lot: { new: 0 } },
        },
      ],
      newLots: [
        {
          ...{ owner: { kind: 'customer', id: customerId }, storeId, validEverywhere: true, units },
          ...{ paidOn: on, ...(expiresOn === undefined ? {} : { expiresOn }) },
        },
      ],
    });
  }

  async #settle(tx: Tx, customerId: string, points: number): Promise<number> {
    let open = points;
    for (const { id, leftPoints } of await lockShortfalls(tx, customerId)) {
      const by = Math.min(open, leftPoints);
      if (by > 0) await settleShortfall(tx, id, by);
      open -= by;
    }
    return points - open;
  }
}

const metaOf = ({ sourceKind, sourceId }: Gift): { readonly billId?: string } =>
  sourceKind === 'bill' ? { billId: sourceId } : {};
