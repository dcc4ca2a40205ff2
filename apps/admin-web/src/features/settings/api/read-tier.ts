import { useQuery } from '@tanstack/react-query';
import type { TierHistory } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** A tier with every version that it had. @throws ApiProblem TIER_NOT_FOUND */
export function readTier(tierId: string, signal?: AbortSignal): Promise<TierHistory> {
  return answerOf(api.GET('/api/staff/tiers/{tierId}', { params: { path: { tierId } }, signal }));
}

export function useTier(tierId: string) {
  return useQuery({
    queryKey: keys.tier(tierId),
    queryFn: ({ signal }) => readTier(tierId, signal),
  });
}
