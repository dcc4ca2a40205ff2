import { useQuery } from '@tanstack/react-query';
import type { PlanHistory } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** A plan with every version that it had. @throws ApiProblem PLAN_NOT_FOUND */
export function readPlan(planId: string, signal?: AbortSignal): Promise<PlanHistory> {
  return answerOf(
    api.GET('/api/staff/stored-value-plans/{planId}', { params: { path: { planId } }, signal }),
  );
}

export function usePlan(planId: string) {
  return useQuery({
    queryKey: keys.plan(planId),
    queryFn: ({ signal }) => readPlan(planId, signal),
  });
}
