import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CarePlanState } from '@yance/shared-types';
import {
  ClientDataHandlers,
  heldRows,
  listIn,
  type ClientDataHandler,
  type Held,
  type Moved,
} from '../../../platform/client-data/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { giveWords, wordsOfPlans } from './data/plan-steps.js';
import {
  currentPlanId,
  givePlan,
  givePlanVersion,
  planById,
  planIdsOf,
  versionsOfPlans,
} from './data/plans.js';
import { PlanSeal } from './plan-seal.js';
import { OVER } from './rules/progress.js';

/**
 * When two files become one, its plans are opened under the one key and sealed under the other. Where both have one
 * that goes on, that of the file that goes is stopped; on the way back it goes on as it did.
 */
@Injectable()
export class MovePlans implements ClientDataHandler, OnModuleInit {
  readonly name = 'care-plans';

  constructor(
    private readonly handlers: ClientDataHandlers,
    private readonly seal: PlanSeal,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.register(this);
  }

  async move(tx: Tx, from: string, to: string): Promise<Moved> {
    const plans = await planIdsOf(tx, from);
    const current = await currentPlanId(tx, from);
    const isStopped = current !== undefined && (await currentPlanId(tx, to)) !== undefined;
    const stopped = isStopped ? (await planById(tx, current))?.state : undefined;
    await this.#give(tx, from, to, plans, (id) => (isStopped && id === current ? 'stopped' : null));
    return { plans, ...(stopped && current ? { stopped: current, was: stopped } : {}) };
  }

  moveBack(tx: Tx, from: string, to: string, moved: Moved): Promise<void> {
    const { stopped, was } = moved as { stopped?: string; was?: CarePlanState };
    const plans = listIn(moved, 'plans').map(String);
    return this.#give(tx, to, from, plans, (id) => (id === stopped ? (was ?? null) : null));
  }

  async held(reader: Reader, customerId: string): Promise<Held[]> {
    return [await heldRows(reader, '护理方案', 'care_plan', customerId)];
  }

  /** @param stateOf the state that a plan is to have there; null: the one it has */
  async #give(
    tx: Tx,
    from: string,
    to: string,
    plans: readonly string[],
    stateOf: (id: string) => CarePlanState | null,
  ): Promise<void> {
    const there = new Set(await planIdsOf(tx, from));
    const given = plans.filter((id) => there.has(id));
    for (const version of await versionsOfPlans(tx, given))
      await givePlanVersion(
        ...([tx, version] as const),
        await this.seal.handOver(tx, { from, to }, 'care-plan', version.contents),
      );
    for (const { id, scoreWords } of await wordsOfPlans(tx, given)) {
      const words = await this.seal.handOver(tx, { from, to }, 'care-plan-score', scoreWords);
      await giveWords(tx, id, words);
    }
    // What is over first, so that one that goes on finds its place free.
    const states = new Map<string, CarePlanState>();
    for (const id of given) {
      const state = stateOf(id) ?? (await planById(tx, id))?.state;
      if (state) states.set(id, state);
    }
    const inOrder = [...states].sort(
      ([, a], [, b]) => Number(OVER.includes(b)) - Number(OVER.includes(a)),
    );
    for (const [id, state] of inOrder) await givePlan(tx, id, to, state, this.clock.now());
  }
}
