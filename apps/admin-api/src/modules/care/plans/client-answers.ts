import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../../customers/index.js';
import { AuditTrail, type AuditAction } from '../../../platform/audit/index.js';
import type { ClientPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { putScore, stepById, stepsOf } from './data/plan-steps.js';
import { agreePlan, lockPlan, planOf, type CarePlan } from './data/plans.js';
import { HealthAccess } from '../health/health-access.js';
import { PlanSeal } from './plan-seal.js';

/** What a client says to her plan: yes, and how she liked a visit. */
@Injectable()
export class ClientAnswers {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly seal: PlanSeal,
    private readonly health: HealthAccess,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * She says yes to what stands now; saying it twice is saying it once.
   * @throws Refusal CARE_PLAN_NOT_FOUND, CARE_PLAN_CHANGED when it says something else by now, CARE_PLAN_STATE
   */
  async agree(tx: Tx, client: ClientPrincipal, version: number): Promise<void> {
    const found = (await planOf(tx, client.customerId)) ?? refuse('CARE_PLAN_NOT_FOUND');
    const plan = (await lockPlan(tx, found.id)) ?? refuse('CARE_PLAN_NOT_FOUND');
    if (plan.state === 'draft') refuse('CARE_PLAN_NOT_FOUND');
    if (plan.version !== version)
      refuse('CARE_PLAN_CHANGED', { extras: { version: plan.version } });
    if (plan.agreedVersion === version) return;
    if (plan.state !== 'proposed') refuse('CARE_PLAN_STATE');
    const hasBegun = (await stepsOf(tx, plan.id)).some(({ state }) => state === 'done');
    await agreePlan(tx, plan, hasBegun ? 'active' : 'agreed', this.clock.now());
    await this.#note(tx, client, plan, 'care-plan.agreed');
  }

  /**
   * How she liked a visit that is over; what she said before is written over. Her file is locked before the plan, as wherever
   * one is written.
   * @throws Refusal CARE_PLAN_STEP_NOT_FOUND also for another's, CARE_PLAN_STATE before the visit is over,
   *   HEALTH_CONSENT_MISSING for words, CLIENT_MERGED
   */
  async rate(
    tx: Tx,
    client: ClientPrincipal,
    stepId: string,
    { score, words }: { readonly score: number; readonly words: string },
  ): Promise<void> {
    const owner = await this.customers.lockActive(tx, client.customerId);
    const { planId } = (await stepById(tx, stepId)) ?? refuse('CARE_PLAN_STEP_NOT_FOUND');
    const plan = (await lockPlan(tx, planId)) ?? refuse('CARE_PLAN_STEP_NOT_FOUND');
    if (plan.customerId !== client.customerId) refuse('CARE_PLAN_STEP_NOT_FOUND');
    const step = await stepById(tx, stepId);
    if (step?.state !== 'done') refuse('CARE_PLAN_STATE');
    if (words.trim() !== '') await this.health.requireConsent(tx, owner);
    const sealed = await this.seal.sealWords(tx, plan.customerId, words.trim());
    await putScore(tx, stepId, score, sealed, this.clock.now());
    await this.#note(tx, client, plan, 'care-plan.rated');
  }

  async #note(
    tx: Tx,
    client: ClientPrincipal,
    { id, version }: CarePlan,
    action: AuditAction,
  ): Promise<void> {
    const subject = { kind: 'customer', id: client.customerId };
    await this.audit.record(tx, {
      actor: client,
      action,
      subject,
      detail: { planId: id, version },
    });
  }
}
