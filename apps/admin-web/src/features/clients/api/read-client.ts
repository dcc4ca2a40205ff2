import { useQuery } from '@tanstack/react-query';
import type { ClientOverview } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** A client on one page: file, alerts, money, sessions, coupons and visits. */
export function readClient(id: string, signal?: AbortSignal): Promise<ClientOverview> {
  return answerOf(api.GET('/api/staff/clients/{id}', { params: { path: { id } }, signal }));
}

export function useClient(id: string) {
  return useQuery({
    queryKey: keys.client(id),
    queryFn: ({ signal }) => readClient(id, signal),
  });
}
