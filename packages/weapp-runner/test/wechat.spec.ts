import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Phone } from '../src/index.js';
import { aPhone, closePhones, pageThatDoes } from './support/a-bundle.js';
import { aSandbox, aServer, type TestServer } from './support/a-server.js';

let sandbox: TestServer;
let shop: TestServer;

beforeAll(async () => {
  sandbox = await aSandbox();
  shop = await aServer(({ path, body }) => ({
    status: path === '/refused' ? 409 : 200,
    body: { path, body },
  }));
});
afterEach(closePhones);
afterAll(() => Promise.all([sandbox.close(), shop.close()]));

const SHOP = 'https://shop.example';
const open = (files: Record<string, string | object>): Promise<Phone> =>
  aPhone(files, { sandboxOrigin: sandbox.origin, domains: { [SHOP]: shop.origin } });

/** Taps the page's button and waits for what it says. */
async function said(phone: Phone): Promise<Record<string, unknown>> {
  await phone.tap('.go');
  await phone.waitFor(async () => (await phone.text('.said')) !== '');
  return JSON.parse(await phone.text('.said')) as Record<string, unknown>;
}
const saidBy = async (body: string) => said(await open(pageThatDoes(body)));

it('sends real HTTP to where a domain is served, with headers and body', async () => {
  const options = `{ url: '${SHOP}/x?a=1', method: 'POST', data: { n: 1 }, header: { 'x-key': 'k' } }`;
  expect(await saidBy(`wx.request(${options}).then(say)`)).toMatchObject({
    statusCode: 200,
    data: { path: '/x?a=1', body: { n: 1 } },
    errMsg: 'request:ok',
  });
  expect(shop.heard.at(-1)?.headers['x-key']).toBe('k');
});

it('calls any status a success, by callback as by promise', async () => {
  const answer = await saidBy(`wx.request({ url: '${SHOP}/refused', success: say, fail: say })`);
  expect(answer).toMatchObject({ statusCode: 409 });
});

it('puts data of a GET into the query', async () => {
  const answer = await saidBy(`wx.request({ url: '${SHOP}/q', data: { a: '1' } }).then(say)`);
  expect(answer).toMatchObject({ data: { path: '/q?a=1' } });
});

it('refuses an origin that is not in the domain list', async () => {
  const { errMsg } = await saidBy(`wx.request({ url: 'https://else.example/' }).catch(say)`);
  expect(errMsg).toBe('request:fail url not in domain list');
});

it('loses an answer after the work is done, drops a call before it, and is offline', async () => {
  const phone = await open(pageThatDoes(`wx.request({ url: '${SHOP}/once' }).then(say, say)`));
  const asked = () => shop.heard.filter(({ path }) => path === '/once').length;
  phone.line.loseAnswers({ method: 'GET', path: /^\/once$/ });
  expect(await said(phone)).toMatchObject({ errMsg: expect.stringContaining('CONNECTION_RESET') });
  expect(asked()).toBe(1);
  phone.line.dropCalls({ method: 'GET', path: /once/ });
  await phone.tap('.go');
  await phone.waitFor(async () => phone.line.calls.length === 2);
  expect(asked()).toBe(1);
  phone.line.online = false;
  await phone.tap('.go');
  await phone.waitForText('DISCONNECTED', '.said');
  expect(asked()).toBe(1);
});

it('logs in with a code of the sandbox', async () => {
  expect(await saidBy(`wx.login({ success: say })`)).toMatchObject({ code: 'LOGIN' });
  expect(sandbox.heard.at(-1)?.body).toEqual({ openid: 'o-1' });
});

const PHONE_PAGE = {
  'pages/home/index.wxml': `<button class="go" open-type="getPhoneNumber" bindgetphonenumber="got">号码</button>
    <view class="said">{{said}}</view>`,
  'pages/home/index.js': `Page({ data: { said: '' }, got(e) { this.setData({ said: JSON.stringify(e.detail) }) } })`,
};

it('gives a phone code through its own button, or the refusal', async () => {
  expect(await said(await open(PHONE_PAGE))).toMatchObject({ code: 'PHONE' });
  expect(sandbox.heard.at(-1)?.body).toEqual({ phone: '13900000001' });
  const unwilling = await open(PHONE_PAGE);
  await unwilling.answer({ phoneNumber: 'deny' });
  expect(await said(unwilling)).toEqual({ errMsg: 'getPhoneNumber:fail user deny' });
});

