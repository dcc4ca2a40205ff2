import { Injectable } from '@nestjs/common';
import { shiftsOfStaff } from '../scheduling/index.js';
import { storeById, type Store } from '../stores/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock, addDays, instantOf, localDate } from '../../platform/clock/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { addTurnEvents, turnEvents, type TurnDay } from './data/turn-events.js';
import { turnRulesOf } from './data/turn-rules.js';
import { queueOf, type Turn, type TurnEventKind } from './rules/queue.js';

/** What a person may do about her place by herself. */
export type TurnAct = Exclude<TurnEventKind, 'served'>;

/** A part of a visit: who leads it, and whether her client asked for her. */
export interface LedPart {
  readonly staffId: string | null;
  readonly requested: boolean;
}

/** Keeps the queues of those on duty. */
@Injectable()
export class TurnBook {
  constructor(private readonly clock: Clock) {}

  /** The queue of a store today, the next one first, whatever positions they have. */
  async today(reader: Reader, store: Pick<Store, 'id' | 'timeZone'>): Promise<Turn[]> {
    return queueOf(await turnEvents(reader, this.#today(store)));
  }

  /**
   * Signs a person in or out, or sends her to the tail because she passed her turn on. Who is in already keeps her
   * place, who is out stays out: the same call twice is as good as once.
   * @returns whether she is in the queue from then on
   * @throws Refusal STORE_NOT_FOUND, TURNS_NOT_KEPT, TURN_NOT_ON_DUTY for who has no shift there today,
   *   TURN_NOT_SIGNED_IN for passing on what nobody has
   */
  async act(
    tx: Tx,
    by: StaffPrincipal,
    storeId: string,
    deed: { readonly staffId: string; readonly act: TurnAct },
  ): Promise<boolean> {
    const store = (await storeById(tx, storeId)) ?? refuse('STORE_NOT_FOUND');
    if (!(await turnRulesOf(tx, storeId)).isKept) refuse('TURNS_NOT_KEPT');
    const { staffId, act } = deed;
    const day = this.#today(store);
    const isIn = queueOf(await turnEvents(tx, day)).some((turn) => turn.staffId === staffId);
    if (act === 'sign_in') await this.#requireDuty(tx, store, day, staffId);
    if (act === 'passed' && !isIn) refuse('TURN_NOT_SIGNED_IN');
    const isDone = act === 'sign_in' ? isIn : act === 'sign_out' && !isIn;
    if (isDone) return isIn;
    const at = this.clock.now();
    const event = { staffId, kind: act, appointmentId: null, byStaffId: by.staffId, at };
    await addTurnEvents(tx, day, [event]);
    return act !== 'sign_out';
  }

  /**
   * A visit begins: it was the turn of whoever leads a part of it that was not asked for.
   * @param partsOf read only where the store keeps turns
   */
  async begun(
    tx: Tx,
    visit: { readonly id: string; readonly storeId: string },
    partsOf: () => Promise<readonly LedPart[]>,
  ): Promise<void> {
    const rules = await turnRulesOf(tx, visit.storeId);
    if (!rules.isKept) return;
    const store = (await storeById(tx, visit.storeId)) ?? refuse('STORE_NOT_FOUND');
    const took = (await partsOf())
      .filter(({ requested }) => rules.requestedCounts || !requested)
      .flatMap(({ staffId }) => staffId ?? []);
    const at = this.clock.now();
    const events = [...new Set(took)].map((staffId) => ({
      ...{ staffId, kind: 'served' as const, at },
      ...{ appointmentId: visit.id, byStaffId: null },
    }));
    await addTurnEvents(tx, this.#today(store), events);
  }

  async #requireDuty(
    tx: Tx,
    { timeZone }: Pick<Store, 'timeZone'>,
    day: TurnDay,
    staffId: string,
  ): Promise<void> {
    const from = instantOf(day.localDate, 0, timeZone);
    const to = instantOf(addDays(day.localDate, 1), 0, timeZone);
    const shifts = await shiftsOfStaff(tx, [staffId], from, to);
    const isHere = shifts.some(
      (shift) => shift.storeId === day.storeId && shift.localDate === day.localDate,
    );
    if (!isHere) refuse('TURN_NOT_ON_DUTY');
  }

  #today({ id, timeZone }: Pick<Store, 'id' | 'timeZone'>): TurnDay {
    return { storeId: id, localDate: localDate(this.clock.now(), timeZone) };
  }
}
