import { X509Certificate } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { isGenuine, openResource, openText, verifyingKeys } from './support/notice-receiver.js';
import { JSAPI, MERCHANT, PayRig, type Habits, type PayAnswer } from './support/pay-rig.js';

const QUERY = `/v3/pay/transactions/out-trade-no/TOPUP-0001?mchid=${MERCHANT.mchid}`;
const CERTIFICATES = '/v3/certificates';

let pay: PayRig;

beforeEach(async () => {
  pay = new PayRig();
  await pay.start();
});

afterEach(() => pay.stop());

function seconds(): number {
  return Math.floor(pay.rig.clock.now().getTime() / 1000);
}

describe('a request', () => {
  const refusal = async (habits: Habits): Promise<unknown> => {
    const { status, body } = await pay.call('GET', QUERY, undefined, habits);
    return [status, body['code'], (body['detail'] as { field?: string } | undefined)?.field];
  };

  it('is read by names, in whatever order and with whatever spaces', async () => {
    const written = pay.authorization('GET', QUERY, '');
    const [scheme, parts = ''] = written.split(' ');
    const turned = `${scheme} ${parts.split(',').reverse().join(' , ')}`;
    expect(await refusal({ authorization: turned })).toEqual([404, 'ORDER_NOT_EXIST', undefined]);
  });

  it.each([
    ['no header', ''],
    ['another scheme', 'Bearer abc'],
    ['a part missing', 'WECHATPAY2-SHA256-RSA2048 mchid="1",nonce_str="2",timestamp="3"'],
    ['parts that are not quoted', 'WECHATPAY2-SHA256-RSA2048 mchid=1'],
  ])('is 401 with %s', async (_, authorization) => {
    expect(await refusal({ authorization })).toEqual([401, 'SIGN_ERROR', 'authorization']);
  });

  it('is 401 for another merchant, and for a serial that is not the certificate’s', async () => {
    expect(await refusal({ mchid: '1900000001' })).toEqual([401, 'SIGN_ERROR', 'mchid']);
    const serial = MERCHANT.merchantSerial.toLowerCase();
    expect(await refusal({ serial: `${serial}0` })).toEqual([401, 'SIGN_ERROR', 'serial_no']);
  });

  it('is 401 when its clock is more than five minutes off, either way', async () => {
    const tooFar = [401, 'SIGN_ERROR', 'timestamp'];
    expect(await refusal({ timestamp: seconds() - 301 })).toEqual(tooFar);
    expect(await refusal({ timestamp: seconds() + 301 })).toEqual(tooFar);
    const good = [404, 'ORDER_NOT_EXIST', undefined];
    expect(await refusal({ timestamp: seconds() - 299 })).toEqual(good);
    expect(await refusal({ timestamp: seconds() + 299 })).toEqual(good);
  });

  it('is 401 when method, path, query or body are not those that were signed', async () => {
    const signedFor = (method: string, path: string, body = ''): Habits => ({
      authorization: pay.authorization(method, path, body),
    });
    const wrong = [401, 'SIGN_ERROR', 'signature'];
    expect(await refusal(signedFor('POST', QUERY))).toEqual(wrong);
    expect(await refusal(signedFor('GET', QUERY.split('?')[0] ?? ''))).toEqual(wrong);
    const body = pay.prepayBody();
    const other = JSON.stringify({ ...body, amount: { total: 1, currency: 'CNY' } });
    const answer = await pay.call('POST', JSAPI, body, signedFor('POST', JSAPI, other));
    expect(answer.body['detail']).toMatchObject({
      location: 'authorization',
      sign_information: { method: 'POST', url: JSAPI },
    });
  });

  it('is 401 when a number was signed as it is and sent escaped', async () => {
    const plain = `/v3/pay/transactions/out-trade-no/A|B-0001?mchid=${MERCHANT.mchid}`;
    const authorization = pay.authorization('GET', plain, '');
    const escaped = plain.replace('|', '%7C');
    const wrong = await pay.call('GET', escaped, undefined, { authorization });
    expect(wrong.status).toBe(401);
    await pay.prepay({ out_trade_no: 'A|B-0001' });
    expect((await pay.call('GET', escaped)).body['out_trade_no']).toBe('A|B-0001');
  });

  it('is 400 when a body is no JSON, or is said to be something else', async () => {
    const code = async (body: string, headers: Record<string, string> = {}): Promise<unknown> => {
      const answer = await pay.call('POST', JSAPI, body, { headers });
      return [answer.status, answer.body['code']];
    };
    expect(await code('{"a":')).toEqual([400, 'PARAM_ERROR']);
    expect(await code('{}', { 'content-type': 'text/plain' })).toEqual([400, 'INVALID_REQUEST']);
    expect(await code('{}', { accept: 'text/html' })).toEqual([400, 'INVALID_REQUEST']);
  });

  it('to an unknown path is 404', async () => {
    expect((await pay.call('GET', '/v3/pay/nothing')).status).toBe(404);
  });
});

