import { Injectable } from '@nestjs/common';
import {
  SlotsTaken,
  claimSlots,
  occupancy,
  releaseSlots,
  type Assignment,
} from '../scheduling/index.js';
import { CustomerRepository } from '../customers/index.js';
import type { Principal } from '../../platform/auth/index.js';
import { Clock, toRfc3339 } from '../../platform/clock/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../platform/idempotency/index.js';
import { ChangeMaker } from './change-maker.js';
import { lockVisit, replacePlan } from './data/appointment-repository.js';
import type { Visit } from './data/visit.js';
import { clearOffer, type VisitOption } from './data/visit-options.js';
import { visitById, type VisitDetail } from './data/visit-reads.js';
import { VisitWords, type WordedVisit } from './data/visit-words.js';
import { freeCancelUntil } from './rules/cancellation-terms.js';
import { keepRequested } from './rules/keep-requested.js';
import { nextState } from './rules/transitions.js';
import { visitPlan } from './rules/visit-plan.js';
import { TimeFinder } from './time-finder.js';
import { VisitCare } from './visit-care.js';
import { VisitPlanned } from './visit-planned.js';
import { VisitPlanner, type VisitContext } from './visit-planner.js';
import { VisitSessions } from './visit-sessions.js';

const MAX_LOOKS = 8;

/**
 * Takes one of the times that the salon offered: the visit goes there and is agreed, what else was kept is free again.
 * @throws Refusal APPOINTMENT_NOT_FOUND, OFFER_GONE when the time is not kept any more, TRANSITION_REFUSED, SLOT_TAKEN
 *   when the person offered is no longer there, CARE_CONTRAINDICATED, CARE_PLAN_TOO_SOON, SESSION_NOT_AVAILABLE
 */
@Injectable()
export class AcceptOffer {
  constructor(
    private readonly planner: VisitPlanner,
    private readonly times: TimeFinder,
    private readonly files: CustomerRepository,
    private readonly care: VisitCare,
    private readonly sessions: VisitSessions,
    private readonly planned: VisitPlanned,
    private readonly words: VisitWords,
    private readonly changes: ChangeMaker,
    private readonly idempotent: IdempotentWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  execute<T extends object>(
    by: Principal,
    id: string,
    optionId: string,
    call: IdempotentCall,
    present: (visit: WordedVisit) => T,
  ): Promise<T> {
    return this.idempotent.settle(call, async () => {
      const seen = (await visitById(this.database, by, id)) ?? refuse('APPOINTMENT_NOT_FOUND');
      const option = this.#option(by, seen, optionId);
      const context = await this.#context(seen, option);
      for (let looks = 0; looks < MAX_LOOKS; looks += 1) {
        const assignment = await this.times.at(context, option.startsAt, id);
        if (!assignment) break;
        try {
          return await this.idempotent.run(call, async (tx) => {
            const visit = await this.#write(tx, by, seen, { option, context, assignment });
            return present(await this.words.openOne(tx, visit));
          });
        } catch (error) {
          // A room of the same kind that it was to change to went to somebody else meanwhile.
          if (!(error instanceof SlotsTaken)) throw error;
        }
      }
      const alternatives = await this.times.alternatives(context, option.startsAt, id);
      return refuse('SLOT_TAKEN', { extras: { alternatives } });
    });
  }

  #option(by: Principal, seen: VisitDetail, optionId: string): VisitOption {
    nextState(seen.state, 'accept', by);
    const option = seen.options.find((each) => each.id === optionId) ?? refuse('OFFER_GONE');
    this.#requireKept(seen, option);
    return option;
  }

  /** The sweep that ends offers may be late; the clock is not. */
  #requireKept({ expiresAt }: Pick<Visit, 'expiresAt'>, { startsAt }: VisitOption): void {
    const now = this.clock.now();
    if (expiresAt === null || now >= expiresAt || now >= startsAt) refuse('OFFER_GONE');
  }

  /** As the salon planned it: what was offered is not too soon for a client. */
  #context({ storeId, customerId }: VisitDetail, { items }: VisitOption): Promise<VisitContext> {
    const services = items.map(({ serviceId, staffId }) => ({ serviceId, staffId }));
    // What was promised holds also where the day has filled up since.
    return this.planner.context({
      ...{ storeId, customerId, services, audience: 'staff', beyondCaps: true },
    });
  }

  async #write(
    tx: Tx,
    by: Principal,
    seen: VisitDetail,
    chosen: {
      readonly option: VisitOption;
      readonly context: VisitContext;
      readonly assignment: Assignment;
    },
  ): Promise<VisitDetail> {
    const { option, context, assignment } = chosen;
    // This row orders everything that happens to one visit; what was seen before the lock must still be so.
    const visit = (await lockVisit(tx, by, seen.id)) ?? refuse('APPOINTMENT_NOT_FOUND');
    const state = nextState(visit.state, 'accept', by);
    if (visit.version !== seen.version) return refuse('OFFER_GONE');
    this.#requireKept(visit, option);
    const plan = keepRequested(visitPlan(context.wanted, assignment, context.means), seen.items);
    const moved = { ...visit, startsAt: plan.startsAt };
    if (by.kind === 'client') {
      // Two of her visits that she agrees to at once keep their days apart.
      await this.files.lockActive(tx, visit.customerId);
      const serviceIds = seen.items.map(({ serviceId }) => serviceId);
      await this.care.require(tx, by, moved, serviceIds, 'booking');
    }
    const { timeZone: zone, settings } = context.store;
    const holder = { kind: 'appointment', id: seen.id } as const;
    await clearOffer(tx, visit);
    await releaseSlots(tx, holder);
    const until = freeCancelUntil(plan.startsAt, settings.freeCancelHours);
    await replacePlan(tx, visit, plan, { state, freeCancelUntil: until });
    await claimSlots(tx, holder, occupancy(context.chain, assignment));
    await this.sessions.move(tx, visit, plan.startsAt, zone);
    await this.planned.move(tx, visit, plan.startsAt, zone);
    await this.changes.record(tx, by, {
      visit: moved,
      version: visit.version + 1,
      transition: 'accept',
      from: visit.state,
      to: state,
      topic: 'appointment.confirmed',
      detail: {
        startsAt: toRfc3339(visit.startsAt, zone),
        endsAt: toRfc3339(visit.endsAt, zone),
      },
    });
    return (await visitById(tx, by, seen.id)) ?? refuse('APPOINTMENT_NOT_FOUND');
  }
}
