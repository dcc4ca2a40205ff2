import { createVerify, generateKeyPairSync, X509Certificate } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { selfSigned } from '../src/pay/keys/certificate.js';
import { KeyRing } from '../src/pay/keys/key-ring.js';
import { seal } from '../src/pay/wire/aead.js';
import { answerMessage, readAuthorization, requestMessage } from '../src/pay/wire/authorization.js';
import { openText } from './support/notice-receiver.js';
import { MERCHANT } from './support/pay-rig.js';

describe('AEAD_AES_256_GCM', () => {
  // NIST SP 800-38D, test cases 13 and 14 of the GCM specification: a key of zeroes, a nonce of zeroes.
  const zeroes = '\0'.repeat(32);
  const nonce = '\0'.repeat(12);

  it('gives the published tag for nothing', () => {
    const tag = '530f8afbc74536b9a963b4f1c4cb738b';
    expect(Buffer.from(seal('', zeroes, nonce, ''), 'base64').toString('hex')).toBe(tag);
  });

  it('gives the published ciphertext with its tag behind it', () => {
    const sealed = Buffer.from(seal('\0'.repeat(16), zeroes, nonce, ''), 'base64');
    expect(sealed.subarray(0, 16).toString('hex')).toBe('cea7403d4d606b6e074ec5d3baf39d18');
    expect(sealed.subarray(16).toString('hex')).toBe('d0d1c8a799996bf0265b98b5d48ab919');
  });

  it('is opened by whoever has the key, the nonce and the associated data', () => {
    const [key, twelve] = ['k'.repeat(32), 'abcdefghijkl'];
    const ciphertext = seal('{"金额":1}', key, twelve, 'transaction');
    const sealed = { ciphertext, nonce: twelve, associated_data: 'transaction' };
    expect(openText(sealed, key)).toBe('{"金额":1}');
    expect(() => openText({ ...sealed, associated_data: 'refund' }, key)).toThrow();
    expect(() => openText(sealed, 'x'.repeat(32))).toThrow();
  });
});

describe('what is signed', () => {
  it('of a request is the text of the documents, the empty line of a GET too', () => {
    const of = { timestamp: '1554208460', nonce_str: '593BEC0C930BF1AFEB40B4A08C8FB242' };
    expect(requestMessage('GET', '/v3/certificates', of, '')).toBe(
      'GET\n/v3/certificates\n1554208460\n593BEC0C930BF1AFEB40B4A08C8FB242\n\n',
    );
  });

  it('of an answer is time, nonce and body; of a 204 an empty line', () => {
    expect(answerMessage('1554209980', 'c5ac7061fccab6bf3e254dcf98995b8c', '{"data":[]}')).toBe(
      '1554209980\nc5ac7061fccab6bf3e254dcf98995b8c\n{"data":[]}\n',
    );
    expect(answerMessage('1', 'n', '')).toBe('1\nn\n\n');
  });

  it('is read out of the header of the documents', () => {
    const header =
      'WECHATPAY2-SHA256-RSA2048 mchid="1900009191",nonce_str="593BEC0C930BF1AFEB40B4A08C8FB242",' +
      'signature="uOVRnA4qG+/nnQ==",timestamp="1554208460",serial_no="1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C"';
    expect(readAuthorization(header)).toEqual({
      mchid: '1900009191',
      nonce_str: '593BEC0C930BF1AFEB40B4A08C8FB242',
      signature: 'uOVRnA4qG+/nnQ==',
      timestamp: '1554208460',
      serial_no: '1DDE55AD98ED71D6EDD4A4A16996DE7B47773A8C',
    });
  });
});

it('signs with RSA and SHA-256, PKCS#1 v1.5', () => {
  const keys = new KeyRing(MERCHANT, undefined);
  const signature = keys.sign('text', MERCHANT.publicKeyId);
  const verify = createVerify('RSA-SHA256').update('text');
  expect(verify.verify(MERCHANT.publicKeyPem, signature, 'base64')).toBe(true);
});

it('makes certificates that others read: forty hex digits, five years, their own signature', () => {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const made = selfSigned(pair, '颜册', new Date('2026-03-02T02:00:00Z'));
  const read = new X509Certificate(made.pem);
  expect(made.serial).toMatch(/^[4-7][0-9A-F]{39}$/);
  expect(read.serialNumber).toBe(made.serial);
  expect([read.validFrom, read.validTo]).toEqual([
    'Mar  2 02:00:00 2026 GMT',
    'Mar  1 02:00:00 2031 GMT',
  ]);
  expect([read.verify(pair.publicKey), read.checkPrivateKey(pair.privateKey)]).toEqual([
    true,
    true,
  ]);
});
