import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ClientRow } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';

/** Finds clients by pinyin, initials, last four digits, phone, name or member number. */
export async function searchClients(q: string, signal?: AbortSignal): Promise<ClientRow[]> {
  const page = await answerOf(api.GET('/api/staff/clients', { params: { query: { q } }, signal }));
  return page.items;
}

export function useClientSearch(q: string) {
  return useQuery({
    queryKey: keys.clientSearch(q),
    queryFn: ({ signal }) => searchClients(q, signal),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}
