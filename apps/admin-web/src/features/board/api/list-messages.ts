import { useQuery } from '@tanstack/react-query';
import type { AppointmentMessage } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** What was sent to the client about a visit and what became of it. */
export async function listMessages(
  id: string,
  signal?: AbortSignal,
): Promise<AppointmentMessage[]> {
  const params = { path: { id } };
  return (await answerOf(api.GET('/api/staff/appointments/{id}/messages', { params, signal })))
    .items;
}

/** A message goes out moments after the visit changed, so an open visit looks again for a while. */
export function useMessages(id: string) {
  return useQuery({
    queryKey: keys.messages(id),
    queryFn: ({ signal }) => listMessages(id, signal),
    refetchInterval: 5000,
  });
}
