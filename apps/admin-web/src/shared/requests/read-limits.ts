import { useQuery } from '@tanstack/react-query';
import type { Limits } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';

/** The rules of stored value that hold in a store, or for the brand without one. */
export function readLimits(storeId: string | null, signal?: AbortSignal): Promise<Limits> {
  return storeId === null
    ? answerOf(api.GET('/api/staff/membership-settings', { signal }))
    : answerOf(
        api.GET('/api/staff/membership-settings/{storeId}', {
          params: { path: { storeId } },
          signal,
        }),
      );
}

export function useLimits(storeId: string | null) {
  return useQuery({
    queryKey: keys.limits(storeId),
    queryFn: ({ signal }) => readLimits(storeId, signal),
  });
}
