import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { APPID, errcodeOf, Rig } from './support/rig.js';

let rig: Rig;

beforeEach(async () => {
  rig = new Rig();
  await rig.start();
});

afterEach(() => rig.stop());

it('turns the code of the phone button into the number', async () => {
  const answer = await rig.phoneNumber(await rig.token(), await rig.phoneCode('+8613800138000'));
  expect(answer.body).toEqual({
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: '13800138000',
      purePhoneNumber: '13800138000',
      countryCode: '86',
      watermark: { timestamp: rig.clock.now().getTime() / 1000, appid: APPID },
    },
  });
});

it('puts the country code before a number from abroad', async () => {
  const answer = await rig.phoneNumber(await rig.token(), await rig.phoneCode('51234567', '852'));
  expect(answer.body['phone_info']).toMatchObject({
    phoneNumber: '85251234567',
    purePhoneNumber: '51234567',
    countryCode: '852',
  });
});

it('takes a phone code once and for five minutes', async () => {
  const token = await rig.token();
  const used = await rig.phoneCode('13800138000');
  await rig.phoneNumber(token, used);
  expect(errcodeOf(await rig.phoneNumber(token, used))).toBe(40029);
  const old = await rig.phoneCode('13800138000');
  rig.clock.advance({ minutes: 5 });
  expect(errcodeOf(await rig.phoneNumber(token, old))).toBe(40029);
});

it('does not mistake a login code for a phone code, nor the reverse', async () => {
  const token = await rig.token();
  expect(errcodeOf(await rig.phoneNumber(token, await rig.loginCode('oAlice')))).toBe(40029);
  expect(errcodeOf(await rig.session(await rig.phoneCode('13800138000')))).toBe(40029);
});

it('keeps the code when the token was refused', async () => {
  const code = await rig.phoneCode('13800138000');
  await rig.phoneNumber('not-a-token', code);
  expect(errcodeOf(await rig.phoneNumber(await rig.token(), code))).toBe(0);
});

it('wants a code', async () => {
  expect(errcodeOf(await rig.phoneNumber(await rig.token(), ''))).toBe(41008);
});
