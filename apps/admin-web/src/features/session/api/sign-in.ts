import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Session } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api, rememberCsrf } from '../../../shared/api/transport';

export interface Credentials {
  username: string;
  password: string;
  /** Six digits, only when the account has a second factor. */
  totp?: string;
}

/** Signs in; the API sets the cookie and answers the CSRF token. */
export async function signIn(body: Credentials): Promise<Session> {
  const session = await answerOf(api.POST('/api/staff/session', { body }));
  rememberCsrf(session.csrfToken ?? null);
  return session;
}

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: signIn,
    onSuccess: (session) => queries.setQueryData(keys.session, session),
  });
}
