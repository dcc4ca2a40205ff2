import { Injectable } from '@nestjs/common';
import { NoticeGate, type GrantedOverride } from '../care/index.js';
import { CustomerRepository } from '../customers/index.js';
import { Activity } from '../membership/index.js';
import { releaseSlots, slotNotBefore } from '../scheduling/index.js';
import { storeById } from '../stores/index.js';
import { TurnBook } from '../turns/index.js';
import type { AppointmentTopic } from '../../events/index.js';
import type { Principal } from '../../platform/auth/index.js';
import { Clock, localDate } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../platform/idempotency/index.js';
import { ChangeMaker } from './change-maker.js';
import { CompletionChecks } from './completion-checks.js';
import { changeState, lockVisit } from './data/appointment-repository.js';
import { clearOffer } from './data/visit-options.js';
import type { Visit } from './data/visit.js';
import { servicesOfVisit, visitById } from './data/visit-reads.js';
import { VisitWords, type WordedVisit } from './data/visit-words.js';
import { STATE_TABLE, isDue, nextState, type Transition } from './rules/transitions.js';
import { VisitCare } from './visit-care.js';
import { VisitPlanned } from './visit-planned.js';
import { VisitSessions } from './visit-sessions.js';

/** The steps of a visit that only change its state; cancelling and moving have their own use cases. */
export type Step = Exclude<
  Transition,
  'cancel' | 'move' | 'offer' | 'accept' | 'decline' | 'escalate'
>;

const TOPICS: Readonly<Record<Step, AppointmentTopic>> = {
  confirm: 'appointment.confirmed',
  arrive: 'appointment.arrived',
  start: 'appointment.started',
  complete: 'appointment.completed',
  no_show: 'appointment.no_show',
  expire: 'appointment.expired',
};

/**
 * Takes a visit one step on: confirm, arrive, start, complete, no-show, expire.
 * @throws Refusal APPOINTMENT_NOT_FOUND also for another store's, TRANSITION_REFUSED, FORBIDDEN, VISIT_NOT_YET;
 *   for a start CARE_CONTRAINDICATED, NOTICE_UNSIGNED, for a completion TREATMENT_FIRST
 */
@Injectable()
export class AdvanceAppointment {
  constructor(
    private readonly files: CustomerRepository,
    private readonly care: VisitCare,
    private readonly notices: NoticeGate,
    private readonly sessions: VisitSessions,
    private readonly planned: VisitPlanned,
    private readonly completion: CompletionChecks,
    private readonly turns: TurnBook,
    private readonly words: VisitWords,
    private readonly changes: ChangeMaker,
    private readonly idempotent: IdempotentWork,
    private readonly activity: Activity,
    private readonly clock: Clock,
  ) {}

  execute<T extends object>(
    by: Principal,
    id: string,
    step: Step,
    call: IdempotentCall,
    present: (visit: WordedVisit) => T,
    override?: GrantedOverride,
  ): Promise<T> {
    return this.idempotent.run(call, async (tx) => {
      await this.step(tx, by, id, step, { override });
      const visit = (await visitById(tx, by, id)) ?? refuse('APPOINTMENT_NOT_FOUND');
      return present(await this.words.openOne(tx, visit));
    });
  }

  /**
   * The step inside a transaction of the caller; sweeps use it.
   * @param more.isAsked the caller asked in this transaction what a start needs, the visit's row and her file locked
   */
  async step(
    tx: Tx,
    by: Principal,
    id: string,
    step: Step,
    more: { readonly override?: GrantedOverride | undefined; readonly isAsked?: boolean } = {},
  ): Promise<void> {
    // This row orders everything that happens to one visit.
    const visit = (await lockVisit(tx, by, id)) ?? refuse('APPOINTMENT_NOT_FOUND');
    const state = nextState(visit.state, step, by);
    await this.#requireTime(tx, visit, step);
    if (step === 'start' && more.isAsked !== true) {
      // After the lock of her file: an allergy that is being written is waited for.
      await this.files.lockActive(tx, visit.customerId);
      await this.#requireCare(tx, by, visit, more.override);
      await this.#requireNotices(tx, visit);
    }
    // What a module above needs before a visit is over.
    if (step === 'complete') await this.completion.require(tx, id);
    await this.#release(tx, visit, step);
    await clearOffer(tx, visit);
    await this.sessions.follow(tx, by, visit, step);
    await this.planned.follow(tx, visit, step);
    await changeState(tx, visit, { state });
    if (step === 'complete') await this.#count(tx, visit);
    if (step === 'start')
      await this.turns.begun(tx, visit, async () => (await visitById(tx, by, id))?.items ?? []);
    await this.changes.record(tx, by, {
      visit,
      version: visit.version + 1,
      transition: step,
      from: visit.state,
      to: state,
      topic: TOPICS[step],
    });
  }

  async #requireCare(
    tx: Tx,
    by: Principal,
    visit: Visit,
    override: GrantedOverride | undefined,
  ): Promise<void> {
    const { items } = (await visitById(tx, by, visit.id)) ?? refuse('APPOINTMENT_NOT_FOUND');
    const serviceIds = items.map(({ serviceId }) => serviceId);
    await this.care.require(tx, by, visit, serviceIds, 'start', { override });
  }

  async #requireNotices(tx: Tx, { id, customerId }: Visit): Promise<void> {
    const serviceIds = await servicesOfVisit(tx, id);
    await this.notices.enforce(tx, { customerId, serviceIds });
  }

  /** She was here: tiers count visits. */
  async #count(tx: Tx, { id, customerId, storeId, startsAt }: Visit): Promise<void> {
    const { timeZone } = (await storeById(tx, storeId)) ?? refuse('STORE_NOT_FOUND');
    await this.activity.note(tx, {
      ...{ customerId, storeId, on: localDate(startsAt, timeZone) },
      ...{ sourceKind: 'appointment', sourceId: id, facts: [{ kind: 'visit', amountFen: 0 }] },
    });
  }

  async #requireTime(tx: Tx, visit: Visit, step: Step): Promise<void> {
    if (STATE_TABLE[step].notBefore === 'any') return;
    const store = (await storeById(tx, visit.storeId)) ?? refuse('STORE_NOT_FOUND');
    const { startsAt, expiresAt } = visit;
    const { timeZone } = store;
    if (!isDue(step, { startsAt, expiresAt, timeZone }, this.clock.now())) refuse('VISIT_NOT_YET');
  }

  /** A visit that ends early frees what is left of its time; what is over stays as it was. */
  async #release(tx: Tx, visit: Visit, step: Step): Promise<void> {
    const { releases } = STATE_TABLE[step];
    if (releases === 'nothing') return;
    const from = releases === 'all' ? 0 : slotNotBefore(this.clock.now().getTime());
    await releaseSlots(tx, { kind: 'appointment', id: visit.id }, from);
  }
}
