import { randomBytes } from 'node:crypto';
import type { KeyEncryptionKey } from '../config/index.js';
import { DecryptionFailed, open, seal } from './sealed.js';

const DATA_KEY_BYTES = 32;
const PURPOSE = 'subject-key';

/** A subject's data key as it is stored. */
export interface WrappedKey {
  readonly kekVersion: number;
  readonly bytes: Buffer;
}

/** The key-encryption keys: the newest wraps, all unwrap. A wrapped key opens only for the subject it was made for. */
export class KeyRing {
  readonly #newest: KeyEncryptionKey;
  readonly #byVersion: ReadonlyMap<number, Buffer>;

  /** @throws Error without any key */
  constructor(keys: readonly KeyEncryptionKey[]) {
    const newest = [...keys].sort((a, b) => b.version - a.version)[0];
    if (!newest) throw new Error('no key-encryption key is configured');
    this.#newest = newest;
    this.#byVersion = new Map(keys.map((key) => [key.version, key.bytes]));
  }

  get newestVersion(): number {
    return this.#newest.version;
  }

  newDataKey(): Buffer {
    return randomBytes(DATA_KEY_BYTES);
  }

  wrap(subjectId: string, dataKey: Buffer): WrappedKey {
    const { version, bytes } = this.#newest;
    return { kekVersion: version, bytes: seal(bytes, [PURPOSE, subjectId], dataKey) };
  }

  /** @throws DecryptionFailed also when the version is not configured any more */
  unwrap(subjectId: string, wrapped: WrappedKey): Buffer {
    const key = this.#byVersion.get(wrapped.kekVersion);
    if (!key) throw new DecryptionFailed();
    return open(key, [PURPOSE, subjectId], wrapped.bytes);
  }
}
