import { Injectable } from '@nestjs/common';
import { productsByIds, serviceNames } from '../../catalog/index.js';
import { CustomerRepository } from '../../customers/index.js';
import { AuditTrail, type AuditAction } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { CareGate } from '../health/care-gate.js';
import { HealthAccess } from '../health/health-access.js';
import { advisedIn } from '../health/rules/advised.js';
import type { GrantedOverride } from '../health/second-pair-of-eyes.js';
import { dropPlanned, insertStep, stepsOf, type PlanStep } from './data/plan-steps.js';
import {
  insertPlan,
  insertPlanVersion,
  lockPlan,
  planById,
  planOf,
  putState,
  raisePlan,
  type CarePlan,
} from './data/plans.js';
import { PlanSeal } from './plan-seal.js';
import type { PlanContents, PlanLine } from './rules/contents.js';
import { OVER } from './rules/progress.js';
import { stepDays } from './rules/step-days.js';

/** A service of a plan as it is typed; a line that was there before names itself. */
export interface TypedLine extends Omit<PlanLine, 'lineId' | 'serviceName' | 'products'> {
  readonly lineId: string | null;
  readonly productIds: readonly string[];
}

/** A plan as it is typed. */
export interface TypedPlan extends Omit<PlanContents, 'lines' | 'reason'> {
  readonly lines: readonly TypedLine[];
  /** Show it to her and ask for her yes; otherwise it stays a draft while it is one. */
  readonly propose: boolean;
}

/** Where it is planned, and who answers for what her health speaks against. */
export interface PlannedBy {
  readonly storeId: string;
  readonly override?: GrantedOverride | undefined;
}

/** Writes care plans. Every change is a version with its reason and waits for her yes; what is done or booked stays. */
@Injectable()
export class WritePlan {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly gate: CareGate,
    private readonly health: HealthAccess,
    private readonly seal: PlanSeal,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the plan's id
   * @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, HEALTH_CONSENT_MISSING, CARE_PLAN_GOES_ON while she has one,
   *   CARE_CONTRAINDICATED, INVALID_INPUT
   */
  async create(
    tx: Tx,
    staff: StaffPrincipal,
    customerId: string,
    typed: TypedPlan,
    planned: PlannedBy,
  ): Promise<string> {
    // The row of her file: an allergy that is being written, or another plan, is waited for.
    const owner = await this.customers.lockActive(tx, customerId);
    await this.health.requireConsent(tx, owner);
    const before = await planOf(tx, customerId);
    if (before && !OVER.includes(before.state)) refuse('CARE_PLAN_GOES_ON');
    const plan = { id: newId(), customerId, version: 1 };
    const state = typed.propose ? 'proposed' : 'draft';
    await insertPlan(tx, { ...plan, state }, this.clock.now());
    await this.#write(tx, staff, plan, typed, { ...planned, reason: '' });
    return plan.id;
  }

  /**
   * @returns whose plan it is
   * @throws Refusal CARE_PLAN_NOT_FOUND, CARE_PLAN_STATE once it is over, CARE_PLAN_CHANGED when somebody was faster,
   *   HEALTH_CONSENT_MISSING, CARE_CONTRAINDICATED, INVALID_INPUT
   */
  async change(
    tx: Tx,
    staff: StaffPrincipal,
    planId: string,
    change: { readonly version: number; readonly reason: string; readonly typed: TypedPlan },
    planned: PlannedBy,
  ): Promise<string> {
    const { customerId } = (await planById(tx, planId)) ?? refuse('CARE_PLAN_NOT_FOUND');
    const owner = await this.customers.lockActive(tx, customerId);
    await this.health.requireConsent(tx, owner);
    const plan = await this.#open(tx, planId, change.version);
    const { typed } = change;
    const state = plan.state === 'draft' && !typed.propose ? 'draft' : 'proposed';
    const next = { ...plan, version: plan.version + 1, state } as const;
    await raisePlan(tx, next, this.clock.now());
    await this.#write(tx, staff, next, typed, { ...planned, reason: change.reason.trim() });
    return customerId;
  }

  /**
   * Rests, goes on, or is stopped.
   * @returns whose plan it is
   * @throws Refusal CARE_PLAN_NOT_FOUND, CARE_PLAN_CHANGED, CARE_PLAN_STATE
   */
  async turn(
    tx: Tx,
    staff: StaffPrincipal,
    planId: string,
    { version, to }: { version: number; to: 'paused' | 'active' | 'stopped' },
  ): Promise<string> {
    const plan = await this.#open(tx, planId, version);
    const from = { paused: ['agreed', 'active'], active: ['paused'], stopped: undefined }[to];
    if (from && !from.includes(plan.state)) refuse('CARE_PLAN_STATE');
    await putState(tx, plan, to, this.clock.now());
    await this.#note(tx, staff, plan, `care-plan.${to}`);
    return plan.customerId;
  }

