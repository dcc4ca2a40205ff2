import { createDecipheriv, verify, type KeyObject } from 'node:crypto';
import { PayMessageRefused } from './pay-errors.js';

/** What a signature covers and says of itself; from the headers of an answer or a notification. */
export interface SignedMessage {
  /** Seconds since 1970, as text. */
  readonly timestamp: string;
  readonly nonce: string;
  /** Base64. */
  readonly signature: string;
  /** PUB_KEY_ID_… or the number of a platform certificate. */
  readonly serial: string;
  /** The bytes as they came: parsed and written again they would not verify. */
  readonly body: Buffer;
}

/** How far WeChat's clock and ours may be apart, before a message counts as repeated by somebody. */
const WINDOW_SECONDS = 300;
/** WeChat probes with this whether a merchant verifies at all. */
const PROBE = 'WECHATPAY/SIGNTEST/';

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Reads the four headers. Their names are looked up in lower case.
 * @throws PayMessageRefused 'headers' one is missing or strange, 'probe'
 */
export function signedMessage(headers: Headers, body: Buffer): SignedMessage {
  const text = (name: string, shape: RegExp): string => {
    const value = headers[`wechatpay-${name}`];
    if (typeof value !== 'string' || !shape.test(value)) throw new PayMessageRefused('headers');
    return value;
  };
  const signature = text('signature', /^[\x21-\x7e]{1,2000}$/);
  if (signature.startsWith(PROBE)) throw new PayMessageRefused('probe');
  return {
    signature,
    timestamp: text('timestamp', /^\d{1,12}$/),
    nonce: text('nonce', /^[\x21-\x7e]{1,128}$/),
    serial: text('serial', /^\w{1,90}$/),
    body,
  };
}

/** @throws PayMessageRefused 'age' */
export function requireFresh(message: SignedMessage, now: Date): void {
  const seconds = Math.abs(now.getTime() / 1000 - Number(message.timestamp));
  if (!(seconds <= WINDOW_SECONDS)) throw new PayMessageRefused('age');
}

/** @throws PayMessageRefused 'signature' */
export function requireSignature(message: SignedMessage, key: KeyObject): void {
  const head = Buffer.from(`${message.timestamp}\n${message.nonce}\n`);
  const signed = Buffer.concat([head, message.body, Buffer.from('\n')]);
  const signature = Buffer.from(message.signature, 'base64');
  if (!verify('RSA-SHA256', signed, key, signature)) throw new PayMessageRefused('signature');
}

/** An encrypted part of a message. */
export interface SealedResource {
  readonly algorithm?: unknown;
  readonly ciphertext?: unknown;
  readonly nonce?: unknown;
  readonly associated_data?: unknown;
}

const TAG_BYTES = 16;
const NONCE_BYTES = 12;

/**
 * Opens AEAD_AES_256_GCM with the tag checked, by whichever key fits: while the key is being changed both are in use.
 * @throws PayMessageRefused 'resource' changed, of another key, or of another shape
 */
export function openResource(resource: SealedResource, keys: readonly Buffer[]): string {
  const { algorithm, ciphertext, nonce, associated_data: associated } = resource;
  const shaped =
    algorithm === 'AEAD_AES_256_GCM' &&
    typeof ciphertext === 'string' &&
    typeof nonce === 'string' &&
    Buffer.byteLength(nonce) === NONCE_BYTES &&
    (associated === undefined || associated === null || typeof associated === 'string');
  if (!shaped) throw new PayMessageRefused('resource');
  const bytes = Buffer.from(ciphertext, 'base64');
  if (bytes.length < TAG_BYTES) throw new PayMessageRefused('resource');
  const [sealed, tag] = [bytes.subarray(0, -TAG_BYTES), bytes.subarray(-TAG_BYTES)];
  for (const key of keys) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(tag);
    decipher.setAAD(Buffer.from(associated ?? ''));
    try {
      return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
    } catch {
      continue;
    }
  }
  throw new PayMessageRefused('resource');
}
