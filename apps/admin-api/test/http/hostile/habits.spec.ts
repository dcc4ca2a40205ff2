import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/platform/ids/index.js';
import { allRoutes, pathWith } from '../../support/all-routes.js';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { PASSWORD, aClient, anAccount, aStaffToken } from '../../support/people.js';

/** Fewer than what makes a guesser wait. */
const TRIES = 4;

let api: TestApi;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl(), { YANCE_PUBLIC_ORIGIN: 'https://salon.example' });
});
afterAll(() => api.close());

async function cookiesOfConsole(): Promise<string[]> {
  const { username } = await anAccount(api, ['owner']);
  const body = { username, password: PASSWORD };
  const answer = await api.call('/staff/session', { body, headers: { 'x-yance-console': '1' } });
  return answer.headers.getSetCookie();
}

describe('a session in a cookie', () => {
  it('is sent over TLS only, to this site only, and read by no script', async () => {
    const cookies = await cookiesOfConsole();
    expect(cookies.length).toBe(2);
    for (const line of cookies) {
      expect(line).toMatch(/; HttpOnly/);
      expect(line).toMatch(/; Secure/);
      expect(line).toMatch(/; SameSite=Strict/);
      expect(line).toMatch(/; Path=\//);
    }
  });

  it('does nothing on any route that changes something without the token of its page', async () => {
    const cookie = (await cookiesOfConsole()).map((line) => line.split(';')[0]).join('; ');
    const bearer = await aStaffToken(api, ['owner']);
    const unsafe = allRoutes(api.app).filter(
      ({ method, access }) => access?.kind === 'staff' && method !== 'GET',
    );
    expect(unsafe.length).toBeGreaterThan(12);
    for (const route of unsafe) {
      const path = pathWith(route, newId()).replace(/^\/api/, '');
      const headers = { 'idempotency-key': newId() };
      const ask = (more: object, body?: object) =>
        api.call(path, { method: route.method as 'POST', body, headers: { ...headers, ...more } });
      for (const token of [{}, { 'x-csrf-token': '' }, { 'x-csrf-token': 'x'.repeat(43) }]) {
        const { status, body } = await ask({ cookie, ...token });
        expect([route.name, status, (body as { code: string }).code]).toEqual([
          ...[route.name, 403, 'CSRF_REFUSED'],
        ]);
      }
      if (route.name === 'DELETE /api/staff/session') continue;
      // A bearer is never sent by itself; `nonsense` keeps the call from doing something.
      const body = route.takesBody ? { nonsense: 1 } : undefined;
      const answer = await ask({ authorization: `Bearer ${bearer}` }, body);
      expect([route.name, codeOf(answer)]).not.toEqual([route.name, 'CSRF_REFUSED']);
    }
  });
});

describe('every answer', () => {
  it.each(['/openapi.json', '/client/me', '/no/such/route', '/client/preview'])(
    'tells browsers what they may do with it: %s',
    async (path) => {
      const { headers } = await api.call(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/default-src 'self'/);
      expect(policy).toMatch(/script-src 'self'(;|$)/);
      expect(policy).toMatch(/frame-ancestors 'none'/);
      expect(policy).toMatch(/object-src 'none'/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).not.toBeNull();
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
    },
  );
});

describe('a sign-in', () => {
  it('costs the same work for a name that nobody has', async () => {
    const times = async (username: string): Promise<number> => {
      const each: number[] = [];
      for (let n = 0; n < TRIES; n += 1) {
        const asked = performance.now();
        await api.call('/staff/session', { body: { username, password: 'not hers at all' } });
        each.push(performance.now() - asked);
      }
      return each.sort((a, b) => a - b)[Math.floor(each.length / 2)] ?? 0;
    };
    await times('warm-up');
    const known = await times((await anAccount(api, ['desk'])).username);
    expect(await times('nobody-at-all')).toBeGreaterThan(known / 2);
  });
});

describe('a token', () => {
  it('is kept as a hash: no table shows it', async () => {
    const tokens = [(await aClient(api)).token, await aStaffToken(api, ['desk'])];
    for (const table of ['client_session', 'staff_session']) {
      const rows = await api.database.rows<Record<string, unknown>>(`SELECT * FROM ${table}`);
      expect(rows.length).toBeGreaterThan(0);
      const values = rows.flatMap((row) => Object.values(row));
      const texts = values.map((value) =>
        Buffer.isBuffer(value) ? value.toString('latin1') : String(value),
      );
      const raw = tokens.map((token) => Buffer.from(token, 'base64url').toString('latin1'));
      for (const secret of [...tokens, ...raw]) {
        expect(texts.filter((text) => text.includes(secret))).toEqual([]);
      }
    }
  });
});
