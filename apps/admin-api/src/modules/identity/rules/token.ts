import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;
const PATTERN = /^[\w-]{43}$/;

/** A session token: 256 random bits. The caller gets the text once; only the hash is kept. */
export interface NewToken {
  readonly token: string;
  readonly hash: Buffer;
}

/** SHA-256 without salt is enough: the token cannot be guessed, so no table of hashes can be made. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token, 'ascii').digest();
}

export function newToken(): NewToken {
  const token = randomBytes(BYTES).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** False for a text that we never gave out, so that it costs no query. */
export function isToken(text: string): boolean {
  return PATTERN.test(text);
}
