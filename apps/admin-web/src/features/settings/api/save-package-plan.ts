import type { PackagePlan, PackagePlanDraft } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

interface Call {
  key: string;
  body: PackagePlanDraft;
}

/** Makes a package plan, or the next version of one. @throws ApiProblem PACKAGE_PLAN_CHANGED, INVALID_INPUT */
export function savePackagePlan(
  plan: PackagePlan | null,
  { key, body }: Call,
): Promise<PackagePlan> {
  const headers = keyHeader(key);
  return answerOf(
    plan
      ? api.PATCH('/api/staff/package-plans/{planId}', {
          params: { path: { planId: plan.id } },
          headers,
          body: { ...body, version: plan.version },
        })
      : api.POST('/api/staff/package-plans', { headers, body }),
  );
}

export const useSavePackagePlan = (plan: PackagePlan | null) =>
  useWrite((call: Call) => savePackagePlan(plan, call), [keys.packagePlans]);
