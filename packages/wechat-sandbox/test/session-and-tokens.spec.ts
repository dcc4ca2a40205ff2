import { createHmac } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { TEMPLATES } from '../src/templates.js';
import { APPID, CONFIRMED, errcodeOf, Rig, SECRET, type Answer } from './support/rig.js';

let rig: Rig;

beforeEach(async () => {
  rig = new Rig();
  await rig.start();
});

afterEach(() => rig.stop());

function plainToken(changes: Record<string, string> = {}): Promise<Answer> {
  const query = { grant_type: 'client_credential', appid: APPID, secret: SECRET, ...changes };
  return rig.get(`/cgi-bin/token?${new URLSearchParams(query).toString()}`);
}

describe('checksession', () => {
  async function logIn(): Promise<string> {
    const answer = await rig.session(await rig.loginCode('oAlice'));
    return String(answer.body['session_key']);
  }

  function check(sessionKey: string, changes: Record<string, string> = {}): Promise<Answer> {
    return rig.ask('/wxa/checksession', {
      openid: 'oAlice',
      signature: createHmac('sha256', sessionKey).digest('hex'),
      sig_method: 'hmac_sha256',
      ...changes,
    });
  }

  it('knows the session key by its signature of nothing', async () => {
    expect(errcodeOf(await check(await logIn()))).toBe(0);
  });

  it.each([
    ['another signature', { signature: 'f'.repeat(64) }],
    ['another method', { sig_method: 'hmac_sha1' }],
    ['another person', { openid: 'oBea' }],
  ])('refuses %s with 87009', async (_what, changes) => {
    expect(errcodeOf(await check(await logIn(), changes))).toBe(87009);
  });

  it('forgets a key when she logs in again, and when it runs out', async () => {
    const first = await logIn();
    const second = await logIn();
    expect(errcodeOf(await check(first))).toBe(87009);
    expect(errcodeOf(await check(second))).toBe(0);
    await rig.post('/_sandbox/expire-session', { openid: 'oAlice' });
    expect(errcodeOf(await check(second))).toBe(87009);
  });
});

it('refuses the login of a blocked person with 40226', async () => {
  await rig.post('/_sandbox/people', { openid: 'oMallory', blocked: true });
  expect(errcodeOf(await rig.session(await rig.loginCode('oMallory')))).toBe(40226);
});

describe('the plain token', () => {
  it('is new with every call and leaves the one before five minutes', async () => {
    const first = String((await plainToken()).body['access_token']);
    const second = String((await plainToken()).body['access_token']);
    expect(second).not.toBe(first);
    const use = (token: string): Promise<Answer> =>
      rig.get(`/wxaapi/newtmpl/gettemplate?access_token=${token}`);
    expect(errcodeOf(await use(first))).toBe(0);
    rig.clock.advance({ minutes: 5 });
    expect(errcodeOf(await use(first))).toBe(40001);
    expect(errcodeOf(await use(second))).toBe(0);
    rig.clock.advance({ hours: 2 });
    expect(errcodeOf(await use(second))).toBe(42001);
  });

  it('leaves the stable token alone, and a forced stable one leaves it alone', async () => {
    const stable = await rig.token();
    const plain = String((await plainToken()).body['access_token']);
    expect(await rig.token()).toBe(stable);
    await rig.token({ force_refresh: true });
    const answer = await rig.get(`/wxaapi/newtmpl/gettemplate?access_token=${plain}`);
    expect(errcodeOf(answer)).toBe(0);
  });

  it.each([
    ['another appid', { appid: 'wx0000000000000000' }, 40013],
    ['a wrong secret', { secret: 'wrong' }, 40125],
    ['no appid', { appid: '' }, 41002],
    ['no secret', { secret: '' }, 41004],
    ['another grant type', { grant_type: 'x' }, 40002],
  ])('is not given for %s', async (_what, changes, errcode) => {
    expect(errcodeOf(await plainToken(changes))).toBe(errcode);
  });
});

it('gives tokens only to addresses on the white list: 40164', async () => {
  const token = await rig.token();
  await rig.post('/_sandbox/app', { ipWhitelist: ['10.0.0.1'] });
  expect(errcodeOf(await rig.stableToken())).toBe(40164);
  expect(errcodeOf(await plainToken())).toBe(40164);
  expect(errcodeOf(await rig.phoneNumber(token, 'x'))).toBe(40029);
  await rig.post('/_sandbox/app', { ipWhitelist: ['127.0.0.1'] });
  expect((await rig.stableToken()).body['access_token']).toBe(token);
});

it('lists the templates as the platform does', async () => {
  const answer = await rig.ask('/wxaapi/newtmpl/gettemplate');
  const data = answer.body['data'] as Record<string, unknown>[];
  expect(data.map((one) => one['priTmplId'])).toEqual(
    Object.values(TEMPLATES).map((template) => template.id),
  );
  expect(data[0]).toMatchObject({ priTmplId: CONFIRMED.id, title: CONFIRMED.title, type: 2 });
  expect(data[0]?.['content']).toContain('预约项目:{{thing1.DATA}}\n');
});
