import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ClientDraft, ClientFile } from '../api/contract';
import { answerOf, api } from '../api/transport';

/** Opens a client file. @throws ApiProblem INVALID_INPUT  with the fields to correct */
export function createClient(body: ClientDraft): Promise<ClientFile> {
  return answerOf(api.POST('/api/staff/clients', { body }));
}

export function useCreateClient() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: createClient,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['clients'] }),
  });
}
