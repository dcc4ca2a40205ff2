import { useQuery } from '@tanstack/react-query';
import type { StaffMember } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';

/** Who works in the store. */
export async function listStaff(storeId: string, signal?: AbortSignal): Promise<StaffMember[]> {
  const page = await answerOf(
    api.GET('/api/staff/staff', { params: { query: { storeId } }, signal }),
  );
  return page.items;
}

export function useStaff(storeId: string) {
  return useQuery({
    queryKey: keys.staff(storeId),
    queryFn: ({ signal }) => listStaff(storeId, signal),
    staleTime: 5 * 60_000,
  });
}
