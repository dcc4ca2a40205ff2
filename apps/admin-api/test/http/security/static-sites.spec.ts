import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Config } from '../../../src/platform/config/index.js';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { request, sendRaw, type RawAnswer } from '../hostile/support/raw.js';
import { PRIVATE, aSite, type Site } from './a-site.js';
import { expectHarmless, expectSafe, type Speaks } from './safe-headers.js';

let site: Site;
let api: TestApi;
let base: string;
let speaks: Speaks;

beforeAll(async () => {
  site = await aSite();
  const folders = { YANCE_CONSOLE_DIR: site.folder, YANCE_PREVIEW_DIR: site.folder };
  api = await anApi(await workerDatabaseUrl(), folders);
  base = await api.app.getUrl();
  speaks = api.app.get(Config);
});
afterAll(async () => {
  await api.close();
  await site.remove();
});

/** As it is written, without the tidying that fetch and URL do. */
async function get(path: string, method = 'GET'): Promise<RawAnswer> {
  const [answer] = await sendRaw(base, request(`${method} ${path}`));
  if (!answer) throw new Error(`no answer to ${method} ${path}`);
  return answer;
}

function isDecodable(path: string): boolean {
  try {
    return decodeURI(path) !== '';
  } catch {
    return false;
  }
}

const SITES = ['/console/', '/m/'];

describe.each(SITES)('%s', (prefix) => {
  it.each(['', 'index.html', 'clients', 'clients/01J0000000000000000000000A', 'a/b/c?x=1'])(
    'answers its page, which is asked for anew each time: %s',
    async (path) => {
      const { status, headers, body } = await get(prefix + path);
      expect([status, headers['cache-control']]).toEqual([200, 'no-cache']);
      expect(body).toContain('<!doctype html>');
      expectSafe(headers, speaks);
    },
  );

  it('answers a file whose name holds its hash for ever, and another one not', async () => {
    const hashed = await get(`${prefix}assets/index-Ab12Cd34.js`);
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const plain = await get(`${prefix}assets/plain.js`);
    expect([plain.status, plain.headers['cache-control']]).toEqual([200, 'no-cache']);
    for (const { headers } of [hashed, plain]) {
      expectSafe(headers, speaks);
      expect(headers['content-type']).toMatch(/javascript/);
    }
  });

  it.each([
    '../private.txt',
    '%2e%2e/private.txt',
    '%2E%2E%2Fprivate.txt',
    '..%2fprivate.txt',
    '..%5cprivate.txt',
    '..\\private.txt',
    '%252e%252e%252fprivate.txt',
    '%c0%ae%c0%ae/private.txt',
    'assets/../../private.txt',
    'assets/%2e%2e/%2e%2e/private.txt',
    'assets/..;/..;/private.txt',
    './/..//private.txt',
    '/etc/passwd',
    '//etc/passwd',
    '%2fetc%2fpasswd.txt',
    'file:///etc/passwd.txt',
    'private.txt%00.js',
    'index.html%00.js',
    'assets/index-Ab12Cd34.js%00',
    '.env',
    '%2eenv',
    '.env.gz',
    '.git/config.txt',
    '.git/config',
    '.well.known/secret.txt',
    'assets/index-Ab12Cd34.js.map',
    'assets/no-such-file.js',
    'nothing.css',
    '%',
    '%zz.js',
    `${'a'.repeat(300)}.js`,
    `${'a/'.repeat(300)}x.js`,
  ])('gives nothing away and is never at fault: %s', async (path) => {
    const { status, headers, body } = await get(prefix + path);
    expect(body).not.toContain(PRIVATE);
    expect(body).not.toMatch(/root:.*:0:0:/);
    expect(body).not.toContain(site.folder);
    expect([200, 400, 403, 404]).toContain(status);
    // What is answered with 200 is the site's page: the path named none of its files.
    if (status === 200) expect(body).toContain('<!doctype html>');
    else expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    if (isDecodable(path)) expectSafe(headers, speaks);
    else expectHarmless(headers);
  });

  it.each(['assets', 'assets/', '.git/', 'assets/%2e'])('lists no folder: %s', async (path) => {
    const { status, body } = await get(prefix + path);
    expect(body).not.toMatch(/Ab12Cd34\.js\.map|config/);
    expect([200, 301, 302, 403, 404]).toContain(status);
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])('takes no %s', async (method) => {
    for (const path of ['', 'index.html', 'assets/plain.js']) {
      const { status, body } = await get(prefix + path, method);
      expect([400, 404, 405]).toContain(status);
      expect(body).not.toContain('doctype');
    }
  });

  it('answers HEAD as GET, without a body', async () => {
    const { status, body, headers } = await get(`${prefix}index.html`, 'HEAD');
    expect([status, body]).toEqual([200, '']);
    expectSafe(headers, speaks);
  });
});

describe('the house itself', () => {
  it.each(['/', '/console', '/m'])('leads from %s to a path of its own', async (path) => {
    const { status, headers } = await get(path);
    expect([302, 308]).toContain(status);
    expect(headers['location']).toMatch(/^\/(console|m)\/$/);
  });

  it.each(['//evil.example/', '/console//evil.example', '/%5cevil.example', '/\\evil.example'])(
    'leads nobody to another house: %s',
    async (path) => {
      const { headers } = await get(path);
      expect(headers['location'] ?? '').not.toMatch(/evil/);
    },
  );
});
