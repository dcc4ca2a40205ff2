import { afterEach, expect, it } from '@jest/globals';
import { aPhone, closePhones } from './support/a-bundle.js';

afterEach(closePhones);

const page = (name: string) => ({
  [`pages/${name}/index.json`]: {},
  [`pages/${name}/index.wxml`]: `<view class="here">${name}</view><view class="log">{{log}}</view>
    <view wx:for="{{ways}}" wx:key="*this" class="way" data-way="{{item}}" bindtap="go">{{item}}</view>`,
  [`pages/${name}/index.js`]: `const log = getApp().log
    const note = (what) => function (o) { log.push('${name}.' + what + (o && o.id ? o.id : '')) }
    Page({
      data: { log: '', ways: ['navigateTo /pages/deep/index?id=7', 'switchTab /pages/me/index', 'switchTab /pages/home/index', 'redirectTo ../deep/index', 'navigateTo /pages/me/index', 'reLaunch /pages/home/index'] },
      onLoad: note('load'), onReady: note('ready'), onHide: note('hide'), onUnload: note('unload'),
      onPullDownRefresh: note('pull'),
      onShow() { log.push('${name}.show') },
      onShareAppMessage(o) { return { title: '${name}', path: '/pages/home/index?from=' + o.from } },
      go(e) { const [how, url] = e.currentTarget.dataset.way.split(' '); wx[how]({ url, fail: (r) => this.setData({ log: r.errMsg }) }) },
    })`,
});

const SHOP = {
  'app.json': {
    pages: ['pages/home/index', 'pages/me/index', 'pages/deep/index'],
    tabBar: {
      list: [
        { pagePath: 'pages/home/index', text: '首页' },
        { pagePath: 'pages/me/index', text: '我的' },
      ],
    },
  },
  'app.js': `App({ log: [], onLaunch() { this.log.push('launch') }, onShow() { this.log.push('app.show') }, onHide() { this.log.push('app.hide'); wx.setStorageSync('log', this.log) } })`,
  ...page('home'),
  ...page('me'),
  ...page('deep'),
};

/** What happened, in order, since the launch. */
async function happened(phone: Awaited<ReturnType<typeof aPhone>>): Promise<string[]> {
  await phone.background();
  return ((await phone.storage())['log'] as string[]).slice(2);
}

it('opens a page on top and comes back in the order of WeChat', async () => {
  const phone = await aPhone(SHOP);
  await phone.tap({ css: '.way', text: 'navigateTo /pages/deep' });
  await phone.waitForPage('pages/deep/index');
  expect(await phone.text('.here')).toBe('deep');
  await phone.back();
  expect(await happened(phone)).toEqual([
    ...['home.load', 'home.show', 'home.ready', 'home.hide'],
    ...['deep.load7', 'deep.show', 'deep.ready', 'deep.unload', 'home.show'],
    ...['home.hide', 'app.hide'],
  ]);
});

it('keeps a tab alive while another is looked at', async () => {
  const phone = await aPhone(SHOP);
  await phone.switchTab('我的');
  await phone.switchTab('首页');
  const log = await happened(phone);
  expect(log.filter((line) => line.endsWith('load'))).toEqual(['home.load', 'me.load']);
  expect(log.slice(-4)).toEqual(['me.hide', 'home.show', 'home.hide', 'app.hide']);
});

it('closes what lies on a tab when the tab is changed', async () => {
  const phone = await aPhone(SHOP);
  await phone.tap({ css: '.way', text: 'navigateTo /pages/deep' });
  await phone.waitForPage('pages/deep/index');
  await phone.tap({ css: '.way', text: 'switchTab /pages/me' });
  await phone.waitForPage('pages/me/index');
  expect(await phone.stack()).toEqual(['pages/me/index']);
  expect(await happened(phone)).toContain('deep.unload');
});

it('replaces a page, and starts over', async () => {
  const phone = await aPhone(SHOP);
  await phone.tap({ css: '.way', text: 'navigateTo /pages/deep' });
  await phone.waitForPage('pages/deep/index');
  await phone.tap({ css: '.way', text: 'redirectTo ../deep' });
  await phone.waitForText('deep');
  expect(await phone.stack()).toEqual(['pages/home/index', 'pages/deep/index']);
  await phone.tap({ css: '.way', text: 'reLaunch' });
  await phone.waitForPage('pages/home/index');
  expect(await phone.stack()).toEqual(['pages/home/index']);
});

it('does not open a tab on top of a page', async () => {
  const phone = await aPhone(SHOP);
  await phone.tap({ css: '.way', text: 'navigateTo /pages/me' });
  await phone.waitForText('can not navigateTo a tabbar page', '.log');
});

it('opens no more than ten pages', async () => {
  const phone = await aPhone(SHOP);
  for (let depth = 2; depth <= 10; depth += 1) {
    await phone.tap({ css: '.way', text: 'navigateTo /pages/deep' });
    await phone.waitFor(async () => (await phone.stack()).length === depth);
  }
  await phone.tap({ css: '.way', text: 'navigateTo /pages/deep' });
  await phone.waitForText('webview count limit', '.log');
});

it('tells the app and the page when it is put away and taken up again', async () => {
  const phone = await aPhone(SHOP);
  await phone.background();
  await phone.foreground();
  expect((await happened(phone)).slice(-6)).toEqual([
    ...['home.hide', 'app.hide', 'app.show', 'home.show', 'home.hide', 'app.hide'],
  ]);
});

it('shares what the page offers, and pulls it down', async () => {
  const phone = await aPhone(SHOP);
  await phone.pullDown();
  expect(await phone.share()).toEqual({ title: 'home', path: '/pages/home/index?from=menu' });
  expect(await happened(phone)).toContain('home.pull');
});
