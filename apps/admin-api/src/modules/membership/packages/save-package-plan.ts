import { Injectable } from '@nestjs/common';
import { serviceNames } from '../../catalog/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import { requireStore, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal, refuse, refuseField } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import {
  appendPackagePlanChange,
  insertPackagePlan,
  lockPackagePlan,
  packagePlanById,
  updatePackagePlan,
  type PackagePlan,
} from './data/package-plans.js';
import { packagePlanErrors, type PackagePlanDraft } from './rules/plan-draft.js';

/** Writes package plans. What was sold keeps its own terms: a change is for the next sale. */
@Injectable()
export class SavePackagePlan {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal WRONG_STORE for a store that is not hers, INVALID_INPUT naming each field that does not hold */
  async create(tx: Tx, staff: StaffPrincipal, wish: PackagePlanDraft): Promise<PackagePlan> {
    const draft = tidy(wish);
    await this.#check(tx, staff, draft, draft.storeIds);
    const id = newId();
    await insertPackagePlan(tx, id, draft, this.clock.now());
    await this.#record(tx, staff, { id, version: 1, draft });
    return (await packagePlanById(tx, id)) ?? refuse('PACKAGE_PLAN_NOT_FOUND');
  }

  /** @throws Refusal PACKAGE_PLAN_NOT_FOUND, PACKAGE_PLAN_CHANGED when somebody was faster; as create */
  async change(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    { version, ...change }: Partial<PackagePlanDraft> & { readonly version: number },
  ): Promise<PackagePlan> {
    const plan = (await lockPackagePlan(tx, id)) ?? refuse('PACKAGE_PLAN_NOT_FOUND');
    if (plan.version !== version)
      refuse('PACKAGE_PLAN_CHANGED', { extras: { version: plan.version } });
    const draft = tidy({ ...draftOf(plan), ...given(change) });
    await this.#check(tx, staff, draft, [...draft.storeIds, ...plan.storeIds]);
    await updatePackagePlan(tx, id, draft, version + 1, this.clock.now());
    await this.#record(tx, staff, { id, version: version + 1, draft });
    return (await packagePlanById(tx, id)) ?? refuse('PACKAGE_PLAN_NOT_FOUND');
  }

  async #check(
    tx: Tx,
    staff: StaffPrincipal,
    draft: PackagePlanDraft,
    storeIds: readonly string[],
  ): Promise<void> {
    for (const storeId of storeIds) requireStore(staff, storeId);
    const fields = packagePlanErrors(draft);
    if (fields.length > 0) throw new Refusal('INVALID_INPUT', { fields });
    const wanted = [...new Set(draft.items.flatMap((item) => item.serviceIds))];
    const known = await serviceNames(tx, wanted);
    if (known.size < wanted.length) refuseField('items', '有项目已经不存在，请重新选择');
  }

  async #record(
    tx: Tx,
    staff: StaffPrincipal,
    { id, version, draft }: { id: string; version: number; draft: PackagePlanDraft },
  ): Promise<void> {
    const { staffId: byId, name: byName } = staff;
    const at = this.clock.now();
    await appendPackagePlanChange(tx, id, { version, byId, byName, plan: draft, at });
    const action = version === 1 ? 'package_plan.created' : 'package_plan.changed';
    const subject = { kind: 'package_plan', id };
    await this.audit.record(tx, { actor: staff, action, subject, detail: { version } });
  }
}

const given = <T extends object>(change: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<T>;

const tidy = (draft: PackagePlanDraft): PackagePlanDraft => ({
  ...draft,
  name: draft.name.trim(),
  refundTerms: draft.refundTerms.trim(),
  storeIds: [...new Set(draft.storeIds)].sort(),
  items: draft.items.map((item) => ({
    ...item,
    name: item.name.trim(),
    serviceIds: [...new Set(item.serviceIds)].sort(),
  })),
});

const draftOf = ({
  id: _id,
  version: _version,
  updatedAt: _at,
  ...draft
}: PackagePlan): PackagePlanDraft => draft;
