import { useQuery } from '@tanstack/react-query';
import type { PackagePlan } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';

/** Every package plan of the brand, also drafts and those that are no longer sold. */
export async function listPackagePlans(signal?: AbortSignal): Promise<PackagePlan[]> {
  return (await answerOf(api.GET('/api/staff/package-plans', { signal }))).items;
}

export function usePackagePlans() {
  return useQuery({
    queryKey: keys.packagePlans,
    queryFn: ({ signal }) => listPackagePlans(signal),
  });
}
