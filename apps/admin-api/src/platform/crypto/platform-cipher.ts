import { hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/index.js';
import { open, seal } from './sealed.js';

const KEY_BYTES = 32;
const PURPOSE = 'platform';

/**
 * Encrypts what the platform keeps for some days and belongs to no subject. Its key is derived (RFC 5869) from the one
 * of the blind index, which stays when the main key is turned: nothing has to be wrapped anew, and no key is read from
 * the database. It goes by its age, not by destroying a key.
 */
@Injectable()
export class PlatformCipher {
  readonly #key: Buffer;

  constructor({ blindIndexKey }: Config) {
    this.#key = Buffer.from(hkdfSync('sha256', blindIndexKey, '', PURPOSE, KEY_BYTES));
  }

  /** `context` names the row and column; it adds 29 bytes. */
  encrypt(context: readonly string[], text: string): Buffer {
    return seal(this.#key, [PURPOSE, ...context], Buffer.from(text, 'utf8'));
  }

  /** @throws DecryptionFailed when it was changed, or stood in another row */
  decrypt(context: readonly string[], sealed: Buffer): string {
    return open(this.#key, [PURPOSE, ...context], sealed).toString('utf8');
  }
}
