import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { errcodeOf, Rig, type Answer } from './support/rig.js';

let rig: Rig;

beforeEach(async () => {
  rig = new Rig();
  await rig.start();
});

afterEach(() => rig.stop());

/** A call that needs a token and, with a good one, fails only on its code: 40029. */
function tryToken(token: string): Promise<Answer> {
  return rig.phoneNumber(token, 'no-such-code');
}

it('is the same for whoever asks, until five minutes before its end', async () => {
  const first = await rig.stableToken();
  expect(first.body['expires_in']).toBe(7200);
  rig.clock.advance({ minutes: 115 });
  const again = await rig.stableToken();
  expect(again.body).toEqual({ access_token: first.body['access_token'], expires_in: 300 });
  rig.clock.advance({ seconds: 1 });
  const renewed = await rig.stableToken();
  expect(renewed.body['access_token']).not.toBe(first.body['access_token']);
  expect(renewed.body['expires_in']).toBe(7200);
});

it('lets old and new work side by side for five minutes after a renewal', async () => {
  const old = await rig.token();
  rig.clock.advance({ minutes: 117 });
  const renewed = await rig.token();
  rig.clock.advance({ minutes: 4, seconds: 59 });
  expect(errcodeOf(await tryToken(old))).toBe(40029);
  rig.clock.advance({ seconds: 1 });
  expect(errcodeOf(await tryToken(old))).toBe(42001);
  expect(errcodeOf(await tryToken(renewed))).toBe(40029);
});

it('expires after two hours and says so even once there is a new one', async () => {
  const old = await rig.token();
  rig.clock.advance({ hours: 2 });
  expect(errcodeOf(await tryToken(old))).toBe(42001);
  const renewed = await rig.token();
  expect(errcodeOf(await tryToken(old))).toBe(42001);
  expect(errcodeOf(await tryToken(renewed))).toBe(40029);
});

it('is killed at once by a forced refresh', async () => {
  const old = await rig.token();
  const forced = await rig.token({ force_refresh: true });
  expect(forced).not.toBe(old);
  expect(errcodeOf(await tryToken(old))).toBe(40001);
  expect(await rig.token()).toBe(forced);
});

it('is not refreshed by force again within 30 seconds', async () => {
  const forced = await rig.token({ force_refresh: true });
  rig.clock.advance({ seconds: 29 });
  expect(await rig.token({ force_refresh: true })).toBe(forced);
  rig.clock.advance({ seconds: 1 });
  expect(await rig.token({ force_refresh: true })).not.toBe(forced);
});

it('is refreshed by force twenty times a day', async () => {
  for (let i = 0; i < 20; i += 1) {
    await rig.token({ force_refresh: true });
    rig.clock.advance({ seconds: 30 });
  }
  expect(errcodeOf(await rig.stableToken({ force_refresh: true }))).toBe(45009);
  expect(await rig.token()).toEqual(expect.any(String));
  rig.clock.advance({ hours: 24 });
  expect(await rig.token({ force_refresh: true })).toEqual(expect.any(String));
});

it.each([
  ['another appid', { appid: 'wx0000000000000000' }, 40013],
  ['a wrong secret', { secret: 'wrong' }, 40125],
  ['no appid', { appid: undefined }, 41002],
  ['no secret', { secret: undefined }, 41004],
  ['another grant type', { grant_type: 'authorization_code' }, 40002],
  ['a force_refresh that is no boolean', { force_refresh: 'yes' }, 47001],
])('is not given for %s', async (_what, changes, errcode) => {
  const answer = await rig.stableToken(changes);
  expect([answer.status, errcodeOf(answer)]).toEqual([200, errcode]);
});

it('is demanded in the query: missing 41001, no token at all 40014, not the latest 40001', async () => {
  const path = '/wxa/business/getuserphonenumber';
  expect(errcodeOf(await rig.post(path, { code: 'x' }))).toBe(41001);
  expect(errcodeOf(await tryToken('not-a-token'))).toBe(40014);
  expect(errcodeOf(await tryToken(`88_${'a'.repeat(128)}`))).toBe(40001);
});

it('is asked for by POST with a JSON object', async () => {
  expect(errcodeOf(await rig.get('/cgi-bin/stable_token'))).toBe(43002);
  expect(errcodeOf(await rig.post('/cgi-bin/stable_token', ''))).toBe(44002);
  expect(errcodeOf(await rig.post('/cgi-bin/stable_token', '{"appid":'))).toBe(47001);
  expect(errcodeOf(await rig.post('/cgi-bin/stable_token', [1]))).toBe(47001);
});
