import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { PASSWORD, aClient, anAccount, aStaffToken, aUsername } from '../../support/people.js';

let api: TestApi;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
});
afterAll(() => api.close());

const CONSOLE = { 'x-yance-console': '1' };

async function consoleSession(): Promise<{ cookie: string; csrfToken: string; answer: Answer }> {
  const { username } = await anAccount(api, ['manager']);
  const body = { username, password: PASSWORD };
  const answer = await api.call('/staff/session', { body, headers: CONSOLE });
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { cookie, answer, csrfToken: (answer.body as { csrfToken: string }).csrfToken };
}

describe('POST /staff/session', () => {
  it('answers a token with who she is and what she may do', async () => {
    const { username, staffId } = await anAccount(api, ['desk']);
    const answer = await api.call('/staff/session', { body: { username, password: PASSWORD } });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        token: expect.any(String),
        expiresAt: expect.stringMatching(/\+08:00$/),
        staff: { id: staffId, name: '娜娜', roles: ['desk'], stores: [] },
        permissions: expect.arrayContaining(['clients.write']),
      },
    });
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it('gives the browser a cookie that scripts and other sites cannot use, and no token', async () => {
    const { answer } = await consoleSession();
    expect(answer.body).not.toHaveProperty('token');
    const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('yance_staff='));
    expect(line).toMatch(/HttpOnly/);
    expect(line).toMatch(/SameSite=Strict/);
    expect(line).toMatch(/Path=\//);
  });

  it('answers an unknown name and a wrong password with the same words', async () => {
    const { username } = await anAccount(api, ['desk']);
    const wrong = await api.call('/staff/session', {
      body: { username, password: 'not hers at all' },
    });
    const unknown = await api.call('/staff/session', {
      body: { username: aUsername(), password: PASSWORD },
    });
    const plain = ({ status, body }: Answer): unknown => ({
      status,
      ...(body as object),
      requestId: '',
    });
    expect(plain(wrong)).toEqual(plain(unknown));
    expect(wrong).toMatchObject({ status: 401, body: { code: 'LOGIN_FAILED' } });
  });

  it('makes a guesser wait and says how long', async () => {
    const { username } = await anAccount(api, ['desk']);
    let answer: Answer | undefined;
    for (let n = 0; n < 6; n += 1) {
      answer = await api.call('/staff/session', {
        body: { username, password: 'not hers at all' },
      });
    }
    expect(answer).toMatchObject({ status: 429, body: { code: 'LOGIN_THROTTLED' } });
    expect(Number(answer?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it.each([
    {},
    { username: 'a' },
    { username: 'a', password: null },
    { username: 'a', password: 'b', totp: '12' },
  ])('answers %j with the field named', async (body) => {
    expect(await api.call('/staff/session', { body })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_INPUT' },
    });
  });
});

describe('a session in a cookie', () => {
  const create = { body: { name: '王秀英' } };

  it('reads without more, and writes only with the token of its own page', async () => {
    const [{ cookie, csrfToken }, other] = [await consoleSession(), await consoleSession()];
    expect((await api.call('/staff/clients', { headers: { cookie } })).status).toBe(200);
    const withCsrf = (token: string): Promise<Answer> =>
      api.call('/staff/clients', { ...create, headers: { cookie, 'x-csrf-token': token } });
    const without = await api.call('/staff/clients', { ...create, headers: { cookie } });
    expect(without).toMatchObject({ status: 403, body: { code: 'CSRF_REFUSED' } });
    expect((await withCsrf(other.csrfToken)).status).toBe(403);
    expect((await withCsrf(csrfToken)).status).toBe(201);
  });

  it('tells the console after a reload who is signed in, with the same CSRF token', async () => {
    const { cookie, csrfToken } = await consoleSession();
    const answer = await api.call('/staff/session', { headers: { cookie } });
    expect(answer).toMatchObject({
      status: 200,
      body: { csrfToken, staff: { roles: ['manager'] } },
    });
  });

  it('ends with signing out, and the cookie with it', async () => {
    const { cookie, csrfToken } = await consoleSession();
    const headers = { cookie, 'x-csrf-token': csrfToken };
    const answer = await api.call('/staff/session', { method: 'DELETE', headers });
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie().join()).toMatch(/yance_staff=;/);
    expect((await api.call('/staff/session', { headers: { cookie } })).status).toBe(401);
  });
});

describe('a staff route', () => {
  it("answers 401 without a token and to a client's", async () => {
    const { token } = await aClient(api);
    expect((await api.call('/staff/clients')).status).toBe(401);
    expect((await api.call('/staff/clients', { token })).status).toBe(401);
  });

  it('answers 403 to a role that may not', async () => {
    const token = await aStaffToken(api, ['therapist']);
    const answer = await api.call('/staff/clients', { token, body: { name: '王秀英' } });
    expect(answer).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
  });
});

describe('one’s own account', () => {
  it('changes its password, which ends the other sessions', async () => {
    const { username } = await anAccount(api, ['desk']);
    const enter = async (password: string): Promise<Answer> =>
      api.call('/staff/session', { body: { username, password } });
    const tokenOf = (answer: Answer): string => (answer.body as { token: string }).token;
    const [mine, other] = [tokenOf(await enter(PASSWORD)), tokenOf(await enter(PASSWORD))];
    const body = { current: PASSWORD, next: 'a much better one' };
    expect((await api.call('/staff/password', { token: mine, body })).status).toBe(204);
    expect((await api.call('/staff/session', { token: other })).status).toBe(401);
    expect((await enter('a much better one')).status).toBe(201);
  });

  it('names the field of a password that will not do', async () => {
    const token = await aStaffToken(api, ['desk']);
    const body = { current: PASSWORD, next: 'short' };
    expect(await api.call('/staff/password', { token, body })).toMatchObject({
      status: 400,
      body: { code: 'PASSWORD_REFUSED', errors: [{ field: 'next' }] },
    });
  });
});
