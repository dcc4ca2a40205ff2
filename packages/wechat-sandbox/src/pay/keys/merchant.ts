import { generateKeyPairSync, randomBytes, randomInt, type KeyObject } from 'node:crypto';

import { selfSigned } from './certificate.js';

/** The merchant number of the demo, unless the environment names one. */
export const DEMO_MCHID = '1900000109';

const KEY_BITS = 2048;

/** A pair of WeChat Pay's, with which it signs, and the name under which receivers know it. */
export interface SigningKey {
  /** `PUB_KEY_ID_…`, or the serial of a platform certificate. */
  readonly serial: string;
  readonly privateKeyPem: string;
}

/** A certificate of the platform, as GET /v3/certificates gives it out. */
export interface PlatformCertificate extends SigningKey {
  readonly certificatePem: string;
  /** RFC 3339. */
  readonly effectiveTime: string;
  readonly expireTime: string;
}

/** Everything that WeChat Pay and one merchant have agreed on. All of it is text, so that it can be kept. */
export interface Merchant {
  readonly mchid: string;
  readonly merchantSerial: string;
  readonly merchantPrivateKey: string;
  readonly merchantCertificate: string;
  readonly apiV3Key: string;
  readonly publicKeyId: string;
  readonly publicKeyPem: string;
  readonly publicKeyPrivate: string;
  /** The newest one, which signs, last. */
  readonly certificates: readonly PlatformCertificate[];
}

/** What the merchant's own server needs of it: GET /_sandbox/merchant, without what only WeChat Pay has. */
export interface MerchantSettings {
  readonly mchid: string;
  readonly merchantSerial: string;
  readonly merchantPrivateKey: string;
  readonly merchantCertificate: string;
  readonly apiV3Key: string;
  readonly publicKeyId: string;
  readonly publicKeyPem: string;
}

/** Makes a merchant with new keys. Takes a fraction of a second: tests make one and share it. */
export function newMerchant(mchid = DEMO_MCHID, now = new Date()): Merchant {
  return {
    mchid,
    ...newMerchantKey(now),
    apiV3Key: newApiV3Key(),
    ...newPublicKey(),
    certificates: [newPlatformCertificate(now)],
  };
}

/** The merchant's side of it. */
export function settingsOf(merchant: Merchant): MerchantSettings {
  const { mchid, merchantSerial, merchantPrivateKey, merchantCertificate } = merchant;
  const { apiV3Key, publicKeyId, publicKeyPem } = merchant;
  return {
    mchid,
    merchantSerial,
    merchantPrivateKey,
    merchantCertificate,
    apiV3Key,
    publicKeyId,
    publicKeyPem,
  };
}

/** A new merchant API certificate. */
export function newMerchantKey(
  now: Date,
): Pick<Merchant, 'merchantSerial' | 'merchantPrivateKey' | 'merchantCertificate'> {
  const pair = newPair();
  const { serial, pem } = selfSigned(pair, 'Sandbox Merchant', now);
  return {
    merchantSerial: serial,
    merchantPrivateKey: privatePem(pair.privateKey),
    merchantCertificate: pem,
  };
}

/** A new pair of WeChat Pay under a new PUB_KEY_ID. */
export function newPublicKey(): Pick<
  Merchant,
  'publicKeyId' | 'publicKeyPem' | 'publicKeyPrivate'
> {
  const pair = newPair();
  const digits = Array.from({ length: 28 }, () => randomInt(10)).join('');
  return {
    publicKeyId: `PUB_KEY_ID_0${digits}`,
    publicKeyPem: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    publicKeyPrivate: privatePem(pair.privateKey),
  };
}

/** A new platform certificate, good from now on. */
export function newPlatformCertificate(now: Date): PlatformCertificate {
  const pair = newPair();
  const { serial, pem, from, until } = selfSigned(pair, 'Tenpay.com sign', now);
  return {
    serial,
    privateKeyPem: privatePem(pair.privateKey),
    certificatePem: pem,
    effectiveTime: from.toISOString(),
    expireTime: until.toISOString(),
  };
}

/** 32 letters and digits, used as they stand as the key of AES-256. */
export function newApiV3Key(): string {
  return randomBytes(16).toString('hex');
}

function newPair(): { publicKey: KeyObject; privateKey: KeyObject } {
  return generateKeyPairSync('rsa', { modulusLength: KEY_BITS });
}

function privatePem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
