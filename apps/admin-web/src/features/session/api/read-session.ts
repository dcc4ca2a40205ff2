import { useQuery } from '@tanstack/react-query';
import type { Session } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { ApiProblem } from '../../../shared/api/problem';
import { answerOf, api, mayRetry, rememberCsrf } from '../../../shared/api/transport';

/** Who the cookie belongs to, with a CSRF token for this page; null when nobody is signed in. */
export async function readSession(): Promise<Session | null> {
  try {
    const session = await answerOf(api.GET('/api/staff/session'));
    rememberCsrf(session.csrfToken ?? null);
    return session;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

export function useSession() {
  return useQuery({
    queryKey: keys.session,
    queryFn: readSession,
    staleTime: Infinity,
    retry: mayRetry,
    refetchOnWindowFocus: false,
  });
}
