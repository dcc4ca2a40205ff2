import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { packageSizes, readBundle } from '../src/index.js';
import { aBundle, aPhone, closePhones } from './support/a-bundle.js';

afterEach(closePhones);

/** Classes inside a component are drawn with a prefix of its own, as in WeChat. */
const PLUS = '[class$="--plus"]';

const COUNTER = {
  'app.json': { pages: ['pages/home/index'], usingComponents: {} },
  'pages/home/index.json': { usingComponents: { counter: '../../parts/counter' } },
  'pages/home/index.wxml': `<wxs module="m">module.exports.twice = function (n) { return n * 2 }</wxs>
    <counter step="{{2}}" bindcounted="heard" />
    <view class="total" wx:if="{{total > 0}}">{{m.twice(total)}}</view>
    <view wx:for="{{names}}" wx:key="*this" class="name" data-name="{{item}}" bindtap="choose">{{item}}</view>
    <view class="chosen">{{chosen}}</view>
    <input class="field" value="{{typed}}" bindinput="typing" /><view class="typed">{{typed}}</view>
    <form bindsubmit="sent"><input name="who" value="李" /><button class="send" form-type="submit">送</button></form>
    <view class="sent">{{sent}}</view>`,
  'pages/home/index.js': `Page({
    data: { total: 0, names: ['甲', '乙'], typed: '', chosen: '', sent: '' },
    heard(e) { this.setData({ total: e.detail.count }) },
    choose(e) { this.setData({ chosen: e.currentTarget.dataset.name + e.type + Object.keys(e).includes('_target') }) },
    typing(e) { this.setData({ typed: e.detail.value.toUpperCase() }) },
    sent(e) { this.setData({ sent: e.detail.value.who }) },
  })`,
  'parts/counter.json': { component: true },
  'parts/counter.wxml': '<view class="plus" bindtap="plus">{{count}}</view>',
  'parts/counter.js': `Component({
    properties: { step: Number }, data: { count: 0 },
    methods: { plus() { const count = this.data.count + this.data.step; this.setData({ count }); this.triggerEvent('counted', { count }) } },
  })`,
};

it('draws templates, components, loops and WXS, and ends without errors or warnings', async () => {
  const phone = await aPhone(COUNTER);
  await phone.tap(PLUS);
  await phone.waitForText('4', '.total');
  expect(await phone.count('.name')).toBe(2);
  expect(await phone.report()).toMatchObject({ errors: [], warnings: [] });
});

it('hands events to the logic layer as plain JSON with the dataset', async () => {
  const phone = await aPhone(COUNTER);
  await phone.tap({ css: '.name', text: '乙' });
  await phone.waitForText('乙tapfalse', '.chosen');
});

it('types into fields, and the page may change what stands in them', async () => {
  const phone = await aPhone(COUNTER);
  await phone.input('.field', 'abc');
  await phone.waitForText('ABC', '.typed');
});

it('sends a form once, with the values of its fields', async () => {
  const phone = await aPhone(COUNTER);
  await phone.tap('.send');
  await phone.waitForText('李', '.sent');
});

it('records where each setData happened and how large it was, in pages and components', async () => {
  const phone = await aPhone(COUNTER);
  await phone.tap(PLUS);
  const { setData } = await phone.report();
  expect(setData).toContainEqual({ where: 'parts/counter', bytes: 11, keys: ['count'] });
  expect(setData).toContainEqual({ where: 'pages/home/index', bytes: 11, keys: ['total'] });
});

it('does not show the logic layer what only browsers and Node have', async () => {
  const phone = await aPhone({
    'pages/home/index.wxml': '<view class="seen">{{seen}}</view>',
    'pages/home/index.js': `Page({ onLoad() { this.setData({ seen: [typeof window, typeof document, typeof fetch, typeof process].join() }) } })`,
  });
  expect(await phone.text('.seen')).toBe('undefined,undefined,undefined,undefined');
});

it('keeps two phones apart', async () => {
  const [one, other] = [await aPhone(COUNTER), await aPhone(COUNTER)];
  await one.tap(PLUS);
  await one.waitForText('2', PLUS);
  expect(await other.text(PLUS)).toBe('0');
});

it('weighs the main package and each sub-package, pictures included', () => {
  const folder = aBundle({
    'app.json': { pages: ['pages/home/index'], subPackages: [{ root: 'more', pages: ['a'] }] },
    'more/a.js': 'Page({})',
    'logo.png': 'x'.repeat(5_000),
  });
  const sizes = packageSizes(readBundle(folder));
  expect(sizes.sub).toEqual({ more: 8 });
  expect(sizes.main).toBeGreaterThan(5_000);
});

it('refuses a folder that holds no built mini-program', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'weapp-'));
  expect(() => readBundle(folder)).toThrow('no app.json');
});
