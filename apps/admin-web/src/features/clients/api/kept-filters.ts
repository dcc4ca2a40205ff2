import { useQuery } from '@tanstack/react-query';
import type { KeptFilters } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';
import type { ClientFilter } from './list-by-filter';

export interface FilterToKeep {
  name: string;
  filter: ClientFilter;
  /** Whether the staff of the store see it too. */
  shared: boolean;
}

/** One's own filters, and those that colleagues of the store share. */
export function listKeptFilters(storeId: string, signal?: AbortSignal): Promise<KeptFilters> {
  return answerOf(api.GET('/api/staff/client-filters', { params: { query: { storeId } }, signal }));
}

export const useKeptFilters = (storeId: string) =>
  useQuery({
    queryKey: keys.clientFilters(storeId),
    queryFn: ({ signal }) => listKeptFilters(storeId, signal),
  });

/** @throws ApiProblem FILTER_NAME_TAKEN, TOO_MANY_FILTERS */
export const useKeepFilter = (storeId: string) =>
  useWrite(
    ({ key, body }: { key: string; body: FilterToKeep }) =>
      answerOf(
        api.POST('/api/staff/client-filters', {
          headers: keyHeader(key),
          body: { ...body, storeId },
        }),
      ),
    [keys.clientFilters(storeId)],
  );

/** @throws ApiProblem FILTER_NOT_FOUND */
export const useDropFilter = (storeId: string) =>
  useWrite(
    ({ body: id }: { key: string; body: string }) =>
      answerOf(
        api.DELETE('/api/staff/client-filters/{id}', {
          params: { path: { id } },
        }),
      ),
    [keys.clientFilters(storeId)],
  );
