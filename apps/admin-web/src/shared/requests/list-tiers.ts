import { useQuery } from '@tanstack/react-query';
import type { TierList } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';

/** Every tier, also those that are given no more, and what counts for them. */
export function listTiers(signal?: AbortSignal): Promise<TierList> {
  return answerOf(api.GET('/api/staff/tiers', { signal }));
}

export function useTiers() {
  return useQuery({ queryKey: keys.tiers, queryFn: ({ signal }) => listTiers(signal) });
}
