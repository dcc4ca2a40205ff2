import { Injectable } from '@nestjs/common';
import type { AppointmentState, BookingChannel } from '@yance/shared-types';
import type { GrantedOverride } from '../care/index.js';
import { CustomerQueries, CustomerRepository, type CustomerSummary } from '../customers/index.js';
import { SlotsTaken, claimSlots, occupancy, type Assignment } from '../scheduling/index.js';
import type { Principal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../platform/idempotency/index.js';
import { newId } from '../../platform/ids/index.js';
import { answerTimes } from './answer-times.js';
import { ChangeMaker } from './change-maker.js';
import { ClientStanding } from './client-standing.js';
import { countOpenVisits, insertVisit } from './data/appointment-repository.js';
import { noteGiven } from './data/given-visits.js';
import type { Visit, VisitPlan } from './data/visit.js';
import { VisitWords, type WordedVisit } from './data/visit-words.js';
import { freeCancelUntil } from './rules/cancellation-terms.js';
import { shownVisit } from './rules/shown-visit.js';
import { visitPlan } from './rules/visit-plan.js';
import { TimeFinder } from './time-finder.js';
import { DayIsFull, VisitCaps, beyondCaps } from './visit-caps.js';
import { VisitSessions } from './visit-sessions.js';
import { VisitCare } from './visit-care.js';
import { VisitPlanned } from './visit-planned.js';
import { VisitPlanner, definitionsOf, type VisitContext, type VisitWish } from './visit-planner.js';

/** How often "any therapist" looks again after losing a race: each loss means that another client won. */
const MAX_LOOKS = 24;

/** A booking as it was asked for. */
export interface BookingRequest extends Omit<VisitWish, 'audience'> {
  readonly customerId: string;
  readonly start: Date;
  readonly note?: string;
  readonly channel: BookingChannel;
  /** Two people answer for what her health speaks against; of the desk alone. */
  readonly override?: GrantedOverride | undefined;
  /** The visit of her care plan that it is booked for. */
  readonly planStepId?: string | undefined;
}

/** A request with all that was found out before the transaction. */
interface Wish {
  readonly by: Principal;
  readonly request: BookingRequest;
  readonly context: VisitContext;
  readonly customer: CustomerSummary;
}

/**
 * Books a visit: looks for people and places outside the transaction, then writes visit, slots, history and event in
 * one. The slots' primary key decides who was first; a loser looks again and is told of other times when none is left.
 * @throws Refusal SLOT_TAKEN, DAY_FULL or STAFF_DAY_FULL with `alternatives`, TOO_SOON, BEYOND_HORIZON, PHONE_REQUIRED, TOO_MANY_OPEN_VISITS,
 *   BOOK_BY_PHONE, CLIENT_NOT_FOUND, CLIENT_MERGED, SESSION_NOT_AVAILABLE, PACKAGE_FROZEN, CARE_CONTRAINDICATED with `findings`,
 *   for a visit of a plan CARE_PLAN_STEP_NOT_FOUND, _TAKEN, CARE_PLAN_STATE, CARE_PLAN_TOO_SOON with `earliestOn`,
 *   and those of VisitPlanner.context
 */
@Injectable()
export class BookAppointment {
  constructor(
    private readonly planner: VisitPlanner,
    private readonly times: TimeFinder,
    private readonly customers: CustomerQueries,
    private readonly files: CustomerRepository,
    private readonly standing: ClientStanding,
    private readonly care: VisitCare,
    private readonly sessions: VisitSessions,
    private readonly planned: VisitPlanned,
    private readonly caps: VisitCaps,
    private readonly words: VisitWords,
    private readonly changes: ChangeMaker,
    private readonly idempotent: IdempotentWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @param present turns the visit into the answer that is stored with the key */
  async execute<T extends object>(
    by: Principal,
    request: BookingRequest,
    call: IdempotentCall,
    present: (visit: WordedVisit) => T,
  ): Promise<T> {
    // A second send may meet its own first one as "taken" in the look, before it meets the key.
    return this.idempotent.settle(call, async () => {
      const audience = by.kind === 'client' ? 'client' : 'staff';
      const context = await this.planner.context({ ...request, audience });
      const [customer] = await this.customers.summaries(this.database, [request.customerId]);
      if (!customer) return refuse('CLIENT_NOT_FOUND');
      if (audience === 'client') this.#requirePhone(context, customer);
      const wish = { by, request, context, customer };
      return this.#bookAround(wish, call, present);
    });
  }

  #requirePhone(context: VisitContext, customer: CustomerSummary): void {
    const insists = context.store.settings.phoneRequired;
    if (insists && customer.phoneMasked === null) refuse('PHONE_REQUIRED');
  }

  async #bookAround<T extends object>(
    wish: Wish,
    call: IdempotentCall,
    present: (visit: WordedVisit) => T,
  ): Promise<T> {
    const { request, context } = wish;
    for (let looks = 0; looks < MAX_LOOKS; looks += 1) {
      const assignment = await this.times.at(context, request.start);
      if (!assignment) break;
      try {
        return await this.idempotent.run(call, async (tx) =>
          present(await this.#write(tx, wish, assignment)),
        );
      } catch (error) {
        if (!(error instanceof SlotsTaken || error instanceof DayIsFull)) throw error;
      }
    }
    return this.times.refuseTaken(context, request.start);
  }

  async #write(tx: Tx, wish: Wish, assignment: Assignment): Promise<WordedVisit> {
    const { by, request, context, customer } = wish;
    const { store, chain } = context;
    const now = this.clock.now();
    // The row of her file orders one client's bookings, which guards her limit, and keeps a file that is being joined
    // to another from getting a visit behind its back.
    await this.files.lockActive(tx, request.customerId);
    if (by.kind === 'client') {
      const open = await countOpenVisits(tx, request.customerId, now);
      if (open >= store.settings.maxOpenVisits) return refuse('TOO_MANY_OPEN_VISITS');
      await this.standing.require(tx, request.customerId, context.setup);
    }
    const plan = visitPlan(context.wanted, assignment, context.means);
    const note = request.note?.trim() || null;
    const visit = {
      ...this.#visit(request, context, plan, firstState(by, context)),
      noteStored: await this.words.seal(tx, request.customerId, 'note', note),
    };
    // After the lock of her file: an allergy that is being written is waited for.
    const serviceIds = request.services.map(({ serviceId }) => serviceId);
    const { override, planStepId: stepId } = request;
    await this.care.require(tx, by, visit, serviceIds, 'booking', { override, stepId });
    await insertVisit(tx, visit, plan);
    await this.planned.keep(tx, by, visit, { stepId, serviceIds }, store.timeZone);
    await claimSlots(tx, { kind: 'appointment', id: visit.id }, occupancy(chain, assignment));
    const beyond = context.beyondCaps;
    const exceeded = await this.caps.count(tx, context.setup, plan, { beyond });
    const kept = await this.sessions.keep(tx, by, visit, request.services, store.timeZone);
    const topic = visit.state === 'confirmed' ? 'appointment.confirmed' : 'appointment.requested';
    const { state: to, version } = visit;
    const change = await this.changes.record(tx, by, {
      visit,
      version,
      transition: 'book',
      from: null,
      to,
      topic,
      detail: beyondCaps(context.setup, exceeded),
      ...(by.kind === 'client' ? { byName: customer.name } : {}),
    });
    const given = plan.items.filter(({ requested }) => !requested);
    await noteGiven(
      tx,
      store.id,
      given.map(({ staffId }) => staffId),
      now,
    );
    const shown = shownVisit(visit, plan, context, { changes: [change], sessions: kept });
    return { ...shown, note, cancelReason: null, changes: [{ ...change, reason: null }] };
  }

  #visit(
    request: BookingRequest,
    context: VisitContext,
    plan: VisitPlan,
    state: AppointmentState,
  ): Visit {
    const hours = context.store.settings.freeCancelHours;
    const now = this.clock.now();
    const waiting = state === 'requested' ? answerTimes(context, plan.startsAt, now) : undefined;
    return {
      id: newId(),
      storeId: context.store.id,
      customerId: request.customerId,
      state,
      startsAt: plan.startsAt,
      endsAt: plan.endsAt,
      channel: request.channel,
      noteStored: null,
      priceFen: plan.priceFen,
      version: 1,
      freeCancelUntil: freeCancelUntil(plan.startsAt, hours),
      lateCancel: false,
      cancelReasonStored: null,
      createdAt: now,
      heldFor: null,
      expiresAt: waiting?.expiresAt ?? null,
      escalatesAt: waiting?.escalatesAt ?? null,
      escalatedAt: null,
      declineReason: null,
    };
  }
}

/** What the desk books is agreed; a client's booking waits where any of its services wants a person's yes. */
function firstState(by: Principal, context: VisitContext): AppointmentState {
  if (by.kind !== 'client') return 'confirmed';
  const auto = definitionsOf(context).every((service) => service.confirmPolicy === 'auto');
  return auto ? 'confirmed' : 'requested';
}
