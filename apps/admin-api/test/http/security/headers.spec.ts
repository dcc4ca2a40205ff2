import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aClient, aStaffToken } from '../../support/people.js';
import { send } from '../../support/wire.js';
import { sendRaw } from '../hostile/support/raw.js';
import { PRODUCTION } from './production.js';
import { expectHarmless, expectSafe } from './safe-headers.js';

const built = (folder: string): string => path.resolve(import.meta.dirname, '../../../..', folder);
const FOLDERS = {
  YANCE_CONSOLE_DIR: built('admin-web/dist'),
  YANCE_PREVIEW_DIR: built('miniprogram/dist/h5'),
};
/** The suite builds both first: where one is missing, these tests fail. */
const SITES: readonly (readonly [prefix: string, folder: string])[] = [
  ['/console/', FOLDERS.YANCE_CONSOLE_DIR],
  ['/m/', FOLDERS.YANCE_PREVIEW_DIR],
];
/** The simulated WeChat, as a house that is none of production's names it. */
const SANDBOX_PORT = 4_321;
const speaks = { sandboxPort: SANDBOX_PORT };

let api: TestApi;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl(), {
    YANCE_PUBLIC_ORIGIN: 'https://salon.example',
    SANDBOX_PORT: String(SANDBOX_PORT),
    ...FOLDERS,
  });
});
afterAll(() => api.close());

const headersOf = (headers: Headers): Record<string, string> => Object.fromEntries(headers);

describe('every answer of the API', () => {
  it.each([
    ['the contract', '/openapi.json', 200],
    ['a refusal', '/client/me', 401],
    ['no route', '/no/such/route', 404],
    ['a public one', '/client/preview', 200],
    ['bad input', '/client/session', 404],
  ])('is not kept, framed, sniffed or read by other sites: %s', async (_, route, status) => {
    const answer = await api.call(route);
    expect(answer.status).toBe(status);
    const headers = headersOf(answer.headers);
    expectSafe(headers, speaks);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['strict-transport-security']).toMatch(/max-age=31536000/);
  });

  it('is harmless even where no route could be looked for', async () => {
    const base = await api.app.getUrl();
    const undecodable = await api.call('/client/%');
    expect(undecodable.status).toBe(404);
    expectHarmless(headersOf(undecodable.headers));
    const [noHttp] = await sendRaw(base, 'nonsense\r\n\r\n');
    expect(noHttp?.status).toBe(400);
    expectHarmless(noHttp?.headers ?? {});
  });

  it('is not kept when it is about a person', async () => {
    const [client, staff] = [await aClient(api), await aStaffToken(api, ['owner'])];
    const answers = [
      await api.call('/client/me', { token: client.token }),
      await api.call('/staff/session', { token: staff }),
      await api.call('/staff/clients', { token: staff }),
    ];
    for (const { status, headers } of answers) {
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    }
  });

  it('allows no other site anything, whatever it asks first', async () => {
    const origin = 'https://evil.example';
    const headers = {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-csrf-token, authorization',
    };
    for (const method of ['OPTIONS', 'GET'] as const) {
      const answer = await send(`${await api.app.getUrl()}/api/staff/session`, {
        method: method as 'GET',
        headers,
      });
      const names = [...answer.headers.keys()].filter((name) => name.startsWith('access-control'));
      expect(names).toEqual([]);
    }
  });
});

describe('what is said only over TLS', () => {
  it('is not said where the house has none, or browsers would never come back', async () => {
    const plain = await anApi(await workerDatabaseUrl());
    const { headers } = await plain.call('/openapi.json');
    expect(headers.get('strict-transport-security')).toBeNull();
    await plain.close();
  });
});

describe.each(SITES)('the built site at %s', (prefix, folder) => {
  it('is served with a page that the policy lets run: no script of its own stands in it', async () => {
    const answer = await fetch(`${await api.app.getUrl()}${prefix}`);
    const page = await answer.text();
    expect(answer.status).toBe(200);
    expectSafe(headersOf(answer.headers), speaks);
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>\s*\S/i);
    expect(page).not.toMatch(/\son[a-z]+=|javascript:/i);
    const sources = [...page.matchAll(/<script[^>]*\bsrc="([^"]+)"/g)].map(([, src]) => src);
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(source).not.toMatch(/^(?:https?:)?\/\//);
  });

  it('holds no source maps and no hidden files', async () => {
    const names = await readdir(folder, { recursive: true });
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => /\.map(\.|$)|(^|\/)\./.test(name))).toEqual([]);
  });
});

describe('in production', () => {
  let real: TestApi;
  beforeAll(async () => {
    real = await anApi(await workerDatabaseUrl(), { ...PRODUCTION, ...FOLDERS });
  });
  afterAll(() => real.close());

  it.each(['/api/openapi.json', '/api/client/me', '/console/', '/console/clients'])(
    'a page speaks with its own house and nobody else: %s',
    async (route) => {
      const { headers } = await fetch(`${await real.app.getUrl()}${route}`);
      expectSafe(headersOf(headers), { sandboxPort: undefined });
    },
  );

  it('there is no preview', async () => {
    for (const route of ['/m/', '/m/index.html']) {
      expect((await fetch(`${await real.app.getUrl()}${route}`)).status).toBe(404);
    }
  });
});
