import { randomBytes, randomUUID } from 'node:crypto';

import { isObject, type JsonObject } from '../../http/raw-body.js';
import type { KeyRing } from '../keys/key-ring.js';
import { newApiV3Key } from '../keys/merchant.js';
import { seal } from '../wire/aead.js';
import { answerMessage } from '../wire/authorization.js';
import type { Notice } from './notice.js';

const STALE_SECONDS = 600;

/** The parts of a notification that can be spoiled one by one. */
export const TAMPERED_FIELDS = [
  'id',
  'create_time',
  'resource_type',
  'event_type',
  'summary',
  'original_type',
  'algorithm',
  'ciphertext',
  'tag',
  'associated_data',
  'nonce',
  'Wechatpay-Timestamp',
  'Wechatpay-Nonce',
  'Wechatpay-Signature',
  'Wechatpay-Serial',
] as const;
export type TamperedField = (typeof TAMPERED_FIELDS)[number];

/** What is wrong with a letter, if anything. */
export interface Spoiling {
  readonly kind?:
    | 'tamper'
    | 'content'
    | 'otherKey'
    | 'unknownSerial'
    | 'wrongApiKey'
    | 'stale'
    | 'probe'
    | 'bare'
    | 'unsigned';
  readonly field?: TamperedField;
  /** Whether the signature is made after the tampering, and so is right. */
  readonly signed?: boolean;
  /** Laid over the content before it is sealed. */
  readonly content?: JsonObject;
}

/** A notification as it goes over the wire. */
export interface Letter {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Envelope extends JsonObject {
  readonly resource: JsonObject;
}

/** Seals and signs a notification; `now` is the time that the signature names. */
export function writeLetter(
  notice: Notice,
  keys: KeyRing,
  serial: string,
  now: Date,
  spoiling: Spoiling = {},
): Letter {
  const genuine = envelope(notice, keys, spoiling);
  const tampering = spoiling.kind === 'tamper' ? spoiling.field : undefined;
  const body = JSON.stringify(genuine);
  const sent = tampering === undefined ? body : JSON.stringify(tamperedBody(genuine, tampering));
  const signedBody = spoiling.signed === true ? sent : body;
  const headers = signatureHeaders(signedBody, keys, serial, now, spoiling);
  return { body: sent, headers: tamperedHeaders(headers, tampering) };
}

function envelope(notice: Notice, keys: KeyRing, { kind, content }: Spoiling): Envelope {
  const associated = kind === 'bare' ? undefined : notice.originalType;
  const nonce = randomBytes(9).toString('base64url');
  const plain = JSON.stringify(
    kind === 'content' ? overlaid(notice.content as JsonObject, content ?? {}) : notice.content,
  );
  const key = kind === 'wrongApiKey' ? newApiV3Key() : keys.merchant.apiV3Key;
  return {
    id: notice.id,
    create_time: notice.createTime,
    resource_type: 'encrypt-resource',
    event_type: notice.eventType,
    summary: notice.summary,
    resource: {
      original_type: notice.originalType,
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: seal(plain, key, nonce, associated ?? ''),
      ...(associated === undefined ? {} : { associated_data: associated }),
      nonce,
    },
  };
}

function signatureHeaders(
  body: string,
  keys: KeyRing,
  serial: string,
  now: Date,
  { kind }: Spoiling,
): Record<string, string> {
  const seconds = Math.floor(now.getTime() / 1000) - (kind === 'stale' ? STALE_SECONDS : 0);
  const timestamp = String(seconds);
  const nonce = randomBytes(16).toString('hex').toUpperCase();
  const message = answerMessage(timestamp, nonce, body);
  const foreign = kind === 'otherKey' || kind === 'unknownSerial';
  const genuine = foreign ? keys.signAsStranger(message) : keys.sign(message, serial);
  const signature = kind === 'probe' ? `WECHATPAY/SIGNTEST/${genuine.slice(20)}` : genuine;
  if (kind === 'unsigned') return {};
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Signature': signature,
    'Wechatpay-Serial': kind === 'unknownSerial' ? unknownSerial() : serial,
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
  };
}

/** A serial of the right shape that belongs to no key. */
export function unknownSerial(): string {
  return randomBytes(20).toString('hex').toUpperCase();
}

function tamperedBody(genuine: Envelope, field: TamperedField): JsonObject {
  const { resource } = genuine;
  switch (field) {
    case 'id':
      return { ...genuine, id: randomUUID() };
    case 'create_time':
      return { ...genuine, create_time: '2000-01-01T00:00:00+08:00' };
    case 'event_type':
      return { ...genuine, event_type: 'TRANSACTION.OTHER' };
    case 'ciphertext':
      return { ...genuine, resource: { ...resource, ciphertext: flipped(resource, 0) } };
    case 'tag':
      return { ...genuine, resource: { ...resource, ciphertext: flipped(resource, -1) } };
    case 'nonce':
      return { ...genuine, resource: { ...resource, nonce: 'tamperednonc' } };
    case 'resource_type':
    case 'summary':
      return { ...genuine, [field]: 'tampered' };
    case 'original_type':
    case 'algorithm':
    case 'associated_data':
      return { ...genuine, resource: { ...resource, [field]: 'tampered' } };
    case 'Wechatpay-Timestamp':
    case 'Wechatpay-Nonce':
    case 'Wechatpay-Signature':
    case 'Wechatpay-Serial':
      return genuine;
  }
}

function tamperedHeaders(
  headers: Record<string, string>,
  field: TamperedField | undefined,
): Record<string, string> {
  const before = field === undefined ? undefined : headers[field];
  if (field === undefined || before === undefined) return headers;
  const after: Record<string, () => string> = {
    'Wechatpay-Timestamp': () => String(Number(before) + 1),
    'Wechatpay-Nonce': () => randomBytes(16).toString('hex').toUpperCase(),
    'Wechatpay-Signature': () => flippedText(before, 0),
    'Wechatpay-Serial': unknownSerial,
  };
  return { ...headers, [field]: after[field]?.() ?? before };
}

/** The ciphertext with one bit turned: `at` 0 is its first byte, -1 the last of the tag. */
function flipped(resource: JsonObject, at: number): string {
  return flippedText(String(resource['ciphertext']), at);
}

function flippedText(base64: string, at: number): string {
  const bytes = Buffer.from(base64, 'base64');
  const position = at < 0 ? bytes.length + at : at;
  bytes[position] = (bytes[position] ?? 0) ^ 1;
  return bytes.toString('base64');
}

function overlaid(below: JsonObject, above: JsonObject): JsonObject {
  const merged = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = merged[key];
    merged[key] = isObject(value) && isObject(under) ? overlaid(under, value) : value;
  }
  return merged;
}
