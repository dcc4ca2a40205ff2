import { describe, expect, it } from '@jest/globals';
import type { WireAnswer, WireRequest } from '@/platform/types';
import { phoneStorage } from '@/testing/phone-storage';
import { Session } from './session';
import { createTransport, queryOf } from './transport';

const NOW = Date.parse('2026-11-21T10:00:00Z');

/** A server that knows one token at a time and hands out the next at each sign-in. */
function aServer(answer: (request: WireRequest) => WireAnswer = () => ({ status: 200, body: {} })) {
  let good = 0;
  let signIns = 0;
  const requests: WireRequest[] = [];
  const session = new Session({
    storage: phoneStorage(),
    login: () => Promise.resolve('code'),
    exchange: () => {
      signIns += 1;
      good += 1;
      const expiresAt = new Date(NOW + 3_600_000).toISOString();
      return Promise.resolve({ token: `token-${good}`, expiresAt, client: { id: 'ming' } });
    },
    now: () => new Date(NOW),
  });
  const api = createTransport(
    'https://salon.example',
    (request) => {
      requests.push(request);
      const known = request.headers['authorization'] === `Bearer token-${good}`;
      return Promise.resolve(known ? answer(request) : { status: 401, body: unauthenticated });
    },
    session,
  );
  return { api, requests, expire: () => (good += 1), signIns: () => signIns };
}

const unauthenticated = { code: 'UNAUTHENTICATED', detail: '登录已失效' };
const GET_ME = { method: 'GET', path: '/api/client/me' } as const;

describe('the way to the API', () => {
  it('signs in once for many calls at the same time', async () => {
    const server = aServer();
    await Promise.all([server.api(GET_ME), server.api(GET_ME), server.api(GET_ME)]);
    expect(server.signIns()).toBe(1);
  });

  it('sends a POST that carries nothing as an empty object, and a GET without a body', async () => {
    const server = aServer();
    await server.api({ method: 'POST', path: '/api/client/orders/1/pay' });
    await server.api(GET_ME);
    const [post, get] = server.requests;
    expect([post?.headers['content-type'], post?.body]).toEqual(['application/json', {}]);
    expect([get?.headers['content-type'], get?.body]).toEqual([undefined, undefined]);
  });

  it('signs in again and repeats the call with its key when the token is no longer good', async () => {
    const server = aServer();
    await server.api(GET_ME);
    server.expire();
    await server.api({
      method: 'POST',
      path: '/api/client/appointments',
      body: {},
      idempotencyKey: 'k',
    });
    const [refused, repeated] = server.requests.slice(-2);
    expect(server.signIns()).toBe(2);
    expect(refused?.headers['idempotency-key']).toBe('k');
    expect(repeated?.headers['idempotency-key']).toBe('k');
  });

  it('asks for a new token only once per call', async () => {
    const server = aServer(() => ({ status: 401, body: unauthenticated }));
    await expect(server.api(GET_ME)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(server.requests).toHaveLength(2);
  });

  it('turns a problem document into its code, fields and extras', async () => {
    const body = {
      type: 'about:blank',
      title: 'taken',
      status: 409,
      code: 'SLOT_TAKEN',
      detail: '被约走了',
      alternatives: [{ start: 'a' }],
      errors: [{ field: 'start', message: '太早' }, 'not a field'],
    };
    const server = aServer(() => ({ status: 409, body }));
    await expect(server.api(GET_ME)).rejects.toMatchObject({
      status: 409,
      code: 'SLOT_TAKEN',
      errors: [{ field: 'start', message: '太早' }],
      extras: { alternatives: [{ start: 'a' }] },
    });
  });

  it('gives an error page of a gateway a code of its own', async () => {
    const server = aServer(() => ({ status: 502, body: '<html>' }));
    await expect(server.api(GET_ME)).rejects.toMatchObject({ status: 502, code: 'INTERNAL' });
  });

  it('leaves undefined out of the query and encodes the rest', () => {
    expect(queryOf({ a: '面部 1', b: undefined, c: 2 })).toBe('?a=%E9%9D%A2%E9%83%A8%201&c=2');
    expect(queryOf({ a: undefined })).toBe('');
  });
});
