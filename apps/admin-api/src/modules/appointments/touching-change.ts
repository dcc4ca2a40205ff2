import { Injectable } from '@nestjs/common';
import { addDays, instantOf, type LocalDate } from '../../platform/clock/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../platform/idempotency/index.js';
import type { Store } from '../stores/index.js';
import { TouchedVisits, type TouchedVisit } from './touched-visits.js';

/** A change that may leave visits without their person, on some days of some stores. */
export interface Touching<T> {
  readonly stores: readonly Store[];
  readonly dates: readonly LocalDate[];
  readonly work: (tx: Tx) => Promise<T>;
  /** The stores that the caller works for, where visits of others may be touched too. */
  readonly within?: readonly string[];
}

/** What the change answered, and the visits that somebody would not be there for any more. They stay as they are. */
export interface Touch<T> {
  readonly result: T;
  readonly touched: readonly TouchedVisit[];
}

/** Carries what a dry run found out of the transaction that is rolled back. */
class DryRun<T> extends Error {
  constructor(readonly touch: Touch<T>) {
    super('a dry run keeps nothing');
  }
}

/** Carries out what may touch visits: tried out first, in the very transaction that would save it. */
@Injectable()
export class TouchingChange {
  constructor(
    private readonly touchedVisits: TouchedVisits,
    private readonly idempotent: IdempotentWork,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Does all that the change does, and takes it back. @throws Refusal as the change itself */
  async tryOut<T>(change: Touching<T>): Promise<Touch<T>> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        throw new DryRun(await this.#carryOut(tx, change));
      });
    } catch (error) {
      if (error instanceof DryRun) return error.touch as Touch<T>;
      throw error;
    }
  }

  /**
   * @param seen ids of the touched visits that were shown
   * @throws Refusal SHIFT_TOUCHES_VISITS when there are others, and as the change itself
   */
  save<T>(call: IdempotentCall, change: Touching<T>, seen: readonly string[]): Promise<Touch<T>> {
    return this.idempotent.run(call, async (tx) => {
      const touch = await this.#carryOut(tx, change);
      const unseen = touch.touched.filter(({ id }) => !seen.includes(id));
      return unseen.length > 0 ? refuse('SHIFT_TOUCHES_VISITS') : touch;
    });
  }

  async #carryOut<T>(tx: Tx, { stores, dates, work, within }: Touching<T>): Promise<Touch<T>> {
    const sorted = [...dates].sort();
    const touched = async (): Promise<TouchedVisit[]> => {
      const found: TouchedVisit[] = [];
      for (const store of stores) {
        // A night runs into the next day; one day more on either side costs little.
        const from = instantOf(addDays(sorted[0] ?? '', -1), 0, store.timeZone);
        const to = instantOf(addDays(sorted.at(-1) ?? '', 3), 0, store.timeZone);
        found.push(...(await this.touchedVisits.between(tx, store, from, to)));
      }
      return found;
    };
    const before = await touched();
    const result = await work(tx);
    // After the slots were taken: a booking that was under way is committed by now, or will be refused.
    const after = await touched();
    const known = new Set(before.map(({ id }) => id));
    const newly = after.filter(({ id, keptBy }) => !known.has(id) && !keptBy);
    if (within && newly.some(({ storeId }) => !within.includes(storeId)))
      return refuse('SHIFT_REQUEST_ELSEWHERE');
    return { result, touched: newly };
  }
}
