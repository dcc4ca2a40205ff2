import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { errcodeOf, Rig, type Answer } from './support/rig.js';

interface Listed {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly needsToken: boolean;
}

let rig: Rig;
let endpoints: Listed[];

beforeEach(async () => {
  rig = new Rig();
  await rig.start();
  endpoints = (await rig.items('/_sandbox/endpoints')) as unknown as Listed[];
});

afterEach(() => rig.stop());

/** Calls each interface and tells the errcode of each. */
async function codesOf(
  which: readonly Listed[],
  call: (endpoint: Listed) => Promise<Answer>,
): Promise<Record<string, unknown>> {
  const codes = which.map(async (each) => [each.path, errcodeOf(await call(each))] as const);
  return Object.fromEntries(await Promise.all(codes));
}

function allBeing(which: readonly Listed[], errcode: number): Record<string, number> {
  return Object.fromEntries(which.map(({ path }) => [path, errcode]));
}

function byMethod(method: Listed['method']): Listed[] {
  return endpoints.filter((endpoint) => endpoint.method === method);
}

function order(fault: Record<string, unknown>): Promise<Answer> {
  return rig.post('/_sandbox/faults', fault);
}

function call({ method, path }: Listed, token = '', body = '{}'): Promise<Answer> {
  const query = token === '' ? '' : `?access_token=${token}`;
  return rig.call(method, path + query, method === 'GET' ? undefined : body);
}

it('is one of twenty-five', () => {
  expect(endpoints).toHaveLength(25);
});

it('wants a token where it takes one: 41001, 40014, 40001, 42001', async () => {
  const taking = endpoints.filter((endpoint) => endpoint.needsToken);
  const unknown = `88_${'a'.repeat(128)}`;
  const old = await rig.token();
  rig.clock.advance({ hours: 3 });
  expect(await codesOf(taking, (each) => call(each))).toEqual(allBeing(taking, 41001));
  expect(await codesOf(taking, (each) => call(each, 'x'))).toEqual(allBeing(taking, 40014));
  expect(await codesOf(taking, (each) => call(each, unknown))).toEqual(allBeing(taking, 40001));
  expect(await codesOf(taking, (each) => call(each, old))).toEqual(allBeing(taking, 42001));
});

it('answers the other method with 43001 or 43002', async () => {
  const other = ({ method, path }: Listed): Promise<Answer> =>
    rig.call(method === 'GET' ? 'POST' : 'GET', path);
  const [gets, posts] = [byMethod('GET'), byMethod('POST')];
  expect(await codesOf(gets, other)).toEqual(allBeing(gets, 43001));
  expect(await codesOf(posts, other)).toEqual(allBeing(posts, 43002));
});

it('wants a body of JSON where it is posted to: 44002, 47001', async () => {
  const token = await rig.token();
  const posted = byMethod('POST');
  const send = (body: string) => (each: Listed) => call(each, token, body);
  expect(await codesOf(posted, send(''))).toEqual(allBeing(posted, 44002));
  expect(await codesOf(posted, send('{"a":'))).toEqual(allBeing(posted, 47001));
  expect(await codesOf(posted, send('[]'))).toEqual(allBeing(posted, 47001));
});

it('can be out of the app’s rights: 48001', async () => {
  const token = await rig.token();
  await rig.post('/_sandbox/app', { unauthorized: endpoints.map(({ path }) => path) });
  expect(await codesOf(endpoints, (each) => call(each, token))).toEqual(allBeing(endpoints, 48001));
});

it('has a limit a day and a minute that can be set, and counts anew after it', async () => {
  const token = await rig.token();
  await Promise.all(endpoints.map(({ path }) => rig.limit(path, 'day', 0)));
  const own: Record<string, number> = {
    '/wxa/generatescheme': 44993,
    '/wxa/generate_urllink': 44993,
  };
  const atDay = await codesOf(endpoints, (each) => call(each, token));
  expect(atDay).toEqual({ ...allBeing(endpoints, 45009), ...own });

  const path = '/wxa/business/getuserphonenumber';
  await rig.limit(path, 'day', null);
  await rig.limit(path, 'minute', 1);
  expect(errcodeOf(await rig.phoneNumber(token, 'x'))).toBe(40029);
  expect(errcodeOf(await rig.phoneNumber(token, 'x'))).toBe(45011);
  rig.clock.advance({ minutes: 1 });
  expect(errcodeOf(await rig.phoneNumber(token, 'x'))).toBe(40029);
});

