import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../shared/api/transport';
import { forgetSession } from '../forget-session';

/** Ends the session on the API. */
export async function signOut(): Promise<void> {
  await answerOf(api.DELETE('/api/staff/session'));
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: signOut, onSuccess: () => forgetSession(queries) });
}
