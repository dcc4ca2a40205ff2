import { readdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aClient, aStaffToken } from '../../support/people.js';
import { send } from '../../support/wire.js';
import { sendRaw } from '../hostile/support/raw.js';
import { PRODUCTION } from './production.js';
import { expectHarmless, expectSafe, policyOf } from './safe-headers.js';

const BUILT = ['admin-web/dist', 'miniprogram/dist/h5'].map((folder) =>
  path.resolve(import.meta.dirname, '../../../..', folder),
);

let api: TestApi;
beforeAll(async () => {
  const [YANCE_CONSOLE_DIR = '', YANCE_PREVIEW_DIR = ''] = BUILT;
  const origin = { YANCE_PUBLIC_ORIGIN: 'https://salon.example' };
  const folders = { YANCE_CONSOLE_DIR, YANCE_PREVIEW_DIR };
  api = await anApi(await workerDatabaseUrl(), { ...origin, ...folders });
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
    expectSafe(headers);
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

describe('the built sites', () => {
  const built = BUILT.filter((folder) => existsSync(path.join(folder, 'index.html')));
  const prefixOf = (folder: string): string => (folder.endsWith('h5') ? '/m/' : '/console/');

  it('are served with pages that the policy lets run: no script of theirs stands in the page', async () => {
    for (const folder of built) {
      const answer = await fetch(`${await api.app.getUrl()}${prefixOf(folder)}`);
      const page = await answer.text();
      expect(answer.status).toBe(200);
      expectSafe(headersOf(answer.headers));
      expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>\s*\S/i);
      expect(page).not.toMatch(/\son[a-z]+=|javascript:/i);
      const sources = [...page.matchAll(/<script[^>]*\bsrc="([^"]+)"/g)].map(([, src]) => src);
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources) expect(source).not.toMatch(/^(?:https?:)?\/\//);
    }
  });

  it('hold no source maps and no hidden files', async () => {
    for (const folder of built) {
      const names = await readdir(folder, { recursive: true });
      expect(names.length).toBeGreaterThan(3);
      expect(names.filter((name) => /\.map(\.|$)|(^|\/)\./.test(name))).toEqual([]);
    }
  });
});

describe('the policy', () => {
  it('lets the preview alone speak with the simulated WeChat, and in production nobody', async () => {
    const real = await anApi(await workerDatabaseUrl(), PRODUCTION);
    const { headers } = await real.call('/openapi.json');
    const policy = policyOf(headers.get('content-security-policy') ?? '');
    expect(policy['connect-src']).toBe("'self'");
    for (const path of ['/m/', '/m/index.html']) {
      expect((await fetch(`${await real.app.getUrl()}${path}`)).status).toBe(404);
    }
    await real.close();
  });
});
