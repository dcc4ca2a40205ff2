import { useQuery } from '@tanstack/react-query';
import type { Plan } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';

/** Every stored-value plan of the brand, also drafts and those that are no longer sold. */
export async function listPlans(signal?: AbortSignal): Promise<Plan[]> {
  return (await answerOf(api.GET('/api/staff/stored-value-plans', { signal }))).items;
}

export function usePlans() {
  return useQuery({ queryKey: keys.plans, queryFn: ({ signal }) => listPlans(signal) });
}
