import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import decodeQr from 'qr/decode.js';

import { readPng, type Pixels } from './support/read-png.js';
import { errcodeOf, Rig, type Answer } from './support/rig.js';

let rig: Rig;

beforeEach(async () => {
  rig = new Rig();
  await rig.start();
});

afterEach(() => rig.stop());

const UNLIMITED = '/wxa/getwxacodeunlimit';
const LIMITED = '/wxa/getwxacode';
const SQUARE = '/cgi-bin/wxaapp/createwxaqrcode';

async function picture(path: string, body: object): Promise<Pixels> {
  const answer = await fetch(`${rig.url}${path}?access_token=${await rig.token()}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  return readPng(Buffer.from(await answer.arrayBuffer()));
}

/** What a phone reads in the picture. */
async function scan(path: string, body: object): Promise<string> {
  return decodeQr(await picture(path, body));
}

describe('a code without limit', () => {
  it('is a picture that opens the page with the scene percent-encoded', async () => {
    const opens = 'pages/store/index?scene=a%3D1%26b%3D2';
    expect(await scan(UNLIMITED, { scene: 'a=1&b=2', page: 'pages/store/index' })).toBe(opens);
    const [made] = await rig.items('/_sandbox/codes');
    expect(made).toMatchObject({ kind: 'unlimited', opens, envVersion: 'release', width: 430 });
  });

  it.each([280, 1280])('is %i pixels wide when asked so', async (width) => {
    expect(await picture(UNLIMITED, { scene: 'x', width })).toMatchObject({ width, height: width });
  });

  it.each([
    ['no scene', { scene: undefined }, 40169],
    ['an empty scene', { scene: '' }, 40169],
    ['33 characters', { scene: 'a'.repeat(33) }, 40169],
    ['Chinese in the scene', { scene: '静安' }, 40129],
    ['a percent sign in the scene', { scene: 'a%20b' }, 40129],
    ['the reserved scancode_time', { scene: 'scancode_time=1' }, 85096],
    ['a page with a leading slash', { page: '/pages/index/index' }, 41030],
    ['a page with a query', { page: 'pages/index/index?a=1' }, 41030],
    ['too small a width', { width: 279 }, 40097],
    ['too large a width', { width: 1281 }, 40097],
    ['another env_version', { env_version: 'prod' }, 40097],
  ])('refuses %s', async (_what, changes, errcode) => {
    const answer = await rig.api(UNLIMITED, { scene: 'x', page: 'pages/index/index', ...changes });
    expect([answer.status, errcodeOf(answer)]).toEqual([200, errcode]);
  });

  it('takes 32 characters of every allowed sign', async () => {
    const scene = "aZ09!#$&'()*+,/:;=?@-._~aaaaaaaa";
    const text = await scan(UNLIMITED, { scene, width: 280 });
    expect(new URLSearchParams(text.split('?')[1]).get('scene')).toBe(scene);
  });

  it('opens only released pages, unless the check is called off', async () => {
    await rig.post('/_sandbox/app', { pages: ['pages/home/index'] });
    const body = { scene: 'x', page: 'pages/new/index' };
    expect(errcodeOf(await rig.api(UNLIMITED, body))).toBe(41030);
    await picture(UNLIMITED, { ...body, check_path: false, width: 280 });
    await rig.post('/_sandbox/app', { released: false });
    expect(errcodeOf(await rig.api(UNLIMITED, { ...body, page: 'pages/home/index' }))).toBe(41030);
  });
});

describe.each([
  [LIMITED, 1_024],
  [SQUARE, 128],
])('a code of %s', (path, longest) => {
  it('opens its path', async () => {
    const opens = `pages/index/index?${'q'.repeat(longest - 18)}`;
    expect(await scan(path, { path: opens })).toBe(opens);
  });

  it.each([
    ['no path', undefined, 40159],
    ['an empty path', '', 40159],
    ['one byte too many', 'p'.repeat(longest + 1), 40159],
    ['the reserved scancode_time', 'pages/a?scancode_time=1', 85096],
  ])('refuses %s', async (_what, opens, errcode) => {
    expect(errcodeOf(await rig.api(path, { path: opens }))).toBe(errcode);
  });
});

it('counts both limited kinds together, the same path once, and says 45029 when all are made', async () => {
  await rig.limit(LIMITED, 'total', 2);
  await picture(LIMITED, { path: 'pages/a' });
  await picture(SQUARE, { path: 'pages/b' });
  expect(errcodeOf(await rig.api(LIMITED, { path: 'pages/c' }))).toBe(45029);
  await picture(LIMITED, { path: 'pages/b' });
  await picture(UNLIMITED, { scene: 'c' });
});

const SCHEME = '/wxa/generatescheme';
const URL_LINK = '/wxa/generate_urllink';

function scheme(target: object, expiry: object = {}): Promise<Answer> {
  return rig.api(SCHEME, { jump_wxa: target, ...expiry });
}

function seconds(from: { minutes?: number; days?: number }): number {
  const { minutes = 0, days = 0 } = from;
  return Math.floor(rig.clock.now().getTime() / 1000) + minutes * 60 + days * 86_400;
}

describe('a link', () => {
  it('leads to page and query for thirty days when nothing else is said', async () => {
    const { body } = await scheme({ path: '/pages/index/index', query: 'a=1&b=2' });
    expect(body['openlink']).toMatch(/^weixin:\/\/dl\/business\/\?t=/);
    const [link] = await rig.items(
      `/_sandbox/links?link=${encodeURIComponent(String(body['openlink']))}`,
    );
    expect(link).toMatchObject({
      path: 'pages/index/index',
      query: 'a=1&b=2',
      expiresAt: '2026-04-01T02:00:00.000Z',
      expired: false,
    });
  });

  it('of the other kind is an address, and ends after the days it was given', async () => {
    const { body } = await rig.api(URL_LINK, { expire_type: 1, expire_interval: 1 });
    expect(body['url_link']).toMatch(/^https:\/\/wxaurl\.cn\//);
    rig.clock.advance({ hours: 24 });
    const [link] = await rig.items(`/_sandbox/links?link=${String(body['url_link'])}`);
    expect(link?.['expired']).toBe(true);
  });

  it.each([
    ['a path with a query', { path: 'pages/a?b=1' }, 40165],
    ['Chinese in the query', { query: 'name=林' }, 40212],
    ['a query of 1,025 characters', { query: 'q'.repeat(1_025) }, 40212],
    ['another env_version', { env_version: 'prod' }, 85402],
    ['a path that is no text', { path: 5 }, 47001],
  ])('refuses %s', async (_what, target, errcode) => {
    expect(errcodeOf(await scheme(target))).toBe(errcode);
    expect(errcodeOf(await rig.api(URL_LINK, target))).toBe(errcode);
  });

  it('ends between one minute and thirty days from now: 85401', async () => {
    const by = (expire_time: number): Promise<Answer> =>
      scheme({}, { is_expire: true, expire_type: 0, expire_time });
    expect(errcodeOf(await by(seconds({ minutes: 1 })))).toBe(0);
    expect(errcodeOf(await by(seconds({ days: 30 })))).toBe(0);
    expect(errcodeOf(await by(seconds({})))).toBe(85401);
    expect(errcodeOf(await by(seconds({ days: 30, minutes: 1 })))).toBe(85401);
    const days = { is_expire: true, expire_type: 1, expire_interval: 31 };
    expect(errcodeOf(await scheme({}, days))).toBe(85401);
    expect(errcodeOf(await scheme({}, { is_expire: true }))).toBe(85401);
    expect(errcodeOf(await scheme({}, { expire_type: 2 }))).toBe(85401);
  });

  it.each([
    ['personal', 40002],
    ['none', 85407],
    ['sealed', 40013],
    ['banned', 85408],
    ['visitsUsedUp', 85406],
  ])('is not made with the permission %s: %i', async (linkPermission, errcode) => {
    await rig.post('/_sandbox/app', { linkPermission });
    expect(errcodeOf(await scheme({}))).toBe(errcode);
  });

  it('is not made before the release: 85079', async () => {
    await rig.post('/_sandbox/app', { released: false });
    expect(errcodeOf(await rig.api(URL_LINK, {}))).toBe(85079);
  });

  it('counts with those of the other kind: 44990 in a second, 44993 in a day', async () => {
    await rig.limit(SCHEME, 'second', 1);
    expect(errcodeOf(await scheme({}))).toBe(0);
    expect(errcodeOf(await rig.api(URL_LINK, {}))).toBe(44990);
    rig.clock.advance({ seconds: 1 });
    await rig.limit(SCHEME, 'day', 2);
    expect(errcodeOf(await rig.api(URL_LINK, {}))).toBe(0);
    rig.clock.advance({ seconds: 1 });
    expect(errcodeOf(await scheme({}))).toBe(44993);
  });
});
