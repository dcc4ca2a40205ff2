import { Injectable } from '@nestjs/common';
import type { PlanStepStage } from '@yance/shared-types';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock, HOME_ZONE, localDate } from '../../../platform/clock/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { stepsOf, type PlanStep } from './data/plan-steps.js';
import { planOf, planVersion, planVersions, type CarePlan } from './data/plans.js';
import { HealthAccess, type HealthConsent } from '../health/health-access.js';
import { PlanSeal } from './plan-seal.js';
import { withoutHealth, type PlanContents } from './rules/contents.js';
import { meanScore, progressOf, stagesOf, type Progress } from './rules/progress.js';

/** A planned visit with where it stands on the path and what she said about it. */
export interface OpenStep extends Omit<PlanStep, 'scoreWords'> {
  readonly stage: PlanStepStage;
  readonly scoreWords: string;
}

/** A plan with what it says now; once she took her consent back, what is to be done and no word more. */
export interface OpenPlan extends CarePlan {
  readonly consent: HealthConsent;
  readonly contents: PlanContents;
  readonly steps: readonly OpenStep[];
  readonly progress: Progress;
  /** The mean of her scores; null while she rated nothing. */
  readonly satisfaction: number | null;
}

/** A version of a plan, opened. */
export interface OpenPlanVersion {
  readonly version: number;
  readonly contents: PlanContents;
  readonly byName: string;
  readonly at: Date;
}

/** Where a client's plan stands, without a word of it. */
export interface PlanStanding extends Progress {
  readonly state: CarePlan['state'];
  /** The day of the next planned visit that is not booked; null where there is none. */
  readonly nextOn: string | null;
}

/** Opens care plans. Whoever shows one to staff calls `noteRead` in the same transaction. */
@Injectable()
export class CarePlanQueries {
  constructor(
    private readonly seal: PlanSeal,
    private readonly health: HealthAccess,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The plan that goes on for a client, or the last one that she had. */
  async current(reader: Reader, customerId: string): Promise<OpenPlan | undefined> {
    const plan = await planOf(reader, customerId);
    const now = plan && (await planVersion(reader, plan));
    if (!plan || !now) return undefined;
    const consent = await this.health.consent(reader, customerId);
    const contents = await this.#open(reader, customerId, now.contents, consent);
    const steps = await stepsOf(reader, plan.id);
    const stages = stagesOf(plan.state, steps, this.#today());
    const open: OpenStep[] = [];
    for (const [at, { scoreWords: sealed, ...step }] of steps.entries()) {
      const scoreWords =
        consent === 'withdrawn' ? '' : await this.seal.openWords(reader, customerId, sealed);
      open.push({ ...step, stage: stages[at] ?? 'later', scoreWords });
    }
    const satisfaction = meanScore(steps.map(({ score }) => score));
    return { ...plan, consent, contents, steps: open, progress: progressOf(stages), satisfaction };
  }

  /** How far the plan that goes on is; undefined where none does. Days and numbers only. */
  async standing(reader: Reader, customerId: string): Promise<PlanStanding | undefined> {
    const plan = await planOf(reader, customerId);
    if (!plan) return undefined;
    const steps = await stepsOf(reader, plan.id);
    const stages = stagesOf(plan.state, steps, this.#today());
    const next = steps.find((_, at) => stages[at] === 'next' || stages[at] === 'overdue');
    return { state: plan.state, ...progressOf(stages), nextOn: next?.plannedOn ?? null };
  }

  /** All versions of a plan, the newest first. */
  async versions(reader: Reader, { id, customerId }: CarePlan): Promise<OpenPlanVersion[]> {
    const opened: OpenPlanVersion[] = [];
    const consent = await this.health.consent(reader, customerId);
    for (const { version, contents, byName, at } of await planVersions(reader, id))
      opened.push({
        ...{ version, byName, at },
        contents: await this.#open(reader, customerId, contents, consent),
      });
    return opened;
  }

  /** Somebody read what is planned for a client, once per request. */
  async noteRead(tx: Tx, staff: StaffPrincipal, customerId: string): Promise<void> {
    const subject = { kind: 'customer', id: customerId };
    await this.audit.record(tx, { actor: staff, action: 'care-plan.read', subject });
  }

  async #open(
    reader: Reader,
    customerId: string,
    sealed: Buffer,
    consent: HealthConsent,
  ): Promise<PlanContents> {
    const contents = await this.seal.open(reader, customerId, sealed);
    return consent === 'withdrawn' ? withoutHealth(contents) : contents;
  }

  /** A plan is a client's in every store: its days are those of the house. */
  #today(): string {
    return localDate(this.clock.now(), HOME_ZONE);
  }
}
