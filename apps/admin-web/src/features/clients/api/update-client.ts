import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ClientFile, ClientPatch } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** Changes the basics of a file. @throws ApiProblem INVALID_INPUT  with the fields to correct */
export function updateClient(call: { id: string; body: ClientPatch }): Promise<ClientFile> {
  return answerOf(
    api.PATCH('/api/staff/clients/{id}', {
      params: { path: { id: call.id } },
      body: call.body,
    }),
  );
}

export function useUpdateClient() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: updateClient,
    onSuccess: (_, { id }) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keys.client(id) }),
        queries.invalidateQueries({ queryKey: ['clients'] }),
      ]),
  });
}