it('starts with the documented limits', async () => {
  const quotas = await rig.items('/_sandbox/quotas');
  const limitOf = (path: string, window: string): unknown =>
    quotas.find((quota) => quota['path'] === path && quota['window'] === window)?.['limit'];
  expect(limitOf('/cgi-bin/stable_token', 'minute')).toBe(10_000);
  expect(limitOf('/cgi-bin/stable_token', 'day')).toBe(500_000);
  expect(limitOf('/wxa/msg_sec_check', 'minute')).toBe(4_000);
  expect(limitOf('/wxa/msg_sec_check', 'day')).toBe(2_000_000);
  expect(limitOf('/wxa/media_check_async', 'minute')).toBe(2_000);
  expect(limitOf('/wxa/media_check_async', 'day')).toBe(200_000);
  expect(limitOf('/wxa/getwxacode', 'total')).toBe(100_000);
  expect(limitOf('/wxa/generatescheme', 'second')).toBe(100);
  expect(limitOf('/wxa/generate_urllink', 'day')).toBe(500_000);
});

it('can be busy by a fault', async () => {
  const token = await rig.token();
  await Promise.all(endpoints.map(({ path }) => order({ path, kind: 'busy' })));
  expect(await codesOf(endpoints, (each) => call(each, token))).toEqual(allBeing(endpoints, -1));
});

it('can answer 500 by a fault', async () => {
  await Promise.all(endpoints.map(({ path }) => order({ path, kind: 'http500' })));
  const answers = await Promise.all(
    endpoints.map(({ method, path }) => fetch(rig.url + path, { method })),
  );
  expect(answers.map((answer) => answer.status)).toEqual(endpoints.map(() => 500));
});

it.each([
  ['drop', false],
  ['drop', true],
  ['timeout', false],
  ['timeout', true],
])('can be cut off by the fault %s, afterAccepting %s', async (kind, afterAccepting) => {
  const token = await rig.token();
  const cut = endpoints.map(({ path }) => order({ path, kind, afterAccepting, delayMs: 1 }));
  await Promise.all(cut);
  const calls = await Promise.allSettled(endpoints.map((each) => call(each, token)));
  expect(calls.map(({ status }) => status)).toEqual(endpoints.map(() => 'rejected'));
});

it('can be slow by a fault and answers all the same', async () => {
  const token = await rig.token();
  const honest = await codesOf(endpoints, (each) => call(each, token));
  await Promise.all(endpoints.map(({ path }) => order({ path, kind: 'slow', delayMs: 1 })));
  expect(await codesOf(endpoints, (each) => call(each, token))).toEqual(honest);
});

it('can find its token ended by a fault, where it takes one', async () => {
  const token = await rig.token();
  const orders = await Promise.all(
    endpoints.map(({ path }) => order({ path, kind: 'expiredToken' })),
  );
  expect(orders.map(({ status }) => status)).toEqual(
    endpoints.map(({ needsToken }) => (needsToken ? 201 : 400)),
  );
  const taking = endpoints.filter(({ needsToken }) => needsToken);
  expect(await codesOf(taking, (each) => call(each, token))).toEqual(allBeing(taking, 42001));
});

it('is meant alone by its whole path, and with others by the beginning of it', async () => {
  const token = await rig.token();
  await order({ path: '/wxa/getwxacode', kind: 'busy' });
  const body = { scene: 'a', path: 'a' };
  expect(errcodeOf(await rig.api('/wxa/getwxacodeunlimit', { ...body, scene: '' }))).toBe(40169);
  expect(errcodeOf(await rig.post(`/wxa/getwxacode?access_token=${token}`, body))).toBe(-1);
  await order({ path: '/wxa/sec', kind: 'busy' });
  expect(errcodeOf(await rig.api('/wxa/sec/order/get_order', {}))).toBe(-1);
});
