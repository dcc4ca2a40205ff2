import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import type { CareContext } from '../health/data/care-overrides.js';
import {
  putDays,
  putStep,
  stepById,
  stepsOf,
  stepsOfVisits,
  type PlanStep,
} from './data/plan-steps.js';
import { lockPlan, planById, planVersion, putState, type CarePlan } from './data/plans.js';
import { PlanSeal } from './plan-seal.js';
import type { PlanLine } from './rules/contents.js';
import { OVER } from './rules/progress.js';
import { firstFreeDay, stepDays } from './rules/step-days.js';

/** A visit as a plan has to know it. */
export interface PlannedVisit {
  readonly id: string;
  readonly customerId: string;
  /** Its local day, YYYY-MM-DD. */
  readonly day: string;
  readonly serviceIds: readonly string[];
}

/** What a planned visit is booked with. */
export interface WantedStep {
  readonly customerId: string;
  readonly serviceId: string;
}

/** Planned visits follow their visit through its life, always in the transaction that changes it. */
@Injectable()
export class PlanVisits {
  constructor(
    private readonly seal: PlanSeal,
    private readonly clock: Clock,
  ) {}

  /** Whose planned visit it is and for what. @throws Refusal CARE_PLAN_STEP_NOT_FOUND */
  async wanted(reader: Reader, stepId: string): Promise<WantedStep> {
    const step = (await stepById(reader, stepId)) ?? refuse('CARE_PLAN_STEP_NOT_FOUND');
    const plan = (await planById(reader, step.planId)) ?? refuse('CARE_PLAN_STEP_NOT_FOUND');
    return { customerId: plan.customerId, serviceId: step.serviceId };
  }

  /** The plans that a visit is, or is to be, booked from: what two people answered for there stands here too. */
  async contexts(
    reader: Reader,
    appointmentId: string,
    stepId: string | undefined,
  ): Promise<CareContext[]> {
    const steps = await this.#planned(reader, appointmentId, stepId);
    return steps.map(({ planId }) => ({ kind: 'plan', id: planId }));
  }

  /** Ids of the products that are planned for a visit. */
  async products(
    reader: Reader,
    appointmentId: string,
    stepId: string | undefined,
  ): Promise<string[]> {
    const ids = new Set<string>();
    for (const { planId, lineId } of await this.#planned(reader, appointmentId, stepId)) {
      const plan = (await planById(reader, planId)) ?? refuse('CARE_PLAN_NOT_FOUND');
      const { products } = await this.#line(reader, plan, lineId);
      for (const { productId } of products) ids.add(productId);
    }
    return [...ids];
  }

