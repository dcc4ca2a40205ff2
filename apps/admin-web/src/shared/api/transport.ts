import createClient, { type Middleware } from 'openapi-fetch';
import { environment } from '../environment';
import type { paths } from './contract';
import { ApiProblem, noAnswer, problemFrom } from './problem';

/**
 * The way to the API: the session's cookie travels by itself, the CSRF token lives in memory only and is fetched anew
 * after a reload. The transport says nothing to the user; whoever asked decides what to show.
 */
let csrfToken: string | null = null;
let onSignedOut: () => void = () => undefined;

/** Remembers the token of the session for this page's life. */
export function rememberCsrf(token: string | null): void {
  csrfToken = token;
}

/** Says what to do when the API no longer knows the session. */
export function whenSignedOut(act: () => void): void {
  onSignedOut = act;
}

const headers: Middleware = {
  onRequest({ request }) {
    request.headers.set('X-Yance-Console', '1');
    if (csrfToken && !['GET', 'HEAD'].includes(request.method))
      request.headers.set('X-CSRF-Token', csrfToken);
    return request;
  },
};

export const api = createClient<paths>({
  baseUrl: environment.apiOrigin || window.location.origin,
  credentials: 'same-origin',
});
api.use(headers);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** Unwraps an answer. @throws ApiProblem  for every answer that is not a success, and when none came */
export async function answerOf<T>(call: Promise<Answer<T>>): Promise<T> {
  const answer = await call.catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw noAnswer();
  });
  if (answer.response.ok) return answer.data as T;
  const problem = problemFrom(answer.response.status, answer.error);
  if (problem.code === 'UNAUTHENTICATED') onSignedOut();
  throw problem;
}

/** Whether asking again may help: not after a refusal, which would be the same the second time. */
export function mayRetry(failures: number, error: unknown): boolean {
  if (failures >= 2) return false;
  return !(error instanceof ApiProblem) || error.isUnanswered;
}
