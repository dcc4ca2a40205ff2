import { Injectable } from '@nestjs/common';
import { Clock, type LocalDate } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { EvaluateTier } from '../tiers/evaluate-tier.js';
import { TakeBackTier } from '../tiers/take-back-tier.js';
import {
  activitiesOfSource,
  insertActivity,
  type ActivityKind,
  type SourcedActivity,
} from './data/activities.js';

/** What happened, in the words of whoever saw it happen. */
export interface Happened {
  readonly customerId: string;
  readonly storeId: string;
  /** The business day in the store's zone. */
  readonly on: LocalDate;
  readonly sourceKind:
    | 'top_up'
    | 'spend'
    | 'appointment'
    | 'bill'
    | 'debt'
    | 'package'
    | 'session'
    | 'refund';
  readonly sourceId: string;
  readonly facts: readonly {
    readonly kind: ActivityKind;
    /** Fen without bonus; 0 for a visit. */
    readonly amountFen: number;
    readonly bonusFen?: number;
  }[];
}

/** A part of what a source brought that went back: a refund. */
export interface GivenBack {
  readonly originKind: Happened['sourceKind'];
  readonly originId: string;
  readonly sourceKind: Happened['sourceKind'];
  readonly sourceId: string;
  /** At most what came in is taken back. Fen. */
  readonly amountFen: number;
  readonly bonusFen: number;
}

/** Keeps what clients do, in the transaction that does it, and weighs their tier at once. */
@Injectable()
export class Activity {
  constructor(
    private readonly evaluate: EvaluateTier,
    private readonly takeBack: TakeBackTier,
    private readonly clock: Clock,
  ) {}

  /** @throws a duplicate key when this source told of it before: its caller does everything once */
  async note(tx: Tx, happened: Happened): Promise<void> {
    const { customerId, storeId, on: happenedOn, sourceKind, sourceId } = happened;
    for (const { kind, amountFen, bonusFen = 0 } of happened.facts) {
      await insertActivity(tx, {
        ...{ customerId, storeId, kind, amountFen, bonusFen, happenedOn, sourceKind, sourceId },
        ...{ originId: sourceId, sign: 1, createdAt: this.clock.now() },
      });
    }
    await this.evaluate.execute(tx, customerId, happenedOn);
  }

  /** Takes back all that a source brought, on the day on which it brought it; what it lifted comes down again. */
  async reverse(
    tx: Tx,
    sourceKind: Happened['sourceKind'],
    sourceId: string,
    today: LocalDate,
  ): Promise<void> {
    const rows = await activitiesOfSource(tx, sourceKind, sourceId);
    for (const row of rows)
      await insertActivity(tx, { ...row, sign: -1, createdAt: this.clock.now() });
    await this.#weigh(tx, rows, today);
  }

  /** Takes back a part. A source that is not known, such as an opening balance, never counted. */
  async giveBack(tx: Tx, given: GivenBack, today: LocalDate): Promise<void> {
    const rows = await activitiesOfSource(tx, given.originKind, given.originId);
    for (const row of rows) {
      await insertActivity(tx, {
        ...{ ...row, sourceKind: given.sourceKind, sourceId: given.sourceId, sign: -1 },
        amountFen: Math.min(given.amountFen, row.amountFen),
        bonusFen: row.kind === 'top_up' ? Math.min(given.bonusFen, row.bonusFen) : 0,
        createdAt: this.clock.now(),
      });
    }
    await this.#weigh(tx, rows, today);
  }

  async #weigh(tx: Tx, rows: readonly SourcedActivity[], today: LocalDate): Promise<void> {
    const [first] = rows;
    if (!first) return;
    await this.takeBack.execute(tx, first.customerId, first.createdAt, today);
  }
}
