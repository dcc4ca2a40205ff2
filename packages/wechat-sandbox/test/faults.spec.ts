import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { errcodeOf, Rig, type Answer } from './support/rig.js';

let rig: Rig;

beforeEach(async () => {
  rig = new Rig();
  await rig.start();
});

afterEach(() => rig.stop());

const STABLE_TOKEN = '/cgi-bin/stable_token';
const TEXT = { phone: '13800138000', template: 'login-code', params: { code: '123456' } };

function order(fault: Record<string, unknown>): Promise<Answer> {
  return rig.post('/_sandbox/faults', fault);
}

it('spoils as many calls under its path as ordered, and no other', async () => {
  await order({ path: '/cgi-bin', kind: 'busy', times: 2 });
  const code = await rig.loginCode('oAlice');
  expect((await rig.session(code)).body['openid']).toBe('oAlice');
  const codes = [];
  for (let i = 0; i < 3; i += 1) codes.push(errcodeOf(await rig.stableToken()));
  expect(codes).toEqual([-1, -1, undefined]);
});

it('goes in the order of the orders and shows what is left', async () => {
  await order({ path: STABLE_TOKEN, kind: 'rateLimited', times: 2 });
  await order({ path: '/', kind: 'errcode', errcode: 40226, errmsg: 'code blocked' });
  expect(errcodeOf(await rig.stableToken())).toBe(45011);
  expect(await rig.items('/_sandbox/faults')).toMatchObject([
    { path: STABLE_TOKEN, kind: 'rateLimited', times: 1 },
    { path: '/', kind: 'errcode', times: 1 },
  ]);
  expect(errcodeOf(await rig.stableToken())).toBe(45011);
  expect(errcodeOf(await rig.stableToken())).toBe(40226);
});

it('can be called off', async () => {
  await order({ path: '/', kind: 'http500', times: 50 });
  expect((await rig.call('DELETE', '/_sandbox/faults')).status).toBe(204);
  expect((await rig.stableToken()).status).toBe(200);
});

it('never touches the control side', async () => {
  await order({ path: '/', kind: 'http500' });
  expect((await rig.post('/_sandbox/login-code', { openid: 'oAlice' })).status).toBe(200);
});

it.each([
  ['http500', 500],
  ['notJson', 200],
])('%s answers with a page instead of JSON', async (kind, status) => {
  await order({ path: STABLE_TOKEN, kind });
  const answer = await fetch(rig.url + STABLE_TOKEN, { method: 'POST', body: '{}' });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    status,
    'text/html; charset=utf-8',
  ]);
});

it('drop cuts the line before the work is done', async () => {
  const code = await rig.loginCode('oAlice');
  await order({ path: '/sns', kind: 'drop' });
  await expect(rig.session(code)).rejects.toThrow();
  expect((await rig.session(code)).body['openid']).toBe('oAlice');
});

it('with afterAccepting the work is done and only its answer is lost', async () => {
  const token = await rig.token();
  await rig.subscribe('oAlice');
  await order({ path: '/cgi-bin/message', kind: 'drop', afterAccepting: true });
  await expect(rig.send(token, 'oAlice')).rejects.toThrow();
  expect(await rig.items('/_sandbox/messages?openid=oAlice')).toHaveLength(1);
  expect(errcodeOf(await rig.send(token, 'oAlice'))).toBe(43101);
});

it('slow answers late but truly', async () => {
  await order({ path: STABLE_TOKEN, kind: 'slow', delayMs: 120 });
  const before = performance.now();
  expect((await rig.stableToken()).body['expires_in']).toBe(7200);
  expect(performance.now() - before).toBeGreaterThanOrEqual(110);
});

it('timeout holds the line and then cuts it', async () => {
  await order({ path: STABLE_TOKEN, kind: 'timeout', delayMs: 50 });
  await expect(rig.stableToken()).rejects.toThrow();
});

it('lets go of held calls when the sandbox closes', async () => {
  const other = new Rig();
  await other.start();
  await other.post('/_sandbox/faults', { path: '/', kind: 'timeout', delayMs: 600_000 });
  const held = expect(other.stableToken()).rejects.toThrow();
  await waitUntil(async () => (await other.items('/_sandbox/faults')).length === 0);
  await other.stop();
  await held;
});

it('expiredToken ends the presented token for good, so that only a new one helps', async () => {
  const token = await rig.token();
  await rig.subscribe('oAlice');
  await order({ path: '/', kind: 'expiredToken' });
  expect(errcodeOf(await rig.send(token, 'oAlice'))).toBe(42001);
  expect(errcodeOf(await rig.send(token, 'oAlice'))).toBe(42001);
  const renewed = await rig.token();
  expect(renewed).not.toBe(token);
  expect(errcodeOf(await rig.send(renewed, 'oAlice'))).toBe(0);
});

it('expiredToken waits for a call that carries a token', async () => {
  const token = await rig.token();
  await order({ path: '/', kind: 'expiredToken' });
  await rig.session(await rig.loginCode('oAlice'));
  expect(errcodeOf(await rig.phoneNumber(token, 'x'))).toBe(42001);
});

describe('on the SMS side', () => {
  it.each([
    ['busy', 503],
    ['rateLimited', 429],
    ['http500', 500],
  ])('%s is HTTP %i and nothing is sent', async (kind, status) => {
    await order({ path: '/sms', kind });
    const answer = await fetch(`${rig.url}/sms/send`, {
      method: 'POST',
      body: JSON.stringify(TEXT),
    });
    expect(answer.status).toBe(status);
    expect(await rig.items('/_sandbox/sms')).toEqual([]);
  });
});

async function waitUntil(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise(setImmediate);
}
