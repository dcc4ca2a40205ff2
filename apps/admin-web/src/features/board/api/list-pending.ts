import { useQuery } from '@tanstack/react-query';
import type { StaffAppointment } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** Visits of any day that wait for the desk's word, the soonest first. */
export async function listPending(
  storeId: string,
  signal?: AbortSignal,
): Promise<StaffAppointment[]> {
  const { items } = await answerOf(
    api.GET('/api/staff/appointments', {
      params: { query: { storeId, state: 'requested' } },
      signal,
    }),
  );
  return [...items].sort((one, other) => Date.parse(one.start) - Date.parse(other.start));
}

export function usePending(storeId: string) {
  return useQuery({
    queryKey: keys.pending(storeId),
    queryFn: ({ signal }) => listPending(storeId, signal),
    refetchInterval: 60_000,
  });
}
