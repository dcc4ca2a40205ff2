import { useQuery } from '@tanstack/react-query';
import type { StaffAppointment } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** Visits of any day that wait, for the desk's word or for the client's choice, the most urgent first. */
export async function listPending(
  storeId: string,
  signal?: AbortSignal,
): Promise<StaffAppointment[]> {
  const ofState = async (state: 'requested' | 'held') => {
    const params = { query: { storeId, state } };
    return (await answerOf(api.GET('/api/staff/appointments', { params, signal }))).items;
  };
  const lists = await Promise.all([ofState('requested'), ofState('held')]);
  return lists.flat().sort((one, other) => endOf(one) - endOf(other));
}

const endOf = ({ expiresAt, start }: StaffAppointment) => Date.parse(expiresAt ?? start);

/** Those that wait for the desk. */
export const unanswered = (pending: readonly StaffAppointment[] | undefined) =>
  (pending ?? []).filter(({ state }) => state === 'requested');

export function usePending(storeId: string) {
  return useQuery({
    queryKey: keys.pending(storeId),
    queryFn: ({ signal }) => listPending(storeId, signal),
    refetchInterval: 60_000,
  });
}
