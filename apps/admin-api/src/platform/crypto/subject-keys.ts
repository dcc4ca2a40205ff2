import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { Config } from '../config/index.js';
import { Tx, placeholders, type Reader } from '../database/index.js';
import { KeyCache } from './key-cache.js';
import { KeyRing, type WrappedKey } from './key-ring.js';

const CACHED_KEYS = 5_000;
const CACHED_MS = 60_000;

interface KeyRow {
  subject_id: string;
  kek_version: number;
  wrapped_key: Buffer;
}

/** The subject has no data key: it was never made, or it was destroyed when the subject was erased. */
export class SubjectKeyMissing extends Error {
  constructor() {
    super('the subject has no data key');
    this.name = 'SubjectKeyMissing';
  }
}

/**
 * One random data key per subject (a client), wrapped by a key-encryption key of the configuration. Destroying the
 * wrapped key makes all that was encrypted for the subject unreadable, in backups too once they have run out.
 */
@Injectable()
export class SubjectKeys {
  readonly #ring: KeyRing;
  readonly #cache = new KeyCache(CACHED_KEYS, CACHED_MS);

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.#ring = new KeyRing(config.keyEncryptionKeys);
  }

  /** Makes the subject's key; one that is there already stays. */
  async createFor(tx: Tx, subjectId: string): Promise<void> {
    const wrapped = this.#ring.wrap(subjectId, this.#ring.newDataKey());
    await tx.run(
      `INSERT INTO subject_key (subject_id, kek_version, wrapped_key, created_at) VALUES (?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE subject_id = subject_id`,
      [subjectId, wrapped.kekVersion, wrapped.bytes, this.clock.now()],
    );
  }

  /** Crypto-shredding: what was encrypted for the subject is gone for good. */
  async destroy(tx: Tx, subjectId: string): Promise<void> {
    await tx.run('DELETE FROM subject_key WHERE subject_id = ?', [subjectId]);
    this.#cache.forget(subjectId);
  }

  /**
   * The subject's data key, 32 bytes. Do not keep it.
   * @throws SubjectKeyMissing, DecryptionFailed
   */
  async dataKey(reader: Reader, subjectId: string): Promise<Buffer> {
    const cached = this.#cache.get(subjectId, performance.now());
    if (cached) return cached;
    const row = await reader.row<KeyRow>(
      'SELECT subject_id, kek_version, wrapped_key FROM subject_key WHERE subject_id = ?',
      [subjectId],
    );
    if (!row) throw new SubjectKeyMissing();
    const key = this.#ring.unwrap(subjectId, wrappedOf(row));
    // A key read inside a transaction may be rolled back and made anew: cached, it would encrypt what nobody can read.
    if (!(reader instanceof Tx)) this.#cache.set(subjectId, key, performance.now());
    return key;
  }

  /**
   * Unwraps the keys of many subjects with one question. Inside a transaction it does nothing: see dataKey. Subjects
   * without a key are left out; whoever asks for theirs is told.
   * @throws DecryptionFailed
   */
  async prepare(reader: Reader, subjectIds: readonly string[]): Promise<void> {
    if (reader instanceof Tx) return;
    const now = performance.now();
    const wanted = [...new Set(subjectIds)].filter((id) => !this.#cache.get(id, now));
    if (wanted.length < 2) return;
    const rows = await reader.rows<KeyRow>(
      `SELECT subject_id, kek_version, wrapped_key FROM subject_key
       WHERE subject_id IN (${placeholders(wanted)})`,
      wanted,
    );
    for (const row of rows)
      this.#cache.set(row.subject_id, this.#ring.unwrap(row.subject_id, wrappedOf(row)), now);
  }

  /**
   * Wraps up to `limit` keys of one old key-encryption key with the newest; call it until it answers 0, then the
   * old version may leave the configuration. Data is not touched.
   * @throws DecryptionFailed when the old version is not configured
   */
  async rewrapKeys(tx: Tx, fromVersion: number, limit: number): Promise<number> {
    if (fromVersion === this.#ring.newestVersion) return 0;
    // The row locks keep two runs of the command apart.
    const rows = await tx.rows<KeyRow>(
      `SELECT subject_id, kek_version, wrapped_key FROM subject_key
       WHERE kek_version = ? ORDER BY subject_id LIMIT ? FOR UPDATE`,
      [fromVersion, limit],
    );
    for (const row of rows) {
      const wrapped = this.#ring.wrap(
        row.subject_id,
        this.#ring.unwrap(row.subject_id, wrappedOf(row)),
      );
      await tx.run('UPDATE subject_key SET kek_version = ?, wrapped_key = ? WHERE subject_id = ?', [
        wrapped.kekVersion,
        wrapped.bytes,
        row.subject_id,
      ]);
    }
    return rows.length;
  }
}

function wrappedOf(row: KeyRow): WrappedKey {
  return { kekVersion: row.kek_version, bytes: row.wrapped_key };
}
