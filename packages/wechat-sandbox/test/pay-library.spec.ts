import { createPublicKey, createVerify } from 'node:crypto';

import { afterEach, beforeEach, expect, it } from '@jest/globals';
import WxPay from 'wechatpay-node-v3';

import { PayRig } from './support/pay-rig.js';
import { APPID } from './support/rig.js';

const REAL_HOST = 'https://api.mch.weixin.qq.com';

interface Output {
  readonly status: number;
  readonly data?: unknown;
  readonly error?: unknown;
}
type Headers = Record<string, string>;

let pay: PayRig;
let library: WxPay;

/** Sends what the library signed for the real host to the sandbox, byte for byte. */
async function forward(url: string, headers: Headers, params?: object): Promise<Output> {
  const answer = await fetch(url.replace(REAL_HOST, pay.rig.url), {
    method: params === undefined ? 'GET' : 'POST',
    headers: { ...headers, 'wechatpay-serial': pay.merchant.publicKeyId },
    ...(params === undefined ? {} : { body: JSON.stringify(params) }),
  });
  const text = await answer.text();
  if (!url.includes('billdownload')) {
    expect(pay.genuine(Object.fromEntries(answer.headers), text)).toBe(true);
  }
  const json = /json/.test(answer.headers.get('content-type') ?? '');
  const data: unknown = json ? JSON.parse(text) : text;
  return answer.ok ? { status: answer.status, data } : { status: answer.status, error: data };
}

beforeEach(async () => {
  pay = new PayRig();
  await pay.start();
  // The library signs with the machine's time.
  const ahead = Date.now() - pay.rig.clock.now().getTime();
  pay.rig.clock.advance({ seconds: Math.floor(ahead / 1000) });
  library = new WxPay({
    appid: APPID,
    mchid: pay.merchant.mchid,
    serial_no: pay.merchant.merchantSerial,
    publicKey: Buffer.from(pay.merchant.merchantCertificate),
    privateKey: Buffer.from(pay.merchant.merchantPrivateKey),
    key: pay.merchant.apiV3Key,
  });
  library.createHttp({
    get: (url, headers) => forward(url, headers as Headers),
    post: (url, params, headers) => forward(url, headers as Headers, params),
    upload: () => Promise.reject(new Error('nothing is uploaded here')),
  });
});

afterEach(() => pay.stop());

async function prepay(): Promise<Record<string, string>> {
  const { data } = (await library.transactions_jsapi({
    description: '会员储值 1000 元',
    out_trade_no: 'TOPUP-0001',
    notify_url: `${pay.notifyOrigin}/pay`,
    amount: { total: 100_000, currency: 'CNY' },
    payer: { openid: 'oAlice' },
  })) as unknown as { data: Record<string, string> };
  return data;
}

it('prepays, and its paySign is what the phone’s WeChat checks', async () => {
  const { timeStamp, nonceStr, package: packed, signType, paySign } = await prepay();
  expect([signType, packed]).toEqual(['RSA', expect.stringMatching(/^prepay_id=wx/)]);
  const message = [APPID, timeStamp, nonceStr, packed, ''].join('\n');
  const key = createPublicKey(pay.merchant.merchantCertificate);
  expect(
    createVerify('RSA-SHA256')
      .update(message)
      .verify(key, paySign ?? '', 'base64'),
  ).toBe(true);
});

it('signs for the cashier, which refuses what was changed', async () => {
  const params = await prepay();
  const prepayId = (params['package'] ?? '').replace('prepay_id=', '');
  const { timeStamp, nonceStr, package: packed, signType, paySign } = params;
  const texts = { timeStamp, nonceStr, package: packed, signType, paySign };
  const wrong = { ...texts, timeStamp: `${String(timeStamp)}0` };
  expect((await pay.cashier(prepayId, 'success', { pay: wrong })).status).toBe(400);
  expect((await pay.cashier(prepayId, 'success', { pay: {} })).status).toBe(400);
  expect((await pay.cashier(prepayId, 'success', { pay: texts })).status).toBe(200);
});

it('asks, closes, refunds and asks for the refund', async () => {
  const { package: packed = '' } = await prepay();
  await pay.cashier(packed.replace('prepay_id=', ''));
  expect(await library.query({ out_trade_no: 'TOPUP-0001' })).toMatchObject({
    status: 200,
    data: { trade_state: 'SUCCESS', amount: { total: 100_000 } },
  });
  expect(await library.close('TOPUP-0001')).toMatchObject({
    status: 400,
    error: { code: 'ORDERPAID' },
  });
  const refund = {
    out_trade_no: 'TOPUP-0001',
    out_refund_no: 'R-1',
    amount: { refund: 1, total: 100_000, currency: 'CNY' },
  };
  expect(await library.refunds(refund)).toMatchObject({ data: { status: 'PROCESSING' } });
  expect(await library.find_refunds('R-1')).toMatchObject({ data: { out_refund_no: 'R-1' } });
});

it('downloads a bill', async () => {
  const { package: packed = '' } = await prepay();
  await pay.cashier(packed.replace('prepay_id=', ''));
  const date = new Date(pay.rig.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  await pay.rig.post('/_sandbox/bill', { date });
  const { data } = (await library.tradebill({ bill_date: date, bill_type: 'ALL' })) as unknown as {
    data: { download_url: string };
  };
  const file = (await library.downloadBill(data.download_url)) as unknown as { data: string };
  expect(file.data).toContain('`TOPUP-0001');
});

it('opens a notification', async () => {
  const { package: packed = '' } = await prepay();
  await pay.cashier(packed.replace('prepay_id=', ''));
  await pay.heard(1);
  const { resource } = JSON.parse(pay.receiver.received[0]?.body ?? '') as {
    resource: { ciphertext: string; associated_data: string; nonce: string };
  };
  const { ciphertext, associated_data, nonce } = resource;
  expect(library.decipher_gcm(ciphertext, associated_data, nonce)).toMatchObject({
    out_trade_no: 'TOPUP-0001',
    trade_state: 'SUCCESS',
  });
});
