import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ClientList, paths } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** What narrows and orders a list of clients. */
export type ClientFilter = Omit<
  NonNullable<paths['/api/staff/client-list']['get']['parameters']['query']>,
  'cursor'
>;

/** A page of the clients that a filter leaves. @throws ApiProblem FORBIDDEN for balances without the right to them */
export function listByFilter(
  filter: ClientFilter,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<ClientList> {
  const query = { ...filter, cursor: cursor ?? undefined };
  return answerOf(api.GET('/api/staff/client-list', { params: { query }, signal }));
}

export const useClientList = (filter: ClientFilter, cursor: string | null) =>
  useQuery({
    queryKey: keys.clientList(filter, cursor),
    queryFn: ({ signal }) => listByFilter(filter, cursor, signal),
    placeholderData: keepPreviousData,
  });
