import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { APPID, errcodeOf, messageData, Rig, type Answer } from './support/rig.js';

let rig: Rig;

beforeEach(async () => {
  rig = new Rig();
  await rig.start();
  await rig.visit('oAlice');
});

afterEach(() => rig.stop());

function check(changes: Record<string, unknown> = {}): Promise<Answer> {
  return rig.api('/wxa/msg_sec_check', {
    content: '皮肤很舒服，下次还来',
    version: 2,
    scene: 2,
    openid: 'oAlice',
    ...changes,
  });
}

describe('msg_sec_check', () => {
  it('passes an ordinary text with label 100 and a trace_id', async () => {
    expect((await check()).body).toMatchObject({
      errcode: 0,
      result: { suggest: 'pass', label: 100 },
      trace_id: expect.any(String),
      detail: [{ strategy: 'content_model', errcode: 0, suggest: 'pass', label: 100 }],
    });
  });

  it.each([10001, 20001, 20002, 20003, 20006, 20008, 20012, 20013, 21000])(
    'gives label %i to a text that says so',
    async (label) => {
      const { body } = await check({ content: `这是沙箱违规${String(label)}的话` });
      expect(body['result']).toEqual({ suggest: 'risky', label });
    },
  );

  it('tells review from risky and gives the worst of all texts', async () => {
    const review = await check({ title: '沙箱待审10001' });
    expect(review.body['result']).toEqual({ suggest: 'review', label: 10001 });
    const both = await check({ title: '沙箱待审10001', nickname: '沙箱违规20003' });
    expect(both.body['result']).toEqual({ suggest: 'risky', label: 20003 });
  });

  it('reads a signature only in a profile', async () => {
    const signature = '沙箱违规20002';
    expect((await check({ signature })).body['result']).toMatchObject({ label: 100 });
    const inProfile = await check({ signature, scene: 1 });
    expect(inProfile.body['result']).toMatchObject({ label: 20002 });
  });

  it('names the keyword that the owner has put on the list', async () => {
    await rig.post('/_sandbox/content-rules', {
      keyword: '最低价',
      suggest: 'review',
      label: 10001,
    });
    const detail = (await check({ content: '全城最低价' })).body['detail'];
    expect(detail).toContainEqual(
      expect.objectContaining({ strategy: 'keyword', keyword: '最低价', suggest: 'review' }),
    );
  });

  it('takes 2,500 characters and no more', async () => {
    expect(errcodeOf(await check({ content: '好'.repeat(2_500) }))).toBe(0);
    expect(errcodeOf(await check({ content: '好'.repeat(2_501) }))).toBe(47001);
  });

  it.each([
    ['no content', { content: undefined }, 47001],
    ['an empty content', { content: '' }, 47001],
    ['the old version', { version: 1 }, 47001],
    ['no scene', { scene: undefined }, 47001],
    ['another scene', { scene: 5 }, 40129],
    ['a scene in quotes', { scene: '2' }, 40129],
    ['nobody', { openid: undefined }, 40003],
    ['a stranger', { openid: 'oStranger' }, 40003],
    ['a title that is no text', { title: 5 }, 47001],
  ])('refuses %s', async (_what, changes, errcode) => {
    expect(errcodeOf(await check(changes))).toBe(errcode);
  });

  it('refuses an openid of another app with 43104', async () => {
    await rig.post('/_sandbox/people', { openid: 'oForeign', ofAnotherApp: true });
    expect(errcodeOf(await check({ openid: 'oForeign' }))).toBe(43104);
  });

  it('wants a visit within two hours: 61010 after it, until she comes again', async () => {
    rig.clock.advance({ hours: 2 });
    expect(errcodeOf(await check())).toBe(0);
    rig.clock.advance({ seconds: 1 });
    expect(errcodeOf(await check())).toBe(61010);
    await rig.visit('oAlice');
    expect(errcodeOf(await check())).toBe(0);
  });

  it('says 44991 above its limit a minute and 45009 above its limit a day', async () => {
    await rig.limit('/wxa/msg_sec_check', 'minute', 1);
    expect([errcodeOf(await check()), errcodeOf(await check())]).toEqual([0, 44991]);
    rig.clock.advance({ minutes: 1 });
    await rig.limit('/wxa/msg_sec_check', 'day', 2);
    expect(errcodeOf(await check())).toBe(0);
    rig.clock.advance({ minutes: 1 });
    expect(errcodeOf(await check())).toBe(45009);
    rig.clock.advance({ hours: 24 });
    await rig.visit('oAlice');
    expect(errcodeOf(await check())).toBe(0);
  });
});

describe('getuserriskrank', () => {
  function rank(changes: Record<string, unknown> = {}): Promise<Answer> {
    return rig.api('/wxa/getuserriskrank', {
      appid: APPID,
      openid: 'oAlice',
      scene: 1,
      client_ip: '1.2.3.4',
      ...changes,
    });
  }

  it('answers 0 until the control side says otherwise', async () => {
    expect((await rank()).body).toMatchObject({ errcode: 0, risk_rank: 0 });
    await rig.post('/_sandbox/people', { openid: 'oAlice', riskRank: 4 });
    expect((await rank()).body).toMatchObject({ risk_rank: 4, unoin_id: expect.any(Number) });
  });

  it.each([
    ['another appid', { appid: 'wx0' }, 43104],
    ['a stranger', { openid: 'oStranger' }, 40003],
    ['another scene', { scene: 3 }, 40129],
    ['no scene', { scene: undefined }, 47001],
    ['no address', { client_ip: '' }, 47001],
  ])('refuses %s', async (_what, changes, errcode) => {
    expect(errcodeOf(await rank(changes))).toBe(errcode);
  });

  it('wants a visit within two hours, a test call does not', async () => {
    rig.clock.advance({ hours: 3 });
    expect(errcodeOf(await rank())).toBe(61010);
    expect(errcodeOf(await rank({ is_test: true }))).toBe(0);
  });
});

it('keeps risky words out of subscribe messages: 45168, and the consent stays', async () => {
  await rig.subscribe('oAlice');
  const token = await rig.token();
  const data = messageData({ thing1: { value: '沙箱违规20002' } });
  expect(errcodeOf(await rig.send(token, 'oAlice', { data }))).toBe(45168);
  expect(errcodeOf(await rig.send(token, 'oAlice'))).toBe(0);
});
