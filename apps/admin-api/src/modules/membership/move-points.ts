import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Ledger, ofCustomer, unitLotsOf } from '../ledger/index.js';
import { ClientDataHandlers, type ClientDataHandler } from '../../platform/client-data/index.js';
import { Clock, HOME_ZONE, localDate, type LocalDate } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { giveActivities } from './activity/data/activities.js';
import { givePointsRows } from './points/data/joined-points.js';
import {
  customerTier,
  joinCustomerTiers,
  lockCustomerTier,
  takeStep,
} from './tiers/data/customer-tiers.js';
import { activeTiers } from './tiers/data/tiers.js';
import { EvaluateTier, TIER_RULES_BY } from './tiers/evaluate-tier.js';

const JOINED = '档案合并';

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

  async move(tx: Tx, from: string, to: string): Promise<void> {
    const today = localDate(this.clock.now(), HOME_ZONE);
    await this.#movePoints(tx, from, to, today);
    await givePointsRows(tx, from, to);
    await giveActivities(tx, from, to);
    await this.#joinTiers(tx, from, to, today);
  }

  /** Each lot keeps its last day. */
  async #movePoints(tx: Tx, from: string, to: string, today: LocalDate): Promise<void> {
    const account = ofCustomer('PTS', from);
    await this.ledger.lock(tx, [account]);
    const lots = await unitLotsOf(tx, account);
    const [first] = lots;
    if (!first) return;
    await this.ledger.post(tx, {
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
  }

  /** The higher of the two tiers stays; together they may have earned more. */
  async #joinTiers(tx: Tx, from: string, to: string, today: LocalDate): Promise<void> {
    const left = await customerTier(tx, from);
    const at = this.clock.now();
    if (left) {
      const tiers = await activeTiers(tx);
      const rankOf = (id: string | null) => tiers.find((tier) => tier.id === id)?.rank ?? 0;
      const stays = await lockCustomerTier(tx, to, today, at);
      await joinCustomerTiers(tx, from, to);
      const best = rankOf(left.tierId) > rankOf(stays.tierId) ? left : stays;
      const { tierId, keptUntil } = best;
      await takeStep(tx, stays, {
        ...{ kind: 'joined', to: { tierId, keptUntil }, on: today, reason: JOINED },
        ...{ by: TIER_RULES_BY, at },
      });
    }
    await this.evaluate.execute(tx, to, today);
  }
}