describe('an answer', () => {
  const ask = (serial?: string): Promise<PayAnswer> =>
    pay.call('GET', QUERY, undefined, {
      headers: serial === undefined ? {} : { 'wechatpay-serial': serial },
    });
  const signerOf = async (serial?: string): Promise<unknown> => {
    const { headers, text } = await ask(serial);
    expect(pay.genuine(headers, text)).toBe(true);
    return headers['wechatpay-serial'];
  };

  it('is signed by the certificate, or by the public key where that is asked for', async () => {
    const [certificate] = MERCHANT.certificates;
    expect(await signerOf()).toBe(certificate?.serial);
    expect(await signerOf(certificate?.serial)).toBe(certificate?.serial);
    expect(await signerOf(MERCHANT.publicKeyId)).toBe(MERCHANT.publicKeyId);
  });

  it('is signed by the public key for a merchant without certificates', async () => {
    await pay.settings({ certificates: false });
    expect(await signerOf()).toBe(MERCHANT.publicKeyId);
    const none = await pay.call('GET', CERTIFICATES);
    expect([none.status, none.body['code']]).toEqual([404, 'RESOURCE_NOT_EXISTS']);
  });

  it('names the time of its signature and the call', async () => {
    const { headers } = await ask();
    expect(headers).toMatchObject({
      'wechatpay-timestamp': String(seconds()),
      'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
      'request-id': expect.stringMatching(/^08[0-9A-F]{28}-\d+$/),
    });
  });

  it('carries the time that it is, however far the time of payments is ahead', async () => {
    await pay.elapse(30 * 86_400);
    const { headers } = await ask();
    expect(headers['wechatpay-timestamp']).toBe(String(seconds()));
  });
});

describe('the certificates', () => {
  const list = async (): Promise<{ serial_no: string; encrypt_certificate: object }[]> =>
    (await pay.call('GET', CERTIFICATES)).body['data'] as never;

  it('are X.509, sealed with the APIv3 key, under the serials that sign', async () => {
    const [only] = await list();
    expect(only).toMatchObject({
      effective_time: expect.stringMatching(/^20\d\d-.*\+08:00$/),
      encrypt_certificate: { algorithm: 'AEAD_AES_256_GCM', associated_data: 'certificate' },
    });
    const [known] = MERCHANT.certificates;
    const certificate = new X509Certificate(known?.certificatePem ?? '');
    expect(certificate.serialNumber).toBe(only?.serial_no);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.subject).toContain('Tenpay.com sign');
    const opened = openText(only?.encrypt_certificate as never, MERCHANT.apiV3Key);
    expect(opened).toBe(known?.certificatePem);
  });

  it('of the merchant itself belongs to its key', () => {
    const certificate = new X509Certificate(MERCHANT.merchantCertificate);
    expect(certificate.serialNumber).toBe(MERCHANT.merchantSerial);
  });
});

describe('a key that is replaced', () => {
  const rotate = async (what: string): Promise<Record<string, unknown>> =>
    (await pay.rig.post('/_sandbox/merchant/rotate', { what })).body;

  it('certificate: the new one signs, both are listed', async () => {
    const [old] = MERCHANT.certificates;
    await rotate('certificate');
    const answer = await pay.call('GET', CERTIFICATES);
    const listed = (answer.body['data'] as { serial_no: string }[]).map((each) => each.serial_no);
    expect([listed.length, listed[0]]).toEqual([2, old?.serial]);
    expect(answer.headers['wechatpay-serial']).toBe(listed[1]);
  });

  it('public key: answers and notifications carry the new id', async () => {
    const { publicKeyId, publicKeyPem } = await rotate('publicKey');
    expect(publicKeyId).not.toBe(MERCHANT.publicKeyId);
    const headers = { 'wechatpay-serial': String(publicKeyId) };
    const answer = await pay.call('GET', QUERY, undefined, { headers });
    const keys = { ...verifyingKeys(MERCHANT), [String(publicKeyId)]: String(publicKeyPem) };
    expect(isGenuine(keys, answer.headers, answer.text)).toBe(true);
    expect(answer.headers['wechatpay-serial']).toBe(publicKeyId);
  });

  it('merchant key: what the old one signs is refused', async () => {
    await rotate('merchantKey');
    expect((await pay.query()).status).toBe(401);
  });

  it('APIv3 key: notifications are sealed with the new one', async () => {
    const { apiV3Key } = await rotate('apiV3Key');
    await pay.paid();
    await pay.heard(1);
    const letter = JSON.parse(pay.receiver.received[0]?.body ?? '') as { resource: never };
    expect(() => pay.content(0)).toThrow();
    expect(openResource(letter.resource, String(apiV3Key))['trade_state']).toBe('SUCCESS');
  });
});

it('tells the merchant its settings, but not the keys of WeChat Pay', async () => {
  const { body } = await pay.rig.get('/_sandbox/merchant');
  expect(Object.keys(body).sort()).toEqual([
    'apiV3Key',
    'mchid',
    'merchantCertificate',
    'merchantPrivateKey',
    'merchantSerial',
    'publicKeyId',
    'publicKeyPem',
  ]);
});

it('refuses settings that are none', async () => {
  const wrong = [{ refundOutcome: 'lost' }, { certificateCallbacks: 101 }, { colour: 1 }];
  const answers = await Promise.all(wrong.map((each) => pay.rig.post('/_sandbox/pay', each)));
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400]);
});
