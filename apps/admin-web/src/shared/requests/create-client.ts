import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ClientDraft, ClientFile } from '../api/contract';
import { useAttemptKey } from '../api/use-attempt-key';
import { answerOf, api } from '../api/transport';

/** Opens a client file. @throws ApiProblem INVALID_INPUT  with the fields to correct */
export function createClient(call: { key: string; body: ClientDraft }): Promise<ClientFile> {
  return answerOf(
    api.POST('/api/staff/clients', {
      headers: { 'Idempotency-Key': call.key },
      body: call.body,
    }),
  );
}

export function useCreateClient() {
  const queries = useQueryClient();
  const keyFor = useAttemptKey();
  return useMutation({
    mutationFn: (body: ClientDraft) => createClient({ key: keyFor(body), body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['clients'] }),
  });
}