const asking = (ids: string[]) => `wx.requestSubscribeMessage({ tmplIds: ${JSON.stringify(ids)} })`;

it('asks for messages inside a tap and tells the sandbox the answer', async () => {
  expect(await saidBy(`${asking(['a', 'b'])}.then(say)`)).toMatchObject({
    a: 'accept',
    b: 'accept',
  });
  const told = sandbox.heard.slice(-2).map(({ body }) => body);
  expect(told).toContainEqual({ openid: 'o-1', templateId: 'a', result: 'accept' });
});

it('does not ask for messages once the tap has waited for the network', async () => {
  const late = `wx.request({ url: '${SHOP}/' }).then(() => ${asking(['a'])}).then(say, say)`;
  expect(await saidBy(late)).toMatchObject({ errMsg: expect.stringContaining('TAP gesture') });
});

it('does not ask for more than three messages, or for none', async () => {
  const four = await saidBy(`${asking(['a', 'b', 'c', 'd'])}.catch(say)`);
  expect(four).toMatchObject({ errCode: 20003 });
  expect(await saidBy(`${asking([])}.catch(say)`)).toMatchObject({ errCode: 10001 });
});

const paying = (prepayId: string) =>
  `wx.requestPayment({ timeStamp: '1', nonceStr: 'n', package: 'prepay_id=${prepayId}', signType: 'RSA', paySign: 's' })`;

it.each([
  ['success', 'requestPayment:ok'],
  ['cancel', 'requestPayment:fail cancel'],
  ['fail', 'requestPayment:fail payment failed'],
] as const)('pays at the cashier of the sandbox: %s', async (payment, errMsg) => {
  const phone = await open(pageThatDoes(`${paying('wx1')}.then(say, say)`));
  await phone.answer({ payment });
  expect(await said(phone)).toMatchObject({ errMsg });
  expect(sandbox.heard.at(-1)).toMatchObject({
    path: '/_sandbox/cashier',
    body: { prepayId: 'wx1', outcome: payment },
  });
});

it('cannot pay an order that nobody prepared, or with parameters that are not signed texts', async () => {
  const unknown = await saidBy(`${paying('wx2')}.catch(say)`);
  expect(unknown).toMatchObject({ errMsg: 'requestPayment:fail 没有这张单' });
  const unsigned = await saidBy(`wx.requestPayment({ timeStamp: 1 }).catch(say)`);
  expect(unsigned['errMsg']).toContain('parameter.timeStamp should be String');
});

it('may ask for messages in the callback of a payment', async () => {
  const answer = await saidBy(`${paying('wx1')}.then(() => ${asking(['a'])}).then(say, say)`);
  expect(answer).toMatchObject({ a: 'accept' });
});

it('keeps what is stored as JSON, for this phone and the next', async () => {
  const files = pageThatDoes(
    `wx.setStorageSync('k', { a: 1, f() {} }); say({ kept: wx.getStorageSync('k'), none: wx.getStorageSync('x') })`,
  );
  const phone = await open(files);
  expect(await said(phone)).toEqual({ kept: { a: 1 }, none: '' });
  const reading = pageThatDoes(`wx.getStorage({ key: 'k', success: say })`);
  const next = await aPhone(reading, { storage: await phone.storage() });
  expect(await said(next)).toMatchObject({ data: { a: 1 } });
});

it('asks the person by box and by sheet, and scans', async () => {
  const body = `Promise.all([wx.showModal({ title: '?' }), wx.showActionSheet({ itemList: ['甲', '乙'] }), wx.scanCode()])
    .then((all) => say(all), say)`;
  const phone = await open(pageThatDoes(body));
  await phone.answer({ modal: 'cancel', actionSheet: 1, scan: 'YC-1' });
  expect(await said(phone)).toMatchObject([{ cancel: true }, { tapIndex: 1 }, { result: 'YC-1' }]);
  await phone.answer({ scan: null });
  await phone.tap('.go');
  await phone.waitForText('scanCode:fail cancel', '.said');
});
