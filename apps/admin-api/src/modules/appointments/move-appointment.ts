import { Injectable } from '@nestjs/common';
import { SlotsTaken, exchangeSlots, occupancy, type Assignment } from '../scheduling/index.js';
import { CustomerRepository } from '../customers/index.js';
import type { AppointmentState } from '@yance/shared-types';
import type { Principal } from '../../platform/auth/index.js';
import { Clock, toRfc3339 } from '../../platform/clock/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../platform/idempotency/index.js';
import { ChangeMaker } from './change-maker.js';
import { lockVisit, replacePlan } from './data/appointment-repository.js';
import { noteGiven } from './data/given-visits.js';
import type { Visit, VisitPlan } from './data/visit.js';
import { visitById, type VisitDetail } from './data/visit-reads.js';
import { VisitWords, type WordedVisit } from './data/visit-words.js';
import { freeCancelUntil } from './rules/cancellation-terms.js';
import { nextState } from './rules/transitions.js';
import { answerTimes } from './answer-times.js';
import { keepRequested } from './rules/keep-requested.js';
import { visitPlan } from './rules/visit-plan.js';
import { TimeFinder } from './time-finder.js';
import { VisitPlanned } from './visit-planned.js';
import { DayIsFull, VisitCaps, beyondCaps } from './visit-caps.js';
import { VisitSessions } from './visit-sessions.js';
import { VisitCare } from './visit-care.js';
import { VisitPlanner, definitionsOf, type VisitContext } from './visit-planner.js';

const MAX_LOOKS = 8;

/** Where a visit should go. */
export interface MoveRequest {
  readonly start: Date;
  /** Only at the desk: the person who takes over from `fromStaffId`, or does all of the visit. */
  readonly staffId?: string;
  readonly fromStaffId?: string;
  /** Only at the desk: the version that was on the screen; another one means that somebody was faster. */
  readonly version?: number;
  /** Only at the desk: goes beyond what a day takes. */
  readonly beyondCaps?: boolean;
}

/**
 * Moves a visit to another time or person: its slots are given back and the new ones taken in one transaction, so
 * either all of it moved or nothing did. A move to where it is already changes nothing and tells nobody.
 * @throws Refusal APPOINTMENT_NOT_FOUND, APPOINTMENT_CHANGED, TRANSITION_REFUSED; SLOT_TAKEN, DAY_FULL or
 *   STAFF_DAY_FULL with `alternatives`; TOO_SOON, BEYOND_HORIZON, STAFF_NOT_AVAILABLE, CARE_CONTRAINDICATED, CARE_PLAN_TOO_SOON, SESSION_NOT_AVAILABLE where a card by time is not good that day
 */
