import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids/index.js';
import { allRoutes, pathWith, servedRoutes, type Route } from '../support/all-routes.js';
import { anApi, type Answer, type TestApi } from '../support/an-api.js';
import { workerDatabaseUrl } from '../support/database/index.js';
import { MONDAY_TEN, codeOf } from '../support/given/index.js';
import { aClient, aStaffToken } from '../support/people.js';

/** Whoever comes may call these. A new one is a decision: it is written here or the test fails. */
const PUBLIC = [
  'GET /api/client/preview', // where the simulated WeChat is; 404 in production
  'GET /calendar/:file', // whoever has the secret link
  'GET /health/live',
  'GET /health/ready',
  'GET /metrics', // looks at the address and the token itself
  'POST /api/client/session',
  'POST /api/staff/session',
  'POST /api/wechat/pay/notify', // whoever calls is known by WeChat Pay's signature
  'POST /api/wechat/refund/notify',
];

/** Answered by the server and by no controller: pages and the contract. */
const WITHOUT_CONTROLLER = ['GET /', 'GET /api/openapi.json', 'GET /console', 'GET /m'];

let api: TestApi;
let routes: Route[];
let client: string;
let staff: string;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  routes = allRoutes(api.app);
  client = (await aClient(api)).token;
  // Every right there is between the two of them.
  staff = await aStaffToken(api, ['owner', 'manager'], []);
});
afterAll(() => api.close());

/** Calls a route; paths outside /api too. */
function send(route: Route, path: string, token?: string, body?: unknown): Promise<Answer> {
  const headers = { 'idempotency-key': newId() };
  const below = path.replace(/^\/api/, '');
  const outside = below === path ? `/..${path}` : below;
  return api.call(outside, { method: route.method as 'GET', token, body, headers });
}

const kinds = (kind: string): Route[] => routes.filter((route) => route.access?.kind === kind);
const withId = (): Route[] => routes.filter((route) => route.path.includes(':'));

/** So many at once: fewer than the API lets in, however many routes there are. */
const AT_ONCE = 16;

