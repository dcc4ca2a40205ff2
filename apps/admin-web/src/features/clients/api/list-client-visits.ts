import { useQuery } from '@tanstack/react-query';
import type { ClientVisits } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** A client's visits in the stores of who asks: all to come, and the latest of those past. */
export function listClientVisits(id: string, signal?: AbortSignal): Promise<ClientVisits> {
  return answerOf(api.GET('/api/staff/clients/{id}/visits', { params: { path: { id } }, signal }));
}

export function useClientVisits(id: string) {
  return useQuery({
    queryKey: keys.clientVisits(id),
    queryFn: ({ signal }) => listClientVisits(id, signal),
  });
}
