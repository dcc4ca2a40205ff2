import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { SealPage } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** The signed marks that close the books of each hour, newest first. */
export function listSeals(cursor: string | null, signal?: AbortSignal): Promise<SealPage> {
  const query = cursor === null ? {} : { cursor };
  return answerOf(api.GET('/api/staff/ledger/seals', { params: { query }, signal }));
}

export function useSeals(cursor: string | null) {
  return useQuery({
    queryKey: keys.seals(cursor),
    queryFn: ({ signal }) => listSeals(cursor, signal),
    placeholderData: keepPreviousData,
  });
}
