import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ClientPage } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** A page of client files; without a query the newest first. */
export function listClients(
  q: string,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<ClientPage> {
  const query = { q: q || undefined, cursor: cursor ?? undefined };
  return answerOf(api.GET('/api/staff/clients', { params: { query }, signal }));
}

export function useClients(q: string, cursor: string | null) {
  return useQuery({
    queryKey: keys.clients(q, cursor),
    queryFn: ({ signal }) => listClients(q, cursor, signal),
    placeholderData: keepPreviousData,
  });
}
