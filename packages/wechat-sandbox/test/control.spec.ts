import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { CONFIRMED, Rig, type Answer } from './support/rig.js';

let rig: Rig;

beforeEach(async () => {
  rig = new Rig();
  await rig.start();
});

afterEach(() => rig.stop());

function fieldsOf(answer: Answer): string[] {
  return (answer.body['errors'] as { field: string }[]).map((error) => error.field);
}

describe('bad input is 400 and names the field', () => {
  it.each([
    ['/_sandbox/login-code', {}, ['openid']],
    ['/_sandbox/login-code', { openid: 'has space' }, ['openid']],
    ['/_sandbox/login-code', { openid: 42 }, ['openid']],
    ['/_sandbox/login-code', '{broken', ['body']],
    ['/_sandbox/phone-code', { phone: '123' }, ['phone']],
    ['/_sandbox/phone-code', { phone: 'abc', countryCode: '852' }, ['phone']],
    ['/_sandbox/subscribe', {}, ['openid', 'templateId', 'result']],
    [
      '/_sandbox/subscribe',
      { openid: 'o', templateId: 'none', result: 'maybe' },
      ['result', 'templateId'],
    ],
    ['/_sandbox/faults', {}, ['path', 'kind']],
    ['/_sandbox/faults', { path: '/nothing', kind: 'busy' }, ['path']],
    ['/_sandbox/faults', { path: '/wxa', kind: 'busy', times: 0 }, ['times']],
    ['/_sandbox/faults', { path: '/wxa', kind: 'slow', delay: 5 }, ['delay']],
    ['/_sandbox/faults', { path: '/wxa', kind: 'errcode' }, ['errcode']],
    ['/_sandbox/faults', { path: '/sns', kind: 'expiredToken' }, ['kind']],
    ['/sms/send', {}, ['phone', 'template']],
    ['/sms/send', { phone: '13800138000', template: 'none' }, ['template']],
    ['/sms/send', { phone: '13800138000', template: 'login-code' }, ['params.code']],
  ])('%s %j', async (path, body, fields) => {
    const answer = await rig.post(path, body);
    expect([answer.status, answer.body['code']]).toEqual([400, 'INVALID_INPUT']);
    expect(answer.contentType).toMatch(/^application\/problem\+json/);
    expect(fieldsOf(answer)).toEqual(fields);
  });
});

it('may be called by pages of any origin', async () => {
  const preflight = await fetch(`${rig.url}/_sandbox/login-code`, {
    method: 'OPTIONS',
    headers: {
      origin: 'http://localhost:3000',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
  const refused = await fetch(`${rig.url}/_sandbox/login-code`, { method: 'POST', body: '{}' });
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([400, '*']);
});

it('leaves the platform side closed to pages of other origins', async () => {
  const answer = await fetch(`${rig.url}/sns/jscode2session`);
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
});

it('lists the templates with their exact keys', async () => {
  const items = await rig.items('/_sandbox/templates');
  expect(items.map((item) => item['kind'])).toEqual([
    'appointmentConfirmed',
    'appointmentChanged',
    'appointmentCancelled',
    ...['balanceChanged', 'sessionUsed', 'couponExpiring'],
    ...['appointmentReminder', 'appointmentSoon'],
  ]);
  expect(items[0]).toMatchObject({ id: CONFIRMED.id, fields: CONFIRMED.fields });
});

it('forgets people, codes, tokens, consents, messages, texts and faults on reset', async () => {
  const token = await rig.token();
  const code = await rig.loginCode('oAlice');
  await rig.subscribe('oAlice');
  await rig.subscribe('oAlice');
  await rig.send(token, 'oAlice');
  await rig.post('/sms/send', {
    phone: '13800138000',
    template: 'login-code',
    params: { code: '123456' },
  });
  await rig.post('/_sandbox/faults', { path: '/', kind: 'http500' });

  expect((await rig.post('/_sandbox/reset', {})).status).toBe(200);

  expect(await rig.items('/_sandbox/messages')).toEqual([]);
  expect(await rig.items('/_sandbox/sms')).toEqual([]);
  expect(await rig.items('/_sandbox/faults')).toEqual([]);
  expect((await rig.session(code)).body['errcode']).toBe(40029);
  expect((await rig.send(token, 'oAlice')).body['errcode']).toBe(40001);
  const fresh = await rig.token();
  expect((await rig.send(fresh, 'oAlice')).body['errcode']).toBe(40003);
});

it('answers 404 as a problem where nothing is', async () => {
  const answer = await rig.get('/nothing');
  expect([answer.status, answer.body['code']]).toEqual([404, 'NOT_FOUND']);
});
