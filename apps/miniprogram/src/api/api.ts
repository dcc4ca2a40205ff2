import { problemOf } from '@/lib/failure';
import { platform } from '@/platform';
import type { AnswerOf, Given, Method, PathOf } from './contract';
import { Session } from './session';
import { type ApiCall, createTransport } from './transport';

type SessionAnswer = AnswerOf<'post', '/api/client/session'>;

const SIGN_IN_TIMEOUT_MS = 15_000;

const session = new Session({
  storage: platform.storage,
  login: () => platform.login(),
  now: () => new Date(),
  async exchange(code) {
    const answer = await platform.request({
      method: 'POST',
      url: `${API_ORIGIN}/api/client/session`,
      headers: { 'content-type': 'application/json' },
      body: { code },
      timeoutMs: SIGN_IN_TIMEOUT_MS,
    });
    if (answer.status >= 400) throw problemOf(answer.status, answer.body);
    return answer.body as SessionAnswer;
  },
});

const transport = createTransport(API_ORIGIN, (wire) => platform.request(wire), session);

/**
 * The one way to the API; requests live beside this file, one each. The key, where a write has one, makes it safe
 * to send again.
 * @throws ApiProblem | NetworkFailure
 */
export function api<M extends Method, P extends PathOf<M>>(
  method: M,
  path: P,
  given: Given<M, P>,
  idempotencyKey?: string,
): Promise<AnswerOf<M, P>> {
  const { params = {}, query, body } = given as Loose;
  return transport<AnswerOf<M, P>>({
    method: VERBS[method],
    path: filledIn(path, params),
    query,
    body,
    idempotencyKey,
  });
}

/** What every call may be handed, once the contract has been checked. */
interface Loose {
  params?: Record<string, string>;
  query?: ApiCall['query'];
  body?: unknown;
}

const VERBS = { get: 'GET', post: 'POST', patch: 'PATCH', put: 'PUT' } as const;

/** '/visits/{id}' and {id: 'a'} → '/visits/a' */
function filledIn(path: string, params: Record<string, string>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}