  async #planned(
    reader: Reader,
    appointmentId: string,
    stepId: string | undefined,
  ): Promise<PlanStep[]> {
    const wished = stepId === undefined ? undefined : await stepById(reader, stepId);
    const steps = await stepsOfVisits(reader, [appointmentId]);
    return [...steps, ...(wished ? [wished] : [])];
  }

  /**
   * A visit was booked for a planned one.
   * @throws Refusal CARE_PLAN_STEP_NOT_FOUND also for another client's, CARE_PLAN_STEP_TAKEN, CARE_PLAN_STATE where she has
   *   not agreed or it rests, CARE_PLAN_TOO_SOON with `earliestOn`
   */
  async keep(tx: Tx, by: Principal, visit: PlannedVisit, stepId: string): Promise<void> {
    const { planId } = (await stepById(tx, stepId)) ?? refuse('CARE_PLAN_STEP_NOT_FOUND');
    const plan = (await lockPlan(tx, planId)) ?? refuse('CARE_PLAN_STEP_NOT_FOUND');
    if (plan.customerId !== visit.customerId) refuse('CARE_PLAN_STEP_NOT_FOUND');
    // Read again under the lock: another booking may have taken it.
    const steps = await stepsOf(tx, planId);
    const step = steps.find(({ id }) => id === stepId) ?? refuse('CARE_PLAN_STEP_NOT_FOUND');
    if (!visit.serviceIds.includes(step.serviceId)) refuse('CARE_PLAN_STEP_NOT_FOUND');
    if (step.state !== 'planned') refuse('CARE_PLAN_STEP_TAKEN');
    requireGoingOn(plan, by);
    const line = await this.#line(tx, plan, step.lineId);
    requireDistance(line, steps, step.id, visit.day);
    await putStep(tx, stepId, { state: 'booked', appointmentId: visit.id, visitOn: visit.day });
    await this.#later(tx, plan, line);
  }

  /** The visit goes to another day. @throws Refusal CARE_PLAN_TOO_SOON with `earliestOn` */
  async move(tx: Tx, appointmentId: string, day: string): Promise<void> {
    for (const { step, plan, line } of await this.#booked(tx, appointmentId)) {
      requireDistance(line, await stepsOf(tx, plan.id), step.id, day);
      await putStep(tx, step.id, { state: 'booked', appointmentId, visitOn: day });
      await this.#later(tx, plan, line);
    }
  }

  /** The visit was served: its planned visit is done. The first begins a plan, the last ends it. */
  async done(tx: Tx, appointmentId: string): Promise<void> {
    for (const { step, plan, line } of await this.#booked(tx, appointmentId)) {
      await putStep(tx, step.id, { state: 'done', appointmentId, visitOn: step.visitOn });
      await this.#later(tx, plan, line);
      await this.#turn(tx, plan);
    }
  }

  /** The visit fell through: what it stood for is to be booked again. */
  async giveBack(tx: Tx, appointmentId: string): Promise<void> {
    for (const { step, plan, line } of await this.#booked(tx, appointmentId)) {
      await putStep(tx, step.id, { state: 'planned', appointmentId: null, visitOn: null });
      await this.#later(tx, plan, line);
    }
  }

  /** What a visit stands for, each with its plan locked. */
  async #booked(
    tx: Tx,
    appointmentId: string,
  ): Promise<{ step: PlanStep; plan: CarePlan; line: PlanLine }[]> {
    const found: { step: PlanStep; plan: CarePlan; line: PlanLine }[] = [];
    for (const { id, planId } of await stepsOfVisits(tx, [appointmentId])) {
      const plan = (await lockPlan(tx, planId)) ?? refuse('CARE_PLAN_NOT_FOUND');
      const step = (await stepById(tx, id)) ?? refuse('CARE_PLAN_STEP_NOT_FOUND');
      if (step.state !== 'booked') continue;
      found.push({ step, plan, line: await this.#line(tx, plan, step.lineId) });
    }
    return found;
  }

  async #line(reader: Reader, plan: CarePlan, lineId: string): Promise<PlanLine> {
    const now = (await planVersion(reader, plan)) ?? refuse('CARE_PLAN_NOT_FOUND');
    const { lines } = await this.seal.open(reader, plan.customerId, now.contents);
    return lines.find((line) => line.lineId === lineId) ?? refuse('CARE_PLAN_STEP_NOT_FOUND');
  }

  /** What waits of a line is counted from its last visit that stands. */
  async #later(tx: Tx, plan: CarePlan, line: PlanLine): Promise<void> {
    const steps = (await stepsOf(tx, plan.id)).filter(({ lineId }) => lineId === line.lineId);
    const waiting = steps.filter(({ state }) => state === 'planned');
    const stands = steps.flatMap(({ visitOn }) => visitOn ?? []).sort();
    const last = stands[stands.length - 1] ?? null;
    for (const [at, days] of stepDays(line, waiting.length, line.firstOn, last).entries()) {
      const step = waiting[at];
      if (step) await putDays(tx, step.id, days);
    }
  }

  async #turn(tx: Tx, plan: CarePlan): Promise<void> {
    if (OVER.includes(plan.state)) return;
    const isDone = (await stepsOf(tx, plan.id)).every(({ state }) => state === 'done');
    if (isDone) return putState(tx, plan, 'done', this.clock.now());
    if (plan.state === 'agreed') await putState(tx, plan, 'active', this.clock.now());
  }
}

/** She books what she agreed to; at the desk she says yes to the visit itself. */
function requireGoingOn({ state }: CarePlan, by: Principal): void {
  const isAgreed = state === 'agreed' || state === 'active';
  if (!isAgreed && !(by.kind === 'staff' && state === 'proposed')) refuse('CARE_PLAN_STATE');
}

const spokenDay = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

function requireDistance(
  { lineId, minDays }: PlanLine,
  steps: readonly PlanStep[],
  exceptId: string,
  day: string,
): void {
  const others = steps.filter((step) => step.lineId === lineId && step.id !== exceptId);
  const standing = others.flatMap(({ visitOn }) => visitOn ?? []);
  const earliestOn = firstFreeDay(minDays, standing, day);
  if (earliestOn === day) return;
  const detail = `离上一次护理要隔 ${minDays} 天，最早可以约 ${spokenDay(earliestOn)}。`;
  refuse('CARE_PLAN_TOO_SOON', { detail, extras: { earliestOn } });
}
