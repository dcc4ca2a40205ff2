import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TopUpPage } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';

/** A store's sales of stored value on one of its days, latest first. */
export function listTopUps(
  storeId: string,
  date: string,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<TopUpPage> {
  const query = { storeId, date, cursor: cursor ?? undefined };
  return answerOf(api.GET('/api/staff/top-ups', { params: { query }, signal }));
}

export function useTopUps(storeId: string, date: string, cursor: string | null) {
  return useQuery({
    queryKey: keys.topUps(storeId, date, cursor),
    queryFn: ({ signal }) => listTopUps(storeId, date, cursor, signal),
    placeholderData: keepPreviousData,
  });
}
