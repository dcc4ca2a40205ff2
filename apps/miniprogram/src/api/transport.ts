import { ApiProblem, problemOf } from '@/lib/failure';
import type { Platform } from '@/platform/types';
import type { Session } from './session';

export interface ApiCall {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** From the origin on: /api/… */
  path: string;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  idempotencyKey?: string;
}

/** Sends one call as the signed-in client. @throws ApiProblem | NetworkFailure */
export type Transport = <T>(call: ApiCall) => Promise<T>;

const TIMEOUT_MS = 15_000;

/**
 * Adds the token, signs in again once when the token is no longer good, and turns every error status into an
 * ApiProblem. It never shows anything: what a failure looks like is the screen's business.
 */
export function createTransport(
  origin: string,
  request: Platform['request'],
  session: Session,
): Transport {
  async function send(call: ApiCall, token: string): Promise<unknown> {
    const headers: Record<string, string> = { authorization: `Bearer ${token}` };
    // A phone calls every POST JSON, whether it carries anything or not, and nothing is no JSON.
    const body = call.body ?? (call.method === 'POST' ? {} : undefined);
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (call.idempotencyKey !== undefined) headers['idempotency-key'] = call.idempotencyKey;
    const url = `${origin}${call.path}${queryOf(call.query)}`;
    const answer = await request({
      method: call.method,
      url,
      headers,
      body,
      timeoutMs: TIMEOUT_MS,
    });
    if (answer.status >= 400) throw problemOf(answer.status, answer.body);
    return answer.body;
  }

  return async <T>(call: ApiCall): Promise<T> => {
    const token = await session.token();
    try {
      return (await send(call, token)) as T;
    } catch (failure) {
      if (!(failure instanceof ApiProblem) || failure.status !== 401) throw failure;
      return (await send(call, await session.renew(token))) as T;
    }
  };
}

/** '?a=1&b=x'; undefined members are left out. */
export function queryOf(query: ApiCall['query']): string {
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  if (pairs.length === 0) return '';
  return `?${pairs.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&')}`;
}
