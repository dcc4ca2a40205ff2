import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import { requireStore, type StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import {
  appendPlanChange,
  insertPlan,
  lockPlan,
  planById,
  updatePlan,
  type Plan,
} from './data/plans.js';
import { settingsOf } from './data/settings.js';
import { planErrors, type PlanDraft } from './rules/plan-draft.js';

/** Writes stored-value plans. What was sold keeps its own terms: a change is for the next sale. */
@Injectable()
export class SavePlan {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal WRONG_STORE for a store that is not hers, INVALID_INPUT naming each field that does not hold */
  async create(tx: Tx, staff: StaffPrincipal, draft: PlanDraft): Promise<Plan> {
    await this.#check(tx, staff, draft);
    const id = newId();
    await insertPlan(tx, id, tidy(draft), this.clock.now());
    await this.#record(tx, staff, { id, version: 1, draft: tidy(draft) });
    return (await planById(tx, id)) ?? refuse('PLAN_NOT_FOUND');
  }

  /** @throws Refusal PLAN_NOT_FOUND, PLAN_CHANGED when somebody was faster; as create */
  async change(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    { version, ...change }: Partial<PlanDraft> & { readonly version: number },
  ): Promise<Plan> {
    const plan = (await lockPlan(tx, id)) ?? refuse('PLAN_NOT_FOUND');
    if (plan.version !== version) refuse('PLAN_CHANGED', { extras: { version: plan.version } });
    const draft = tidy({ ...draftOf(plan), ...given(change) });
    await this.#check(tx, staff, {
      ...draft,
      storeIds: [...new Set([...draft.storeIds, ...plan.storeIds])],
    });
    await updatePlan(tx, id, draft, version + 1, this.clock.now());
    await this.#record(tx, staff, { id, version: version + 1, draft });
    return (await planById(tx, id)) ?? refuse('PLAN_NOT_FOUND');
  }

  async #check(tx: Tx, staff: StaffPrincipal, draft: PlanDraft): Promise<void> {
    for (const storeId of draft.storeIds) requireStore(staff, storeId);
    const { cardCapFen } = await settingsOf(tx, null);
    const fields = planErrors(draft, cardCapFen);
    if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
  }

  async #record(
    tx: Tx,
    staff: StaffPrincipal,
    { id, version, draft }: { id: string; version: number; draft: PlanDraft },
  ): Promise<void> {
    const at = this.clock.now();
    const { staffId: byId, name: byName } = staff;
    await appendPlanChange(tx, id, { version, byId, byName, plan: draft, at });
    const subject = { kind: 'stored_value_plan', id };
    const action = version === 1 ? 'plan.created' : 'plan.changed';
    await this.audit.record(tx, { actor: staff, action, subject, detail: { version } });
  }
}

const given = <T extends object>(change: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<T>;

const tidy = (draft: PlanDraft): PlanDraft => ({
  ...draft,
  name: draft.name.trim(),
  refundTerms: draft.refundTerms.trim(),
  storeIds: [...draft.storeIds].sort(),
});

const draftOf = ({ id: _id, version: _version, updatedAt: _at, ...draft }: Plan): PlanDraft =>
  draft;
