import { useQuery } from '@tanstack/react-query';
import type { ClientFile } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** The basics of a client's file. */
export function readClient(id: string, signal?: AbortSignal): Promise<ClientFile> {
  return answerOf(api.GET('/api/staff/clients/{id}', { params: { path: { id } }, signal }));
}

export function useClient(id: string) {
  return useQuery({
    queryKey: keys.client(id),
    queryFn: ({ signal }) => readClient(id, signal),
  });
}
