import { useQuery } from '@tanstack/react-query';
import type { PackagePlanHistory } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** A package plan with every version that it had. @throws ApiProblem PACKAGE_PLAN_NOT_FOUND */
export function readPackagePlan(planId: string, signal?: AbortSignal): Promise<PackagePlanHistory> {
  return answerOf(
    api.GET('/api/staff/package-plans/{planId}', { params: { path: { planId } }, signal }),
  );
}

export function usePackagePlan(planId: string) {
  return useQuery({
    queryKey: keys.packagePlan(planId),
    queryFn: ({ signal }) => readPackagePlan(planId, signal),
  });
}
