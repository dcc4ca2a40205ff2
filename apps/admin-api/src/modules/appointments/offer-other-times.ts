import { Injectable } from '@nestjs/common';
import { SlotsTaken, occupancy, type Assignment } from '../scheduling/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock, toRfc3339 } from '../../platform/clock/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../platform/idempotency/index.js';
import { ChangeMaker } from './change-maker.js';
import { changeState, lockVisit } from './data/appointment-repository.js';
import { clearOffer, keepOptions } from './data/visit-options.js';
import { visitById, type VisitDetail } from './data/visit-reads.js';
import { VisitWords, type WordedVisit } from './data/visit-words.js';
import { nextState } from './rules/transitions.js';
import { visitPlan } from './rules/visit-plan.js';
import { TimeFinder } from './time-finder.js';
import { VisitPlanner, type VisitContext } from './visit-planner.js';

const MAX_LOOKS = 8;

/** A time that the salon would rather have, with the same people or with another one. */
export interface OfferedWish {
  readonly start: Date;
  /** Who takes over what the first person of the visit would have done; absent: nobody. */
  readonly staffId?: string | undefined;
}

/** An offered time with who and what it would use. */
interface Found {
  readonly context: VisitContext;
  readonly assignment: Assignment;
}

/**
 * Proposes up to three other times for a visit that waits. Their slots are kept for her beside those she asked for, until
 * she has chosen or the offer expires; a new offer takes the place of the one before.
 * @throws Refusal APPOINTMENT_NOT_FOUND, TRANSITION_REFUSED, FORBIDDEN, APPOINTMENT_CHANGED, SLOT_TAKEN with
 *   `alternatives` and the field of the time that is gone, TOO_SOON, STAFF_NOT_AVAILABLE, INVALID_INPUT
 */
@Injectable()
export class OfferOtherTimes {
  constructor(
    private readonly planner: VisitPlanner,
    private readonly times: TimeFinder,
    private readonly words: VisitWords,
    private readonly changes: ChangeMaker,
    private readonly idempotent: IdempotentWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  execute<T extends object>(
    by: StaffPrincipal,
    id: string,
    request: { readonly options: readonly OfferedWish[]; readonly version: number },
    call: IdempotentCall,
    present: (visit: WordedVisit) => T,
  ): Promise<T> {
    return this.idempotent.settle(call, async () => {
      const seen = (await visitById(this.database, by, id)) ?? refuse('APPOINTMENT_NOT_FOUND');
      nextState(seen.state, 'offer', by);
      if (seen.version !== request.version) return refuse('APPOINTMENT_CHANGED');
      this.#requireOthers(seen, request.options);
      for (let looks = 1; ; looks += 1) {
        const found: Found[] = [];
        for (const option of request.options) found.push(await this.#find(seen, option));
        try {
          return await this.idempotent.run(call, async (tx) => {
            await this.#write(tx, by, seen, found);
            const visit = (await visitById(tx, by, id)) ?? refuse('APPOINTMENT_NOT_FOUND');
            return present(await this.words.openOne(tx, visit));
          });
        } catch (error) {
          if (!(error instanceof SlotsTaken) || looks === MAX_LOOKS) throw error;
        }
      }
    });
  }

  /** What she asked for is no other time, and one time is not offered twice. */
  #requireOthers(seen: VisitDetail, options: readonly OfferedWish[]): void {
    const first = seen.items[0]?.staffId;
    const keyOf = (start: Date, staffId = first): string => `${start.getTime()} ${staffId}`;
    const known = new Set([keyOf(seen.startsAt)]);
    options.forEach(({ start, staffId }, at) => {
      const key = keyOf(start, staffId);
      if (start <= this.clock.now()) refuse('TOO_SOON');
      if (known.has(key))
        refuseField(`options.${at}.start`, '请换一个顾客没有选过、也没有重复的时间');
      known.add(key);
    });
  }

  async #find(seen: VisitDetail, { start, staffId }: OfferedWish): Promise<Found> {
    const first = seen.items[0]?.staffId;
    const services = seen.items.map((item) => ({
      serviceId: item.serviceId,
      staffId: staffId !== undefined && item.staffId === first ? staffId : item.staffId,
    }));
    const { storeId, customerId } = seen;
    const context = await this.planner.context({
      ...{ storeId, customerId, services, audience: 'staff' },
    });
    const assignment = await this.times.at(context, start, seen.id);
    if (assignment) return { context, assignment };
    return this.times.refuseTaken(context, start, seen.id);
  }

  async #write(
    tx: Tx,
    by: StaffPrincipal,
    seen: VisitDetail,
    found: readonly Found[],
  ): Promise<void> {
    // This row orders everything that happens to one visit; what was seen before the lock must still be so.
    const visit = (await lockVisit(tx, by, seen.id)) ?? refuse('APPOINTMENT_NOT_FOUND');
    const state = nextState(visit.state, 'offer', by);
    if (visit.version !== seen.version) return refuse('APPOINTMENT_CHANGED');
    const options = found.map(({ context, assignment }) => ({
      plan: visitPlan(context.wanted, assignment, context.means),
      occupied: occupancy(context.chain, assignment),
    }));
    await clearOffer(tx, visit);
    await keepOptions(tx, visit, options);
    const starts = options.map(({ plan }) => plan.startsAt);
    const expiresAt = this.#expiry(found, starts);
    await changeState(tx, visit, {
      state,
      waiting: { heldFor: 'choice', expiresAt, escalatesAt: null },
    });
    await this.changes.record(tx, by, {
      visit,
      version: visit.version + 1,
      transition: 'offer',
      from: visit.state,
      to: state,
      topic: 'appointment.offered',
      detail: { offered: starts.map((start) => toRfc3339(start, seen.timeZone)) },
    });
  }

  /** So long as the store keeps offers, and not beyond the last of the times. */
  #expiry(found: readonly Found[], starts: readonly Date[]): Date {
    const minutes = found[0]?.context.setup.policy.offerMinutes ?? 0;
    const last = Math.max(...starts.map((start) => start.getTime()));
    return new Date(Math.min(this.clock.now().getTime() + minutes * 60_000, last));
  }
}
