import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { MONDAY_TEN, TODAY, aSalon } from '../../support/given/index.js';
import { aClient, aStaffToken, aUsername } from '../../support/people.js';
import { request, sendRaw, type RawAnswer } from './support/raw.js';
import { checksums } from './support/stored.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM = 'application/x-www-form-urlencoded';
const UTF_16 = { 'content-type': 'application/json; charset=utf-16' };
const ZIPPED = { ...JSON_TYPE, 'content-encoding': 'gzip' };
const HAN = /\p{Script=Han}/u;
/** Long enough to be seen to last, short enough for a test. */
const SLOW_MS = 600;

let api: TestApi;
let base: string;
let client: string;
let staff: string;
let wish: string;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  base = await api.app.getUrl();
  client = (await aClient(api)).token;
  const salon = await aSalon(api);
  staff = await aStaffToken(api, ['owner'], [salon.store.id]);
  wish = JSON.stringify(salon.wish(salon.store.at(TODAY, '15:00')));
});
afterAll(() => api.close());

/** The one answer to a request, which has to be a problem in Chinese. */
async function problem(bytes: Buffer | string): Promise<[status: number, code: string]> {
  const [answer, ...more] = await sendRaw(base, bytes);
  expect(more).toEqual([]);
  return seen(answer);
}

function seen(answer: RawAnswer | undefined): [status: number, code: string] {
  expect(answer?.headers['content-type']).toContain('application/problem+json');
  const body = JSON.parse(answer?.body ?? '') as { code: string; detail: string; status: number };
  expect(body.detail).toMatch(HAN);
  expect(body.status).toBe(answer?.status);
  return [body.status, body.code];
}

const post = (path: string, headers: Record<string, string>, body: string | Buffer): Buffer =>
  request(`POST /api${path}`, headers, body);
const booking = (headers: Record<string, string>, body: string | Buffer = wish): Buffer =>
  post(
    '/client/appointments',
    { ...JSON_TYPE, authorization: `Bearer ${client}`, ...headers },
    body,
  );

