import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Ledger, lotsByIds, ofCustomer, unitLotsOf } from '../ledger/index.js';
import {
  ClientDataHandlers,
  listIn,
  moveRows,
  moveRowsBack,
  type ClientDataHandler,
  type Held,
  type Moved,
} from '../../platform/client-data/index.js';
import { Clock, HOME_ZONE, localDate, type LocalDate } from '../../platform/clock/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { valueOf } from './customer-wallets.js';
import { givePointsRows, takePointsRowsBack } from './points/data/joined-points.js';
import {
  customerTier,
  joinCustomerTiers,
  lockCustomerTier,
  restoreCustomerTier,
  takeStep,
  type CustomerTier,
} from './tiers/data/customer-tiers.js';
import { activeTiers } from './tiers/data/tiers.js';
import { EvaluateTier, TIER_RULES_BY } from './tiers/evaluate-tier.js';

const JOINED = '档案合并';
const SPLIT = '撤销档案合并';

/** Points that moved: the entry and the lots that they became. */
interface MovedPoints {
  readonly txId: number;
  readonly storeId: string;
  readonly lots: readonly { readonly is: number; readonly units: number }[];
}

/** Tiers as they were before, and the steps that moved. */
interface MovedTiers {
  readonly left: CustomerTier;
  readonly stays: CustomerTier;
  readonly steps: readonly unknown[];
}

/** When two files become one, points and doings of both are one client's, and her tier is weighed anew. */
@Injectable()
export class MovePoints implements ClientDataHandler, OnModuleInit {
  // After `membership`, whose wallets come first.
  readonly name = 'membership-points';

  constructor(
    private readonly handlers: ClientDataHandlers,
    private readonly ledger: Ledger,
    private readonly evaluate: EvaluateTier,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async move(tx: Tx, from: string, to: string): Promise<Moved> {
    const today = localDate(this.clock.now(), HOME_ZONE);
    const points = await this.#movePoints(tx, from, to, today);
    const rows = await givePointsRows(tx, from, to);
    const activities = await moveRows(tx, 'member_activity', from, to);
    const tiers = await this.#joinTiers(tx, from, to, today);
    return { points, rows, activities, tiers };
  }

  /** @throws Refusal MERGE_VALUE_SPENT when some of the points are gone */
  async moveBack(tx: Tx, from: string, to: string, moved: Moved): Promise<void> {
    const at = this.clock.now();
    const today = localDate(at, HOME_ZONE);
    const points = moved.points as MovedPoints | null;
    if (points) await this.#pointsBack(tx, to, points, today);
    await takePointsRowsBack(tx, moved.rows, { from, to });
    await moveRowsBack(tx, 'member_activity', listIn(moved, 'activities'), { from, to });
    const tiers = moved.tiers as MovedTiers | null;
    if (tiers) {
      await lockCustomerTier(tx, to, today, at);
      await moveRowsBack(tx, 'customer_tier_change', tiers.steps, { from, to });
      for (const tier of [tiers.left, tiers.stays]) await restoreCustomerTier(tx, tier, at);
    }
    for (const id of [from, to]) await this.evaluate.execute(tx, id, today);
  }

  async held(reader: Reader, customerId: string): Promise<Held[]> {
    return [{ what: '积分', count: (await valueOf(reader, customerId)).points }];
  }

  async #pointsBack(
    tx: Tx,
    to: string,
    { txId, storeId, lots }: MovedPoints,
    today: LocalDate,
  ): Promise<void> {
    await this.ledger.lock(tx, [ofCustomer('PTS', to)]);
    const left = new Map(
      (
        await lotsByIds(
          tx,
          lots.map(({ is }) => is),
        )
      ).map((lot) => [lot.id, lot.unitsLeft]),
    );
    const count = lots.reduce(
      (sum, { is, units }) => sum + Math.max(0, units - (left.get(is) ?? 0)),
      0,
    );
    if (count > 0) refuse('MERGE_VALUE_SPENT', { extras: { spent: [{ what: '积分', count }] } });
    await this.ledger.reverse(tx, {
      ...{ txId, bizKey: `merge.${txId}`, storeId, effectiveOn: today, shortfall: 'refuse' },
      ...{ actor: { kind: 'system', id: 'join-files' }, meta: { title: SPLIT, of: 'join' } },
    });
  }

  /** Each lot keeps its last day. */
  async #movePoints(
    tx: Tx,
    from: string,
    to: string,
    today: LocalDate,
  ): Promise<MovedPoints | null> {
    const account = ofCustomer('PTS', from);
    await this.ledger.lock(tx, [account]);
    const lots = await unitLotsOf(tx, account);
    const [first] = lots;
    if (!first) return null;
    const { txId, lotIds } = await this.ledger.post(tx, {
      ...{ kind: 'points_move', bizKey: newId(), storeId: first.storeId, effectiveOn: today },
      ...{ actor: { kind: 'system', id: 'join-files' }, meta: { title: JOINED, of: 'join' } },
      legs: lots.map(({ id, unitsLeft }, place) => ({
        ...{ debit: account, credit: ofCustomer('PTS', to), amount: unitsLeft },
        ...{ lot: { id }, creditLot: { new: place } },
      })),
      newLots: lots.map(({ storeId, unitsLeft, paidOn, expiresOn }) => ({
        ...{ owner: { kind: 'customer', id: to }, storeId, validEverywhere: true },
        ...{ units: unitsLeft, paidOn, ...(expiresOn === null ? {} : { expiresOn }) },
      })),
    });
    const moved = lots.flatMap(({ unitsLeft: units }, place) => {
      const is = lotIds[place];
      return is === undefined ? [] : [{ is, units }];
    });
    return { txId, storeId: first.storeId, lots: moved };
  }

  /** The higher of the two tiers stays; together they may have earned more. */
  async #joinTiers(tx: Tx, from: string, to: string, today: LocalDate): Promise<MovedTiers | null> {
    let moved: MovedTiers | null = null;
    const left = await customerTier(tx, from);
    const at = this.clock.now();
    if (left) {
      const tiers = await activeTiers(tx);
      const rankOf = (id: string | null) => tiers.find((tier) => tier.id === id)?.rank ?? 0;
      const stays = await lockCustomerTier(tx, to, today, at);
      moved = { left, stays, steps: await joinCustomerTiers(tx, from, to) };
      const best = rankOf(left.tierId) > rankOf(stays.tierId) ? left : stays;
      const { tierId, keptUntil } = best;
      await takeStep(tx, stays, {
        ...{ kind: 'joined', to: { tierId, keptUntil }, on: today, reason: JOINED },
        ...{ by: TIER_RULES_BY, at },
      });
    }
    await this.evaluate.execute(tx, to, today);
    return moved;
  }
}
