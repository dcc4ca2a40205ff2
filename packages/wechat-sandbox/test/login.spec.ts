import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { errcodeOf, Rig } from './support/rig.js';

let rig: Rig;

beforeEach(async () => {
  rig = new Rig();
  await rig.start();
});

afterEach(() => rig.stop());

it('turns a login code into openid and session_key', async () => {
  const answer = await rig.session(await rig.loginCode('oAlice'));
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ openid: 'oAlice', session_key: expect.any(String) });
});

it('gives a unionid only where the person has one', async () => {
  const { body } = await rig.post('/_sandbox/login-code', { openid: 'oBea', unionid: 'uBea' });
  const answer = await rig.session(String(body['code']));
  expect(answer.body['unionid']).toBe('uBea');
});

it('sends the session as text/plain, as the real host does', async () => {
  const answer = await rig.session(await rig.loginCode('oAlice'));
  expect(answer.contentType).toMatch(/^text\/plain/);
});

it('takes a login code once', async () => {
  const code = await rig.loginCode('oAlice');
  await rig.session(code);
  expect(errcodeOf(await rig.session(code))).toBe(40029);
});

it('gives one session when a code is used twice at the same moment', async () => {
  const code = await rig.loginCode('oAlice');
  const answers = await Promise.all(Array.from({ length: 10 }, () => rig.session(code)));
  expect(answers.filter((answer) => 'openid' in answer.body)).toHaveLength(1);
});

it('forgets a login code after five minutes', async () => {
  const early = await rig.loginCode('oAlice');
  const late = await rig.loginCode('oAlice');
  rig.clock.advance({ minutes: 4, seconds: 59 });
  expect((await rig.session(early)).body['openid']).toBe('oAlice');
  rig.clock.advance({ seconds: 1 });
  expect(errcodeOf(await rig.session(late))).toBe(40029);
});

it.each([
  ['an unknown code', { js_code: 'nobody-issued-this' }, 40029],
  ['another appid', { appid: 'wx0000000000000000' }, 40013],
  ['a wrong secret', { secret: 'wrong' }, 40125],
  ['no appid', { appid: '' }, 41002],
  ['no secret', { secret: '' }, 41004],
  ['no code', { js_code: '' }, 41008],
  ['another grant type', { grant_type: 'client_credential' }, 40002],
])('refuses %s with HTTP 200 and its errcode', async (_what, changes, errcode) => {
  const answer = await rig.session(await rig.loginCode('oAlice'), changes);
  expect([answer.status, errcodeOf(answer)]).toEqual([200, errcode]);
});

it('does not use the code up when the credentials are wrong', async () => {
  const code = await rig.loginCode('oAlice');
  await rig.session(code, { secret: 'wrong' });
  expect((await rig.session(code)).body['openid']).toBe('oAlice');
});

it('allows one person a hundred logins a minute and lets the code wait for the next', async () => {
  const logIn = async (): Promise<unknown> => rig.session(await rig.loginCode('oBusy'));
  await Promise.all(Array.from({ length: 100 }, logIn));
  const code = await rig.loginCode('oBusy');
  expect(errcodeOf(await rig.session(code))).toBe(45011);
  expect((await rig.session(await rig.loginCode('oOther'))).body['openid']).toBe('oOther');
  rig.clock.advance({ minutes: 1 });
  expect((await rig.session(code)).body['openid']).toBe('oBusy');
});

it('wants GET', async () => {
  expect(errcodeOf(await rig.post('/sns/jscode2session', {}))).toBe(43001);
});

it('knows no other path', async () => {
  expect(errcodeOf(await rig.get('/sns/nothing-here'))).toBe(40066);
});
