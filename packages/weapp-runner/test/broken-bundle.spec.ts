import { afterEach, expect, it } from '@jest/globals';
import { aPhone, closePhones, pageThatDoes } from './support/a-bundle.js';

afterEach(closePhones);

/** What a bundle's run is found guilty of, in one text. */
async function complaints(files: Record<string, string | object>, tap = false): Promise<string> {
  const phone = await aPhone(files);
  if (tap) await phone.tap('.go');
  const { errors, warnings } = await phone.report();
  return [...errors, ...warnings].join('\n');
}

it('catches a component that nobody declared', async () => {
  const files = { 'pages/home/index.wxml': '<view><vieww /></view>' };
  expect(await complaints(files)).toContain('<vieww> is no known component');
});

it('catches a setData over the limit of WeChat, and one that is merely heavy', async () => {
  const sending = (size: number) => pageThatDoes(`this.setData({ big: 'x'.repeat(${size}) })`);
  expect(await complaints(sending(1_100_000), true)).toContain("over WeChat's limit");
  expect(await complaints(sending(300_000), true)).toContain('setData of 300010 bytes');
});

it('catches initial data over the limit of WeChat, of pages and of components, and heavy data', async () => {
  const page = (size: number) => ({
    'pages/home/index.js': `Page({ data: { big: 'x'.repeat(${size}) } })`,
  });
  expect(await complaints(page(2_000_000))).toContain("over WeChat's limit");
  expect(await complaints(page(300_000))).toContain('initial data of 300010 bytes');
  const part = {
    'pages/home/index.json': { usingComponents: { part: '/parts/part' } },
    'parts/part.wxml': '<view />',
    'parts/part.js': `Component({ data: { big: 'x'.repeat(2_000_000) } })`,
  };
  expect(await complaints(part)).toContain('parts/part: initial data of 2000010 bytes');
});

it.each([
  ['{ gone: undefined }', 'gone'],
  ['{ list: [{ id: 1, deep: { gone: undefined } }] }', 'list.0.deep.gone'],
  ['{ act() {}, item: { act() {} } }', 'act, item.act'],
])('catches what does not arrive from a setData of %s', async (data, lost) => {
  expect(await complaints(pageThatDoes(`this.setData(${data})`), true)).toMatch(
    new RegExp(`invalid: ${lost}$`),
  );
  const initial = { 'pages/home/index.js': `Page({ data: ${data} })` };
  expect(await complaints(initial)).toMatch(new RegExp(`invalid: ${lost}$`));
});

it('catches a page whose file never registers it', async () => {
  expect(await complaints({ 'pages/home/index.js': 'const page = {}' })).toContain(
    '"pages/home/index" has not been registered yet',
  );
});

it('catches a page that app.json lists and that has no files', async () => {
  const files = { 'app.json': { pages: ['pages/home/index', 'pages/gone/index'] } };
  const opening = pageThatDoes(`wx.navigateTo({ url: '/pages/gone/index' }).catch(say)`);
  const phone = await aPhone({ ...files, ...opening });
  await phone.tap('.go');
  await phone.waitForText('not defined', '.said');
});

it('catches a way to a page that app.json does not list', async () => {
  const phone = await aPhone(pageThatDoes(`wx.navigateTo({ url: '/pages/x' }).catch(say)`));
  await phone.tap('.go');
  await phone.waitForText('page \\"pages/x\\" is not found', '.said');
});

it('catches an exception while drawing', async () => {
  const files = {
    'pages/home/index.wxml': `<wxs module="m">module.exports.bad = function (a) { return a.b.c }</wxs>
      <view>{{m.bad({})}}</view>`,
  };
  expect(await complaints(files)).toMatch(/undefined/);
});

it('catches exceptions of handlers, of lifecycle methods and of the app', async () => {
  expect(await complaints(pageThatDoes(`throw new Error('tapped')`), true)).toContain('tapped');
  const loading = { 'pages/home/index.js': `Page({ onLoad() { throw new Error('loading') } })` };
  expect(await complaints(loading)).toContain('loading');
  const app = { 'app.js': `App({ onLaunch() { throw new Error('launching') } })` };
  expect(await complaints(app)).toContain('launching');
  expect(await complaints({ 'app.js': `throw new Error('first line')` })).toContain('first line');
});

it('catches a module that does not exist', async () => {
  expect(await complaints({ 'app.js': `require('./gone'); App({})` })).toContain('gone.js');
});

it('catches what the compiler of WXML complains about, with its place', async () => {
  const files = { 'pages/home/index.wxml': '<view>\n<text></view>' };
  expect(await complaints(files)).toMatch(/pages\/home\/index\.wxml:\d+:\d+/);
});

it('catches what the bundle itself says on the console', async () => {
  const files = pageThatDoes(`console.error('went wrong'); console.warn('careful')`);
  const phone = await aPhone(files);
  await phone.tap('.go');
  const { errors, warnings } = await phone.report();
  expect([errors[0], warnings[0]]).toEqual([
    expect.stringContaining('went wrong'),
    expect.stringContaining('careful'),
  ]);
});
