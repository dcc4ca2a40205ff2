import { randomBytes, sign } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { createSandbox, type Sandbox } from '@yance/wechat-sandbox';
import type { Phone } from '../src/index.js';
import { aPhone, closePhones, pageThatDoes } from './support/a-bundle.js';

const APPID = 'wx1234567890abcdef';
const JSAPI = '/v3/pay/transactions/jsapi';

let sandbox: Sandbox;
let orders = 0;

beforeAll(async () => {
  sandbox = createSandbox({ appid: APPID, secret: 's' });
  await sandbox.listen();
});
afterEach(closePhones);
afterAll(() => sandbox.close());

const seconds = () => String(Math.floor(Date.now() / 1000));
const nonce = () => randomBytes(8).toString('hex');
const signed = (lines: readonly string[]) =>
  sign('RSA-SHA256', Buffer.from(`${lines.join('\n')}\n`), sandbox.merchant.merchantPrivateKey);

/** Calls WeChat Pay as a merchant's server does. */
async function merchant(
  method: 'GET' | 'POST',
  path: string,
  body = '',
): Promise<Record<string, string>> {
  const { mchid, merchantSerial } = sandbox.merchant;
  const [timestamp, once] = [seconds(), nonce()];
  const signature = signed([method, path, timestamp, once, body]).toString('base64');
  const authorization =
    `WECHATPAY2-SHA256-RSA2048 mchid="${mchid}",serial_no="${merchantSerial}",` +
    `nonce_str="${once}",timestamp="${timestamp}",signature="${signature}"`;
  const answer = await fetch(sandbox.url + path, {
    method,
    headers: { authorization, accept: 'application/json', 'content-type': 'application/json' },
    ...(method === 'POST' ? { body } : {}),
  });
  return (await answer.json()) as Record<string, string>;
}

/** A new order of this person, and the five texts with which the phone may pay it. */
async function anOrder(openid: string): Promise<{ number: string; params: object }> {
  const number = `TOPUP-${String((orders += 1)).padStart(4, '0')}`;
  const order = {
    appid: APPID,
    mchid: sandbox.merchant.mchid,
    description: '会员储值 100 元',
    out_trade_no: number,
    notify_url: 'http://127.0.0.1:9/pay',
    amount: { total: 10_000, currency: 'CNY' },
    payer: { openid },
  };
  const { prepay_id } = await merchant('POST', JSAPI, JSON.stringify(order));
  const [timeStamp, nonceStr, packed] = [seconds(), nonce(), `prepay_id=${prepay_id}`];
  const paySign = signed([APPID, timeStamp, nonceStr, packed]).toString('base64');
  return { number, params: { timeStamp, nonceStr, package: packed, signType: 'RSA', paySign } };
}

async function stateOf(number: string): Promise<string | undefined> {
  const path = `/v3/pay/transactions/out-trade-no/${number}?mchid=${sandbox.merchant.mchid}`;
  return (await merchant('GET', path))['trade_state'];
}

const open = (params: object): Promise<Phone> =>
  aPhone(pageThatDoes(`wx.requestPayment(${JSON.stringify(params)}).then(say, say)`), {
    sandboxOrigin: sandbox.url,
  });

async function said(phone: Phone): Promise<Record<string, unknown>> {
  await phone.tap('.go');
  await phone.waitFor(async () => (await phone.text('.said')) !== '');
  return JSON.parse(await phone.text('.said')) as Record<string, unknown>;
}

it.each([
  ['success', 'requestPayment:ok', 'SUCCESS'],
  ['cancel', 'requestPayment:fail cancel', 'NOTPAY'],
  ['fail', 'requestPayment:fail payment failed', 'NOTPAY'],
] as const)('pays a real order: %s', async (payment, errMsg, state) => {
  const { number, params } = await anOrder('o-1');
  const phone = await open(params);
  await phone.answer({ payment });
  expect(await said(phone)).toMatchObject({ errMsg });
  expect(await stateOf(number)).toBe(state);
});

it('pays nothing that the merchant did not sign, nor the order of somebody else', async () => {
  const { number, params } = await anOrder('o-1');
  const forged = await said(await open({ ...params, nonceStr: 'other' }));
  expect(forged['errMsg']).toContain('签名');
  expect(await stateOf(number)).toBe('NOTPAY');
  const others = await anOrder('o-2');
  expect((await said(await open(others.params)))['errMsg']).toContain('账号不一致');
  expect(await stateOf(others.number)).toBe('NOTPAY');
});

it('pays an order once', async () => {
  const { params } = await anOrder('o-1');
  expect(await said(await open(params))).toMatchObject({ errMsg: 'requestPayment:ok' });
  expect((await said(await open(params)))['errMsg']).toContain('已支付');
});
