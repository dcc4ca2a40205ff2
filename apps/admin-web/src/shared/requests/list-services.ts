import { useQuery } from '@tanstack/react-query';
import type { StaffService } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';

/** What the store offers, in the catalogue's order. */
export async function listServices(storeId: string, signal?: AbortSignal): Promise<StaffService[]> {
  const page = await answerOf(
    api.GET('/api/staff/services', { params: { query: { storeId } }, signal }),
  );
  return page.items;
}

export function useServices(storeId: string) {
  return useQuery({
    queryKey: keys.services(storeId),
    queryFn: ({ signal }) => listServices(storeId, signal),
    staleTime: 5 * 60_000,
  });
}