describe('a body', () => {
  it.each<[string, string | Buffer, Record<string, string>, number, string]>([
    ['that is cut off', '{"code":', JSON_TYPE, 400, 'INVALID_JSON'],
    ['with two ends', '{"code":"a"}}', JSON_TYPE, 400, 'INVALID_JSON'],
    ['of JSON’s cousins', "{code:'a',}", JSON_TYPE, 400, 'INVALID_JSON'],
    [
      'of bytes that are no UTF-8',
      Buffer.from([0x7b, 0xff, 0xfe, 0x7d]),
      JSON_TYPE,
      400,
      'INVALID_JSON',
    ],
    [
      'with bytes in a text that are no UTF-8',
      Buffer.from('7b22636f6465223a22ff227d', 'hex'),
      JSON_TYPE,
      400,
      'INVALID_JSON',
    ],
    ['in UTF-16', Buffer.from('{"code":"a"}', 'utf16le'), UTF_16, 400, 'INVALID_JSON'],
    ['in Latin-1', Buffer.from('{"code":"é"}', 'latin1'), JSON_TYPE, 400, 'INVALID_JSON'],
    ['that is zipped', gzipSync('{"code":"a"}'), ZIPPED, 400, 'INVALID_JSON'],
    ['with a prototype in it', '{"__proto__":{"code":"a"}}', JSON_TYPE, 400, 'INVALID_JSON'],
    ['of 300 kB', `{"code":"${'x'.repeat(300_000)}"}`, JSON_TYPE, 413, 'BODY_TOO_LARGE'],
    ['of XML', '<a/>', { 'content-type': 'text/xml' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['of plain text', '{}', { 'content-type': 'text/plain' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    // Other sites can send forms without asking.
    ['of a form', 'code=a', { 'content-type': FORM }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['of a form with JSON in it', '{}', { 'content-type': FORM }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['of no kind', '{}', {}, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['of a kind that is none', '{}', { 'content-type': '/;;' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'of parts',
      '--x--',
      { 'content-type': 'multipart/form-data; boundary=x' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    [
      'that is said to be empty and JSON',
      '',
      { ...JSON_TYPE, 'content-length': '0' },
      400,
      'INVALID_JSON',
    ],
    [
      'as deep as it may be long',
      `{"code":${'['.repeat(60_000)}${']'.repeat(60_000)}}`,
      JSON_TYPE,
      400,
      'INVALID_INPUT',
    ],
  ])('%s is refused', async (_what, body, headers, status, code) => {
    expect(await problem(post('/client/session', headers, body))).toEqual([status, code]);
  });

  it('that is not there is refused where one is needed, with its members named', async () => {
    expect(await problem(post('/client/session', {}, ''))).toEqual([400, 'INVALID_INPUT']);
  });

  it('that says a member twice means the last one, as every reader of JSON has it', async () => {
    const body = '{"code":"first","code":7}';
    expect(await problem(post('/client/session', JSON_TYPE, body))).toEqual([400, 'INVALID_INPUT']);
  });

  it('is measured however it comes: in chunks it is not longer', async () => {
    const chunk = `${(65_536).toString(16)}\r\n${'x'.repeat(65_536)}\r\n`;
    const head = `POST /api/client/session HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`;
    const answers = await sendRaw(base, `${head}${chunk.repeat(5)}0\r\n\r\n`);
    expect(seen(answers[0])).toEqual([413, 'BODY_TOO_LARGE']);
  });
});

describe('a slow body', () => {
  it('is cut off in time, and holds up nobody meanwhile', async () => {
    const server = api.app.getHttpServer() as { requestTimeout: number; headersTimeout: number };
    const usual = [server.requestTimeout, server.headersTimeout] as const;
    expect(usual.every((ms) => ms > 0 && ms <= 20_000)).toBe(true);
    [server.requestTimeout, server.headersTimeout] = [SLOW_MS, SLOW_MS];
    try {
      const head = `POST /api/client/session HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 20\r\n\r\n{"c`;
      const slow = Array.from({ length: 40 }, () => sendRaw(base, head));
      const asked = performance.now();
      expect((await api.call('/client/stores', { token: client })).status).toBe(200);
      expect(performance.now() - asked).toBeLessThan(SLOW_MS);
      const answers = (await Promise.all(slow)).map(([answer]) => seen(answer).join(' '));
      expect([...new Set(answers)]).toEqual(['408 REQUEST_TOO_SLOW']);
    } finally {
      [server.requestTimeout, server.headersTimeout] = usual;
    }
  });
});

describe('slow headers', () => {
  it('are cut off in time', async () => {
    const server = api.app.getHttpServer() as { headersTimeout: number };
    const usual = server.headersTimeout;
    server.headersTimeout = SLOW_MS;
    try {
      const answers = await sendRaw(base, 'GET /api/client/stores HTTP/1.1\r\nhost: a\r\nx-slow: ');
      expect(answers.map((answer) => seen(answer).join(' '))).toEqual(['408 REQUEST_TOO_SLOW']);
    } finally {
      server.headersTimeout = usual;
    }
  });
});

describe('a header that comes twice', () => {
  const twice = (line: string, lines: readonly string[], body = ''): string =>
    [`${line} HTTP/1.1`, 'host: a', 'connection: close', ...lines, '', body].join('\r\n');

  it.each([
    ['Content-Length', ['content-length: 2', 'content-length: 30']],
    ['Transfer-Encoding', ['transfer-encoding: chunked', 'transfer-encoding: identity']],
    ['Host', ['host: b']],
  ])('and says two things about the message is refused: %s', async (_name, lines) => {
    const head = ['content-type: application/json', ...lines];
    expect((await problem(twice('POST /api/client/session', head, '{}')))[0]).toBe(400);
  });

  it('is one caller: the first token counts', async () => {
    const lines = [`authorization: Bearer ${client}`, `authorization: Bearer ${staff}`];
    const [answer] = await sendRaw(base, twice('GET /api/client/me', lines));
    expect(answer?.status).toBe(200);
    const [other] = await sendRaw(base, twice('GET /api/client/me', [...lines].reverse()));
    expect(seen(other)).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('is no key of a booking', async () => {
    const before = await checksums(api);
    const lines = [
      ...['content-type: application/json', `authorization: Bearer ${client}`],
      ...[`content-length: ${Buffer.byteLength(wish)}`],
      ...['idempotency-key: first-of-two', 'idempotency-key: second-of-two'],
    ];
    const bytes = twice('POST /api/client/appointments', lines, wish);
    expect(await problem(bytes)).toEqual([400, 'INVALID_INPUT']);
    expect(await checksums(api)).toEqual(before);
  });
});

describe('headers', () => {
  it('that are too many are refused', async () => {
    const flood = Object.fromEntries(
      Array.from({ length: 1_500 }, (_, n) => [`x-flood-${n}`, 'x'.repeat(40)]),
    );
    expect(await problem(request('GET /api/client/stores', flood))).toEqual([
      431,
      'HEADERS_TOO_LARGE',
    ]);
  });

  it.each([
    'Bearer',
    'Bearer x',
    `Bearer ${'x'.repeat(4_000)}`,
    'Basic YTpi',
    '😀',
    'Bearer a, Bearer b',
    ' ',
  ])('that show no session are a 401: Authorization %s', async (authorization) => {
    expect(await problem(request('GET /api/client/me', { authorization }))).toEqual([
      401,
      'UNAUTHENTICATED',
    ]);
  });

  it.each([
    'yance_staff',
    'yance_staff=',
    'yance_staff=%ff',
    `yance_staff=${'é'.repeat(300)}`,
    ';;;=',
    `yance_staff="'; --"`,
  ])('that show no session are a 401: Cookie %s', async (cookie) => {
    expect(await problem(request('GET /api/staff/session', { cookie }))).toEqual([
      401,
      'UNAUTHENTICATED',
    ]);
  });

  it.each(['', 'short', 'x'.repeat(65), 'with a space', '颜册颜册颜册颜册', 'tab\there!'])(
    'of a key that is none are refused before anything is booked: Idempotency-Key %j',
    async (key) => {
      const before = await checksums(api);
      const [status, code] = await problem(booking({ 'idempotency-key': key }));
      expect([status, ['INVALID_INPUT', 'IDEMPOTENCY_KEY_REQUIRED'].includes(code)]).toEqual([
        400,
        true,
      ]);
      expect(await checksums(api)).toEqual(before);
    },
  );

  it.each(["'; DROP TABLE job", 'x'.repeat(500), '../../etc', '😀'])(
    'of a request id that is none are not repeated: %s',
    async (id) => {
      const [answer] = await sendRaw(
        base,
        request('GET /api/client/stores', { 'x-request-id': id }),
      );
      expect(answer?.headers['x-request-id']).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
      expect(answer?.body).not.toContain(id);
    },
  );

  it.each(['127.0.0.1', "1.1.1.1' OR 1=1", `${'1.1.1.1, '.repeat(300)}2.2.2.2`, '::ffff:1', '😀'])(
    'that tell of another address are no fault: X-Forwarded-For %s',
    async (address) => {
      const headers = { ...JSON_TYPE, 'x-forwarded-for': address };
      const body = JSON.stringify({ username: aUsername(), password: 'not hers at all' });
      const [status] = await problem(post('/staff/session', headers, body));
      expect(status).toBe(401);
    },
  );
});

describe('a request line', () => {
  it.each([
    ['GET /api/no/such/route', 404],
    ['GET /api', 404],
    ['GET /api/', 404],
    ['GET /api/client/%ff', 404],
    [`GET /api/client/appointments/${'x'.repeat(3_000)}`, 404],
    ['GET /API/CLIENT/ME', 404],
    ['PUT /api/client/me', 404],
    ['DELETE /api/client/stores', 404],
    ['OPTIONS /api/client/me', 404],
    ['PROPFIND /api/client/me', 404],
    ['TRACE /api/client/me', 404],
    ['BREW /api/client/me', 400],
    ['get /api/client/me', 400],
    ['GET /api/client/me HTTP/9.9', 400],
  ])('that asks for what is not there is answered in Chinese: %s', async (line, status) => {
    expect((await problem(request(line)))[0]).toBe(status);
  });

  it('that is no HTTP is answered and hung up on', async () => {
    expect(await problem('\u0016\u0003\u0001hello\r\n\r\n')).toEqual([400, 'INVALID_JSON']);
  });

  it('with two lengths is refused: nobody may hide a request in another', async () => {
    const smuggled = `POST /api/client/session HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /api/client/stores HTTP/1.1\r\nhost: a\r\n\r\n`;
    expect(await problem(smuggled)).toEqual([400, 'INVALID_JSON']);
  });

  it('behind another on one connection is answered in its turn, each for its own caller', async () => {
    const ask = (path: string, token: string, connection: string): Buffer =>
      request(`GET /api${path}`, { authorization: `Bearer ${token}`, connection });
    const answers = await sendRaw(
      base,
      Buffer.concat([
        ask('/client/me', client, 'keep-alive'),
        ask('/client/me', staff, 'keep-alive'),
        ask('/staff/session', staff, 'keep-alive'),
        ask('/staff/session', client, 'close'),
      ]),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 200, 401]);
  });
});

describe('a connection that is dropped in the middle', () => {
  it('stores nothing and is no fault', async () => {
    const before = await checksums(api);
    const { hostname, port } = new URL(base);
    const whole = booking({ 'idempotency-key': 'dropped-in-the-middle' });
    await Promise.all(
      Array.from({ length: 10 }, async (_, n) => {
        const socket: Socket = connect(Number(port), hostname);
        await new Promise<void>((done) => {
          const part = whole.subarray(0, whole.length - 1 - n);
          socket.write(part, () => socket.destroy());
          socket.once('close', () => done());
        });
      }),
    );
    expect((await api.call('/client/stores', { token: client })).status).toBe(200);
    expect(await checksums(api)).toEqual(before);
  });
});
