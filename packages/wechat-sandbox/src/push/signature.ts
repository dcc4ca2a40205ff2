import { createHash } from 'node:crypto';

/**
 * How message push signs: sha1 over the sorted, joined parts. `signature` takes token, timestamp
 * and nonce; `msg_signature` takes the ciphertext too.
 */
export function pushSignature(...parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}
