import { createCipheriv, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { PayMessageRefused } from './pay-errors.js';
import { openResource, requireFresh, requireSignature, signedMessage } from './pay-signature.js';

const wechat = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const NOW = new Date('2026-11-22T02:00:00Z');
const BODY = Buffer.from('{ "id": "EV-1",\n  "pretty": "printed" }');

const secondsBefore = (seconds: number): string => String(NOW.getTime() / 1000 - seconds);

function headersFor(body: Buffer, timestamp = secondsBefore(0), key = wechat.privateKey) {
  const nonce = 'abcdef0123456789';
  const signed = `${timestamp}\n${nonce}\n${body.toString()}\n`;
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': 'PUB_KEY_ID_0000000001',
    'wechatpay-signature': sign('RSA-SHA256', Buffer.from(signed), key).toString('base64'),
  };
}

function flawOf(check: () => void): string {
  try {
    check();
    return 'none';
  } catch (error) {
    return error instanceof PayMessageRefused ? error.flaw : String(error);
  }
}

const flawIn = (headers: Record<string, string>, body = BODY): string =>
  flawOf(() => {
    const message = signedMessage(headers, body);
    requireFresh(message, NOW);
    requireSignature(message, wechat.publicKey);
  });

describe('a signed message', () => {
  it('is believed by its raw bytes', () => expect(flawIn(headersFor(BODY))).toBe('none'));

  it('is believed without a body, as the answer to a close is', () => {
    const empty = Buffer.alloc(0);
    expect(flawIn(headersFor(empty), empty)).toBe('none');
  });

  it.each([
    ['a changed byte', headersFor(BODY), Buffer.from(BODY.toString().replace('EV-1', 'EV-2'))],
    ['written again', headersFor(BODY), Buffer.from(JSON.stringify(JSON.parse(BODY.toString())))],
    ['another time', { ...headersFor(BODY), 'wechatpay-timestamp': secondsBefore(1) }, BODY],
    ['another nonce', { ...headersFor(BODY), 'wechatpay-nonce': 'x' }, BODY],
    ['signed by a stranger', headersFor(BODY, secondsBefore(0), stranger.privateKey), BODY],
    ['signed by nobody', { ...headersFor(BODY), 'wechatpay-signature': 'AAAA' }, BODY],
  ])('is refused: %s', (_what, headers, body) => expect(flawIn(headers, body)).toBe('signature'));

  it.each([
    [300, 'none'],
    [-300, 'none'],
    [301, 'age'],
    [-301, 'age'],
    [86_400, 'age'],
  ])('of %i seconds ago is %s', (seconds, flaw) =>
    expect(flawIn(headersFor(BODY, secondsBefore(seconds)))).toBe(flaw),
  );

  it('that WeChat sends to see whether we verify is refused', () => {
    const probe = { ...headersFor(BODY), 'wechatpay-signature': 'WECHATPAY/SIGNTEST/abc' };
    expect(flawIn(probe)).toBe('probe');
  });

  it.each(['timestamp', 'nonce', 'serial', 'signature'])('without its %s is refused', (name) => {
    expect(flawIn({ ...headersFor(BODY), [`wechatpay-${name}`]: '' })).toBe('headers');
  });
});

describe('an encrypted resource', () => {
  const [key, other] = [randomBytes(32), randomBytes(32)];

  function sealed(text: string, associated?: string, by = key) {
    const nonce = 'abcdefghijkl';
    const cipher = createCipheriv('aes-256-gcm', by, nonce);
    cipher.setAAD(Buffer.from(associated ?? ''));
    const bytes = Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
    const ciphertext = bytes.toString('base64');
    return { algorithm: 'AEAD_AES_256_GCM', nonce, ciphertext, associated_data: associated };
  }

  const flipped = (resource: { ciphertext: string }, at: number): { ciphertext: string } => {
    const bytes = Buffer.from(resource.ciphertext, 'base64');
    const index = at < 0 ? bytes.length + at : at;
    bytes[index] = (bytes[index] ?? 0) ^ 1;
    return { ...resource, ciphertext: bytes.toString('base64') };
  };
  const flawFor = (resource: object): string => flawOf(() => openResource(resource, [key]));

  it.each(['transaction', '', undefined])('opens, bound to %j', (associated) =>
    expect(openResource(sealed('{"amount":1}', associated), [key])).toBe('{"amount":1}'),
  );

  it('opens by the old key while the key is being changed', () =>
    expect(openResource(sealed('x', 'refund', other), [key, other])).toBe('x'));

  it.each([
    ['a bit of the text flipped', flipped(sealed('{"total":100}', 'transaction'), 9)],
    ['a bit of the tag flipped', flipped(sealed('{"total":100}', 'transaction'), -1)],
    ['another binding', { ...sealed('x', 'transaction'), associated_data: 'refund' }],
    ['another key', sealed('x', 'transaction', other)],
    ['no tag', { ...sealed('x'), ciphertext: 'AAAA' }],
    ['a short nonce', { ...sealed('x'), nonce: 'abc' }],
    ['another algorithm', { ...sealed('x'), algorithm: 'AES' }],
    ['nothing', {}],
  ])('does not open with %s', (_what, resource) => expect(flawFor(resource)).toBe('resource'));
});
