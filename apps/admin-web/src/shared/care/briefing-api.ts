import { useQuery } from '@tanstack/react-query';
import type { Briefing } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';

/** What to know of a client before her visit. Each read is written down. @throws ApiProblem APPOINTMENT_NOT_FOUND */
export function readBriefing(visitId: string, signal?: AbortSignal): Promise<Briefing> {
  const params = { path: { id: visitId } };
  return answerOf(api.GET('/api/staff/appointments/{id}/briefing', { params, signal }));
}

/** Read once while it is open: a read by itself would be one more entry. */
export const useBriefing = (visitId: string) =>
  useQuery({
    queryKey: keys.briefing(visitId),
    queryFn: ({ signal }) => readBriefing(visitId, signal),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
