import type { Plan, PlanDraft } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

interface Call {
  key: string;
  body: PlanDraft;
}

/** Makes a plan, or the next version of one. @throws ApiProblem PLAN_CHANGED, INVALID_INPUT */
export function savePlan(plan: Plan | null, { key, body }: Call): Promise<Plan> {
  const headers = keyHeader(key);
  return answerOf(
    plan
      ? api.PATCH('/api/staff/stored-value-plans/{planId}', {
          params: { path: { planId: plan.id } },
          headers,
          body: { ...body, version: plan.version },
        })
      : api.POST('/api/staff/stored-value-plans', { headers, body }),
  );
}

export const useSavePlan = (plan: Plan | null) =>
  useWrite((call: Call) => savePlan(plan, call), [keys.plans]);
