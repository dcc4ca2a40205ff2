import { useMutation } from '@tanstack/react-query';
import type { Session } from '../../../shared/api/contract';
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

export const useSignIn = (onSignedIn: (session: Session) => void) =>
  useMutation({ mutationFn: signIn, onSuccess: onSignedIn });