  async #open(tx: Tx, planId: string, version: number): Promise<CarePlan> {
    const plan = (await lockPlan(tx, planId)) ?? refuse('CARE_PLAN_NOT_FOUND');
    if (OVER.includes(plan.state)) refuse('CARE_PLAN_STATE');
    if (plan.version !== version)
      refuse('CARE_PLAN_CHANGED', { extras: { version: plan.version } });
    return plan;
  }

  async #write(
    tx: Tx,
    staff: StaffPrincipal,
    plan: Pick<CarePlan, 'id' | 'customerId' | 'version'>,
    typed: TypedPlan,
    { storeId, override, reason }: PlannedBy & { readonly reason: string },
  ): Promise<void> {
    const { id: planId, customerId, version } = plan;
    const steps = await stepsOf(tx, planId);
    requireOwnLines(typed.lines, steps);
    const lines = await namedLines(tx, typed.lines);
    await this.gate.enforce(tx, {
      ...{ customerId, storeId, plannedFor: 'plan', by: staff, override },
      serviceIds: [...new Set(lines.map(({ serviceId }) => serviceId))],
      productIds: [
        ...new Set(lines.flatMap(({ products }) => products.map((one) => one.productId))),
      ],
      // What she is to use at home is planned as well, in the words of whoever plans.
      typed: advisedIn(typed.homeCare),
      context: { kind: 'plan', id: planId },
    });
    const standing = steps.filter(({ state }) => state !== 'planned');
    requireStanding(lines, standing);
    await dropPlanned(tx, planId);
    for (const line of lines) await this.#plan(tx, planId, line, standing);
    const words = { goal: typed.goal.trim(), problems: typed.problems.trim() };
    const contents = { ...words, homeCare: typed.homeCare.trim(), lines, reason };
    await insertPlanVersion(tx, {
      ...{ planId, version, byId: staff.staffId, byName: staff.name, at: this.clock.now() },
      contents: await this.seal.seal(tx, customerId, contents),
    });
    await this.#note(tx, staff, plan, 'care-plan.written');
  }

  /** What is still to come of a line, after what is done or booked of it. */
  async #plan(
    tx: Tx,
    planId: string,
    line: PlanLine,
    standing: readonly PlanStep[],
  ): Promise<void> {
    const { lineId, serviceId, firstOn } = line;
    const kept = standing.filter((step) => step.lineId === lineId);
    const last = kept.flatMap(({ visitOn }) => visitOn ?? []).sort();
    const days = stepDays(line, line.times - kept.length, firstOn, last[last.length - 1] ?? null);
    for (const each of days)
      await insertStep(tx, { ...{ id: newId(), planId, lineId, serviceId }, ...each });
  }

  async #note(
    tx: Tx,
    staff: StaffPrincipal,
    { id, customerId, version }: Pick<CarePlan, 'id' | 'customerId' | 'version'>,
    action: AuditAction,
  ): Promise<void> {
    const subject = { kind: 'customer', id: customerId };
    await this.audit.record(tx, { actor: staff, action, subject, detail: { planId: id, version } });
  }
}

/** What was done or is booked cannot be planned away. */
function requireStanding(lines: readonly PlanLine[], standing: readonly PlanStep[]): void {
  for (const step of standing) {
    const line = lines.find(({ lineId }) => lineId === step.lineId);
    const its = standing.filter(({ lineId }) => lineId === step.lineId).length;
    if (line?.serviceId !== step.serviceId)
      refuseField('lines', '已做或已约的项目不能从方案里去掉');
    else if (its > line.times)
      refuseField('lines', `「${line.serviceName}」已做或已约 ${its} 次，次数不能更少`);
  }
}

/** A line that is said to stand has to be one of this plan, and once. @throws Refusal INVALID_INPUT naming `lines` */
function requireOwnLines(typed: readonly TypedLine[], steps: readonly PlanStep[]): void {
  const own = new Set(steps.map(({ lineId }) => lineId));
  const said = typed.flatMap(({ lineId }) => lineId ?? []);
  if (new Set(said).size < said.length || !said.every((lineId) => own.has(lineId)))
    refuseField('lines', '有一行不是这个方案的，请刷新后再改');
}

async function namedLines(reader: Reader, typed: readonly TypedLine[]): Promise<PlanLine[]> {
  const serviceIds = typed.map(({ serviceId }) => serviceId);
  const names = await serviceNames(reader, serviceIds);
  const productIds = typed.flatMap((line) => line.productIds);
  const products = new Map(
    (await productsByIds(reader, productIds)).map(({ id, name }) => [id, name]),
  );
  return typed.map(({ productIds: asked, lineId, ...line }) => {
    const serviceName = names.get(line.serviceId);
    if (serviceName === undefined) return refuseField('lines', '有项目已不在目录里，请重新选择');
    if (line.maxDays < line.minDays) refuseField('lines', '最长间隔不能短于最短间隔');
    return {
      ...{ ...line, serviceName, lineId: lineId ?? newId() },
      products: asked.map((productId) => ({
        productId,
        name: products.get(productId) ?? refuseField('lines', '有产品已不在产品目录里，请重新选择'),
      })),
    };
  });
}
