import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { PhonePlan } from '../src/index.js';
import { aBundle, aPhone, closePhones, pageThatDoes } from './support/a-bundle.js';

afterEach(closePhones);

const CHROMIUM = process.env['YANCE_CHROMIUM'] ?? '/usr/bin/chromium';
const SCREENS: readonly { name: string; plan: Partial<PhonePlan> }[] = [
  { name: 'jsdom', plan: {} },
  { name: 'Chromium', plan: { chromium: CHROMIUM } },
];

const LATE = `await null; throw new Error('too late')`;
const PART = {
  'pages/home/index.json': { usingComponents: { part: '/parts/part' } },
  'pages/home/index.wxml': '<part />',
  'parts/part.json': { component: true },
  'parts/part.wxml': '<view class="go" bindtap="go">去</view>',
};

describe.each(SCREENS)('in $name', ({ plan }) => {
  it.each<[string, Record<string, string | object>, string]>([
    ['App onLaunch', { 'app.js': `App({ async onLaunch() { ${LATE} } })` }, ''],
    ['onLoad', { 'pages/home/index.js': `Page({ async onLoad() { ${LATE} } })` }, ''],
    [
      'onShow',
      { 'pages/home/index.js': `Page({ async onShow() { throw new Error('too late') } })` },
      '',
    ],
    ['go', pageThatDoes(`return Promise.reject(new Error('too late'))`), '.go'],
    [
      'attached',
      {
        ...PART,
        'parts/part.js': `Component({ lifetimes: { async attached() { ${LATE} } } , methods: { go() {} } })`,
      },
      '',
    ],
    [
      'parts/part go',
      { ...PART, 'parts/part.js': `Component({ methods: { async go() { ${LATE} } } })` },
      '[class$="go"]',
    ],
    ['login callback', pageThatDoes(`wx.login({ async complete() { ${LATE} } })`), '.go'],
  ])('records a rejection of %s, once', async (where, files, target) => {
    const phone = await aPhone(files, plan);
    if (target) await phone.tap(target);
    await phone.waitFor(async () => (await phone.report()).errors.length > 0);
    const { errors } = await phone.report();
    expect(errors).toEqual([expect.stringContaining('too late')]);
    expect(errors[0]).toContain(`${where}: `);
  });

  it('leaves a rejection alone that the bundle handles', async () => {
    const files = pageThatDoes(`const work = async () => { ${LATE} }; work().catch(() => say(1))`);
    const phone = await aPhone(files, plan);
    await phone.tap('.go');
    await phone.waitForText('1', '.said');
    expect(await phone.report()).toMatchObject({ errors: [], warnings: [] });
  });
});

const LOST = pageThatDoes(`setTimeout(async () => { ${LATE} })`);

it('records a rejection that nobody holds, in Chromium', async () => {
  const phone = await aPhone(LOST, { chromium: CHROMIUM });
  await phone.tap('.go');
  await phone.waitFor(async () => (await phone.report()).errors.length > 0);
  expect((await phone.report()).errors).toEqual([expect.stringContaining('too late')]);
});

/** Jest keeps unhandled rejections to itself, so this one phone is opened by Node alone. */
const DRIVER = `
  import { Phone } from ${JSON.stringify(path.resolve(import.meta.dirname, '../dist/index.js'))};
  const phone = await Phone.open({ bundle: process.argv[1], person: { openid: 'o', phone: '1' } });
  await phone.tap('.go');
  await phone.waitFor(async () => (await phone.report()).errors.length > 0);
  console.log(JSON.stringify(await phone.report()));
  await phone.close();
`;

it('records a rejection that nobody holds, in jsdom', () => {
  const args = ['--input-type=module', '-e', DRIVER, aBundle(LOST)];
  const said = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  expect(JSON.parse(said)).toMatchObject({ errors: [expect.stringContaining('too late')] });
});
