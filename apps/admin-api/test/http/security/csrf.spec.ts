import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/platform/ids/index.js';
import { allRoutes, pathWith, type Route } from '../../support/all-routes.js';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { aStaffToken } from '../../support/people.js';
import { consoleSession } from './console-session.js';

let api: TestApi;
let unsafe: Route[];
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl(), { YANCE_PUBLIC_ORIGIN: 'https://salon.example' });
  unsafe = allRoutes(api.app).filter(
    ({ method, access }) => access?.kind === 'staff' && method !== 'GET',
  );
});
afterAll(() => api.close());

const SIGN_OUT = 'DELETE /api/staff/session';

/** Calls a route with a body that it refuses, so that a call which gets through does nothing. */
async function codeOfCall(
  route: Route,
  headers: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const answer = await api.call(pathWith(route, newId()).replace(/^\/api/, ''), {
    method: route.method as 'POST',
    body: route.takesBody ? { nonsense: 1 } : undefined,
    headers: { 'idempotency-key': newId(), ...headers },
  });
  return codeOf(answer);
}

/** The routes that a call with these headers was not kept from by the CSRF check. */
async function reached(headers: Readonly<Record<string, string>>): Promise<string[]> {
  const names: string[] = [];
  for (const route of unsafe) {
    if ((await codeOfCall(route, headers)) !== 'CSRF_REFUSED') names.push(route.name);
  }
  return names;
}

describe('a session in a cookie', () => {
  it('is sent over TLS only, to this host and site only, and read by no script', async () => {
    const { cookies } = await consoleSession(api);
    expect(cookies.map((line) => line.split('=')[0])).toEqual([
      ...['__Host-yance_staff', 'yance_device'],
    ]);
    for (const line of cookies) {
      expect(line).toMatch(/; HttpOnly/);
      expect(line).toMatch(/; Secure/);
      expect(line).toMatch(/; SameSite=Strict/);
      expect(line).not.toMatch(/; Domain/i);
    }
    expect(cookies[0]).toMatch(/; Path=\/(;|$)/);
    expect(cookies[1]).toMatch(/; Path=\/api\/staff\/session(;|$)/);
    // The session's own cookie ends with the browser; only the mark of the device stays.
    expect(cookies[0]).not.toMatch(/; (?:Max-Age|Expires)/i);
  });

  it('is not taken from the name that a sister domain could set', async () => {
    const { cookie } = await consoleSession(api);
    const foreign = cookie.replace('__Host-', '');
    expect((await api.call('/staff/session', { headers: { cookie } })).status).toBe(200);
    const refused = await api.call('/staff/session', { headers: { cookie: foreign } });
    expect(refused.status).toBe(401);
  });

  it('is not asked for over TLS by a house that has none', async () => {
    const plain = await anApi(await workerDatabaseUrl());
    const { cookies } = await consoleSession(plain);
    expect(cookies[0]).toMatch(/^yance_staff=/);
    expect(cookies.join()).not.toMatch(/Secure/);
    expect(cookies.join()).toMatch(/SameSite=Strict/);
    await plain.close();
  });
});

describe('any route that changes something, called with the cookie', () => {
  it('refuses without the token of its page, with another session’s and with an old one', async () => {
    expect(unsafe.length).toBeGreaterThan(12);
    const [mine, other, old] = [
      await consoleSession(api),
      await consoleSession(api),
      await consoleSession(api),
    ];
    await api.call('/staff/session', {
      method: 'DELETE',
      headers: { cookie: old.cookie, 'x-csrf-token': old.csrfToken },
    });
    const { cookie } = mine;
    const wrong: Readonly<Record<string, string>>[] = [
      {},
      { 'x-csrf-token': '' },
      { 'x-csrf-token': 'x'.repeat(43) },
      { 'x-csrf-token': other.csrfToken },
      { 'x-csrf-token': old.csrfToken },
      { 'x-csrf-token': mine.csrfToken.slice(0, -1) },
      { 'x-csrf-token': `${mine.csrfToken}x` },
    ];
    for (const token of wrong) expect(await reached({ cookie, ...token })).toEqual([]);
    process.stdout.write(`csrf: ${unsafe.length} routes, ${wrong.length} wrong tokens each\n`);
    expect((await api.call('/staff/session', { headers: { cookie } })).status).toBe(200);
  });

  it.each(['cross-site', 'same-site', 'none', 'nonsense'])(
    'refuses even with the token when the browser says that the call came from elsewhere: %s',
    async (from) => {
      const { cookie, csrfToken } = await consoleSession(api);
      const headers = { cookie, 'x-csrf-token': csrfToken, 'sec-fetch-site': from };
      expect(await reached(headers)).toEqual([]);
    },
  );

  it('lets the page itself through, which browsers call same-origin', async () => {
    const { cookie, csrfToken } = await consoleSession(api);
    const headers = { cookie, 'x-csrf-token': csrfToken, 'sec-fetch-site': 'same-origin' };
    const others = unsafe.filter(({ name }) => name !== SIGN_OUT);
    for (const route of others) {
      expect([route.name, await codeOfCall(route, headers)]).not.toContain('CSRF_REFUSED');
    }
  });

  it('asks no token of a bearer, which no browser sends by itself', async () => {
    const authorization = `Bearer ${await aStaffToken(api, ['owner'])}`;
    const others = unsafe.filter(({ name }) => name !== SIGN_OUT);
    for (const route of others) {
      expect([route.name, await codeOfCall(route, { authorization })]).not.toContain(
        'CSRF_REFUSED',
      );
    }
  });
});

describe('a form of another site', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'cannot even sign somebody in: %s is no JSON',
    async (type) => {
      const answer = await fetch(`${await api.app.getUrl()}/api/staff/session`, {
        method: 'POST',
        headers: { 'content-type': type, 'x-yance-console': '1' },
        body: JSON.stringify({ username: 'a', password: 'b' }),
      });
      expect([400, 415]).toContain(answer.status);
      expect(answer.headers.getSetCookie()).toEqual([]);
    },
  );
});
