import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TopUpPage } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';

export interface TopUpsQuery {
  readonly storeId: string;
  /** One of the store's days. */
  readonly date: string;
  /** Only those of this client. */
  readonly customerId?: string;
  readonly cursor?: string;
}

/** A store's sales of stored value, latest first. */
export function listTopUps(query: TopUpsQuery, signal?: AbortSignal): Promise<TopUpPage> {
  return answerOf(api.GET('/api/staff/top-ups', { params: { query }, signal }));
}

export function useTopUps(query: TopUpsQuery, { enabled = true } = {}) {
  return useQuery({
    queryKey: keys.topUps(query),
    queryFn: ({ signal }) => listTopUps(query, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}
