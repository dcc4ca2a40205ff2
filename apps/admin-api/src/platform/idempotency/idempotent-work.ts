import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { BlindIndex, PlatformCipher } from '../crypto/index.js';
import { fromJsonColumn, isDuplicateKey, UnitOfWork, type Tx } from '../database/index.js';
import { Refusal, refuse } from '../errors/index.js';
import type { IdempotentCall } from './idempotent-call.js';

interface StoredAnswer {
  request_hash: Buffer;
  /** `{"sealed": base64}`: answers hold names and notes, which the database must not show. */
  response: unknown;
}

/** Binds a sealed answer to its row. */
const rowOf = ({ principal, operation, key }: IdempotentCall): string[] => [
  ...['idempotency-answer', principal, operation, key ?? ''],
];

/** Thrown inside the transaction to leave it when the key is already there. */
class KeyAlreadyThere extends Error {}

/**
 * Runs a write once per key. The key row is the first insert of the same transaction, so a second send waits for
 * the first to end: if it committed, the stored answer is given again; if it was refused or broke, nothing of it is
 * left, and the second send is a fresh try.
 */
@Injectable()
export class IdempotentWork {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly cipher: PlatformCipher,
    private readonly blindIndex: BlindIndex,
  ) {}

  /** @throws Refusal IDEMPOTENCY_KEY_REUSED when the key stands for another request */
  async run<T extends object>(call: IdempotentCall, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (call.key === undefined) return this.unitOfWork.run(work);
    try {
      return await this.unitOfWork.run(async (tx) => {
        await this.#claim(tx, call);
        const answer = await work(tx);
        await this.#store(tx, call, answer);
        return answer;
      });
    } catch (error) {
      if (!(error instanceof KeyAlreadyThere)) throw error;
      return this.unitOfWork.run((tx) => this.#replay<T>(tx, call));
    }
  }

  /**
   * Runs an attempt that looks before it writes. When the attempt is refused although an earlier send of the same
   * key has succeeded meanwhile, that send's answer is given: a client must not be told "taken" by her own booking.
   */
  async settle<T extends object>(call: IdempotentCall, attempt: () => Promise<T>): Promise<T> {
    try {
      return await attempt();
    } catch (error) {
      if (call.key === undefined || !(error instanceof Refusal)) throw error;
      const stored = await this.unitOfWork.run((tx) => this.#stored(tx, call));
      if (!stored) throw error;
      return this.#answerOf<T>(stored, call);
    }
  }

  async #claim(tx: Tx, call: IdempotentCall): Promise<void> {
    const sql = `INSERT INTO idempotency_key (principal, operation, key_value, request_hash, created_at)
                 VALUES (?, ?, ?, ?, ?)`;
    const hash = this.#hashOf(call);
    const values = [call.principal, call.operation, call.key, hash, this.clock.now()];
    try {
      await tx.run(sql, values);
    } catch (error) {
      throw isDuplicateKey(error) ? new KeyAlreadyThere() : error;
    }
  }

  async #store(tx: Tx, call: IdempotentCall, answer: object): Promise<void> {
    const sql = `UPDATE idempotency_key SET response = ?
                 WHERE principal = ? AND operation = ? AND key_value = ?`;
    const sealed = this.cipher.encrypt(rowOf(call), JSON.stringify(answer)).toString('base64');
    await tx.run(sql, [JSON.stringify({ sealed }), call.principal, call.operation, call.key]);
  }

  async #replay<T extends object>(tx: Tx, call: IdempotentCall): Promise<T> {
    const stored = await this.#stored(tx, call);
    // The row can only be gone if the clean-up of old keys ran in between.
    if (!stored) return refuse('OVERLOADED', { retryAfterSeconds: 1 });
    return this.#answerOf<T>(stored, call);
  }

  /**
   * What is kept of a request: a hash under a key of ours. A phone, a code or a few words of somebody's health are soon
   * found by trying when only their SHA-256 is known.
   */
  #hashOf({ requestHash }: IdempotentCall): Buffer {
    return this.blindIndex.of('idempotent-request', requestHash.toString('hex'));
  }

  #stored(tx: Tx, call: IdempotentCall): Promise<StoredAnswer | undefined> {
    const sql = `SELECT request_hash, response FROM idempotency_key
                 WHERE principal = ? AND operation = ? AND key_value = ?`;
    return tx.row<StoredAnswer>(sql, [call.principal, call.operation, call.key]);
  }

  #answerOf<T extends object>(stored: StoredAnswer, call: IdempotentCall): T {
    const known = stored.request_hash;
    // A version before kept the plain one of some routes: such rows are a week old at most.
    if (!known.equals(this.#hashOf(call)) && !known.equals(call.requestHash))
      return refuse('IDEMPOTENCY_KEY_REUSED');
    const kept = fromJsonColumn(stored.response);
    const { sealed } = kept as { sealed?: string };
    // Written by a version that did not seal: such rows are a week old at most, and may meet a rolling upgrade.
    if (sealed === undefined) return kept as T;
    return JSON.parse(this.cipher.decrypt(rowOf(call), Buffer.from(sealed, 'base64'))) as T;
  }
}