@Injectable()
export class MoveAppointment {
  constructor(
    private readonly planner: VisitPlanner,
    private readonly times: TimeFinder,
    private readonly files: CustomerRepository,
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

  execute<T extends object>(
    by: Principal,
    id: string,
    request: MoveRequest,
    call: IdempotentCall,
    present: (visit: WordedVisit) => T,
  ): Promise<T> {
    return this.idempotent.settle(call, async () => {
      const seen = (await visitById(this.database, by, id)) ?? refuse('APPOINTMENT_NOT_FOUND');
      this.#nextState(by, seen);
      requireVersion(seen, request.version);
      const stays = !request.staffId && request.start.getTime() === seen.startsAt.getTime();
      if (stays)
        return this.idempotent.run(call, async (tx) => present(await this.words.openOne(tx, seen)));
      const context = await this.planner.context(this.#wish(by, seen, request));
      for (let looks = 0; looks < MAX_LOOKS; looks += 1) {
        const assignment = await this.times.at(context, request.start, id);
        if (!assignment) break;
        try {
          return await this.idempotent.run(call, async (tx) =>
            present(
              await this.words.openOne(tx, await this.#write(tx, by, seen, context, assignment)),
            ),
          );
        } catch (error) {
          if (!(error instanceof SlotsTaken || error instanceof DayIsFull)) throw error;
        }
      }
      return this.times.refuseTaken(context, request.start, id);
    });
  }

  /** A client moves what lies ahead of her; a visit whose time has come is missed or under way, and the desk's. */
  #nextState(by: Principal, visit: Visit): AppointmentState {
    const state = nextState(visit.state, 'move', by);
    const begun = this.clock.now() >= visit.startsAt;
    if (by.kind === 'client' && begun) refuse('TRANSITION_REFUSED', { extras: { state } });
    return state;
  }

  /** The same services; people the client asked for stay, others are free to change with the time. */
  #wish(by: Principal, seen: VisitDetail, request: MoveRequest) {
    const { fromStaffId } = request;
    if (fromStaffId && !seen.items.some(({ staffId }) => staffId === fromStaffId)) {
      return refuseField('fromStaffId', '这位美容师不在这条预约里');
    }
    const services = seen.items.map(({ serviceId, staffId, requested }) => {
      const takenOver = request.staffId && (!fromStaffId || fromStaffId === staffId);
      if (takenOver) return { serviceId, staffId: request.staffId };
      const stays = requested || by.kind === 'staff';
      return stays ? { serviceId, staffId } : { serviceId };
    });
    const audience = by.kind === 'client' ? ('client' as const) : ('staff' as const);
    const { storeId, customerId } = seen;
    return { storeId, services, audience, customerId, beyondCaps: request.beyondCaps };
  }

  async #write(
    tx: Tx,
    by: Principal,
    seen: VisitDetail,
    context: VisitContext,
    assignment: Assignment,
  ): Promise<VisitDetail> {
    // This row orders move, cancel and check-in of one visit; what was seen before the lock must still be so.
    const visit = (await lockVisit(tx, by, seen.id)) ?? refuse('APPOINTMENT_NOT_FOUND');
    const kept = this.#nextState(by, visit);
    requireVersion(visit, seen.version);
    const plan = keepRequested(visitPlan(context.wanted, assignment, context.means), seen.items);
    const state = by.kind === 'client' ? stateAfterClientMove(kept, context) : kept;
    const until = freeCancelUntil(plan.startsAt, context.store.settings.freeCancelHours);
    const moved = { ...visit, startsAt: plan.startsAt };
    // The desk is asked when the visit starts; a client has nobody to ask once she is on her way.
    if (by.kind === 'client') {
      // Two of her visits that she moves at once keep their days apart.
      await this.files.lockActive(tx, visit.customerId);
      const serviceIds = seen.items.map(({ serviceId }) => serviceId);
      await this.care.require(tx, by, moved, serviceIds, 'booking');
    }
    const holder = { kind: 'appointment', id: seen.id } as const;
    const waiting =
      state === 'requested' ? answerTimes(context, plan.startsAt, this.clock.now()) : undefined;
    await replacePlan(tx, visit, plan, { state, freeCancelUntil: until, waiting });
    await exchangeSlots(tx, holder, occupancy(context.chain, assignment));
    const zone = context.store.timeZone;
    const exceeded = await this.caps.count(tx, context.setup, plan, {
      before: seen,
      beyond: context.beyondCaps,
    });
    await this.sessions.move(tx, visit, plan.startsAt, zone);
    await this.planned.move(tx, visit, plan.startsAt, zone);
    await this.changes.record(tx, by, {
      visit: moved,
      version: visit.version + 1,
      transition: 'move',
      from: visit.state,
      to: state,
      topic: 'appointment.moved',
      detail: {
        startsAt: toRfc3339(visit.startsAt, zone),
        endsAt: toRfc3339(visit.endsAt, zone),
        ...beyondCaps(context.setup, exceeded),
      },
    });
    if (by.kind === 'client') {
      await noteGiven(tx, visit.storeId, newToHer(plan, seen), this.clock.now());
    }
    return (await visitById(tx, by, seen.id)) ?? refuse('APPOINTMENT_NOT_FOUND');
  }
}

/** Who has her now though she asked for nobody, and had not before. */
function newToHer({ items }: VisitPlan, before: Pick<VisitPlan, 'items'>): string[] {
  const had = new Set(before.items.map(({ staffId }) => staffId));
  return items.flatMap(({ staffId, requested }) =>
    requested || had.has(staffId) ? [] : [staffId],
  );
}

function requireVersion(visit: { readonly version: number }, expected: number | undefined): void {
  if (expected !== undefined && visit.version !== expected) refuse('APPOINTMENT_CHANGED');
}

/** A time that a client chose herself needs the salon's yes again where the service asks for one. */
function stateAfterClientMove(state: AppointmentState, context: VisitContext): AppointmentState {
  const auto = definitionsOf(context).every((service) => service.confirmPolicy === 'auto');
  return state === 'confirmed' && !auto ? 'requested' : state;
}