/** Runs one check for each route and tells of all that fail, not only of the first. */
async function findingsOf(
  list: readonly Route[],
  check: (route: Route) => Promise<string | undefined>,
): Promise<string[]> {
  const left = [...list];
  const findings: string[] = [];
  const worker = async (): Promise<void> => {
    for (let route = left.pop(); route; route = left.pop()) {
      const finding = await check(route);
      if (finding !== undefined) findings.push(`${route.name}: ${finding}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return findings;
}

const fieldsOf = (answer: Answer): string[] =>
  ((answer.body as { errors?: { field: string }[] } | undefined)?.errors ?? []).map(
    (error) => error.field,
  );

describe('every route', () => {
  it('says who may call it', () => {
    expect(routes.filter((route) => !route.access).map((route) => route.name)).toEqual([]);
  });

  it('is public only where this list says so', () => {
    expect(kinds('public').map((route) => route.name)).toEqual(PUBLIC);
  });

  it('lies below the face that it is for', () => {
    const odd = routes.filter(
      ({ path, access }) =>
        (access?.kind === 'client' && !path.startsWith('/api/client/')) ||
        (access?.kind === 'staff' && !path.startsWith('/api/staff/')),
    );
    expect(odd.map((route) => route.name)).toEqual([]);
  });

  it('is one that a controller declares: the server answers no other', () => {
    const declared = [...routes.map((route) => route.name), ...WITHOUT_CONTROLLER];
    expect(servedRoutes(api.app).sort()).toEqual(declared.sort());
  });

  it('below /api stands in the contract, and nothing else does', async () => {
    const { body } = await api.call('/openapi.json');
    const { paths } = body as { paths: Record<string, Record<string, object>> };
    const written = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(
        (method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      ),
    );
    const declared = routes.filter((route) => route.path.startsWith('/api/'));
    expect(written.sort()).toEqual(declared.map((route) => route.name).sort());
  });
});

describe('without the right kind of session', () => {
  it('no client’s and no staff route answers anything but 401', async () => {
    const guarded = [...kinds('client'), ...kinds('staff')];
    const other = (route: Route): string => (route.access?.kind === 'client' ? staff : client);
    const tries = (route: Route): (string | undefined)[] => [
      ...[undefined, other(route), 'x'.repeat(43), '0'],
    ];
    const findings = await findingsOf(guarded, async (route) => {
      for (const token of tries(route)) {
        const answer = await send(route, pathWith(route, newId()), token);
        if (answer.status !== 401) return `${answer.status} with ${token ?? 'no token'}`;
      }
      return undefined;
    });
    expect(findings).toEqual([]);
  });
});

describe('what cannot be an id', () => {
  it.each(['x', '0', '%00', '..%2f..', "1'%20or%20'1'='1", 'é'.repeat(40), 'Z'.repeat(26)])(
    'is nobody’s thing: %s',
    async (id) => {
      const findings = await findingsOf(withId(), async (route) => {
        const token = route.access?.kind === 'client' ? client : staff;
        const { status } = await send(route, pathWith(route, id), token);
        return [400, 404].includes(status) ? undefined : String(status);
      });
      expect(findings).toEqual([]);
    },
  );
});

describe('what nobody asked for', () => {
  it('is refused by name in every body', async () => {
    const findings = await findingsOf(
      routes.filter((route) => route.takesBody),
      async (route) => {
        const token = route.access?.kind === 'client' ? client : staff;
        const body = { nonsense: 1 };
        const answer = await send(route, pathWith(route, newId()), token, body);
        const named = codeOf(answer) === 'INVALID_INPUT' && fieldsOf(answer).includes('nonsense');
        return named ? undefined : `${answer.status} ${JSON.stringify(answer.body)}`;
      },
    );
    expect(findings).toEqual([]);
  });

  it('is refused by name in every query', async () => {
    const findings = await findingsOf(
      routes.filter((route) => route.takesQuery),
      async (route) => {
        const token = route.access?.kind === 'client' ? client : staff;
        const answer = await send(route, `${pathWith(route, newId())}?nonsense=1`, token);
        const named = codeOf(answer) === 'INVALID_INPUT' && fieldsOf(answer).includes('nonsense');
        return named ? undefined : `${answer.status} ${JSON.stringify(answer.body)}`;
      },
    );
    expect(findings).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['a list', []],
    ['a text', 'text'],
    ['a number', 7],
    ['null', null],
    ['a prototype', JSON.parse('{"__proto__": {"admin": true}}')],
    ['nested junk', { services: { length: 1e9 }, start: {}, phone: [], code: { $gt: '' } }],
  ])('is never a fault: %s as a body', async (_what, body) => {
    const findings = await findingsOf(
      routes.filter((route) => route.takesBody),
      async (route) => {
        const token = route.access?.kind === 'client' ? client : staff;
        const { status } = await send(route, pathWith(route, newId()), token, body);
        return status < 500 ? undefined : String(status);
      },
    );
    expect(findings).toEqual([]);
  });

  it('is never a fault when it is no JSON, too much of it, or of another kind', async () => {
    const base = await api.app.getUrl();
    const url = `${base}/api/client/session`;
    const json = { 'content-type': 'application/json' };
    const answers = await Promise.all([
      fetch(url, { method: 'POST', headers: json, body: '{"code":' }),
      fetch(url, { method: 'POST', headers: json, body: `"${'x'.repeat(300_000)}"` }),
      fetch(url, { method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<a/>' }),
      fetch(`${base}/api/no/such/route`),
    ]);
    const codes = await Promise.all(
      answers.map(async (a) => ((await a.json()) as { code: string }).code),
    );
    expect(codes).toEqual([
      'INVALID_JSON',
      'BODY_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
      'NOT_FOUND',
    ]);
    for (const answer of answers)
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});
