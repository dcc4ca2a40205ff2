import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** First byte of everything sealed: AES-256-GCM, 12-byte nonce, 16-byte tag. Another layout gets another number. */
const FORMAT = 1;

/** Sealed bytes were tampered with, or belong to another subject, field or key. Says nothing of their content. */
export class DecryptionFailed extends Error {
  constructor() {
    super('sealed bytes do not open with this key, subject and field');
    this.name = 'DecryptionFailed';
  }
}

/** Binds the parts a sealed value belongs to; the separator cannot occur in ids or field names. */
function boundTo(context: readonly string[]): Buffer {
  return Buffer.from(context.join('\u0000'), 'utf8');
}

/** `key` has 32 bytes. The answer is format byte, nonce, ciphertext, tag. */
export function seal(key: Buffer, context: readonly string[], plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), nonce, body, cipher.getAuthTag()]);
}

/** @throws DecryptionFailed */
export function open(key: Buffer, context: readonly string[], sealed: Buffer): Buffer {
  const shortest = 1 + NONCE_BYTES + TAG_BYTES;
  if (sealed.length < shortest || sealed[0] !== FORMAT) throw new DecryptionFailed();
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
  const body = sealed.subarray(1 + NONCE_BYTES, sealed.length - TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(context));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    throw new DecryptionFailed();
  }
}
