import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { BlindIndex } from '../../../platform/crypto/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { countAttempt, type ThrottlePolicy, type ThrottleState } from '../rules/throttle.js';

/** One counter that an attempt goes through. */
export interface ThrottleKey {
  readonly text: string;
  readonly policy: ThrottlePolicy;
  /** True when success wipes it; others are only given this attempt back. */
  readonly forgivenBySuccess: boolean;
}

/** Counts attempts at secrets, in the database, so that all processes count together. */
@Injectable()
export class LoginThrottle {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly blindIndex: BlindIndex,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts one attempt under all keys, or none of them.
   * @param refusal how it is called where somebody is signed in already
   * @throws Refusal LOGIN_THROTTLED, or the other, with Retry-After
   */
  async count(
    keys: readonly ThrottleKey[],
    refusal: 'LOGIN_THROTTLED' | 'PASSWORD_THROTTLED' = 'LOGIN_THROTTLED',
  ): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      for (const { hash, policy } of this.#sorted(keys)) {
        const decision = countAttempt(await this.#lock(tx, hash, now), now, policy);
        if (!decision.allowed) {
          return refuse(refusal, {
            retryAfterSeconds: Math.ceil(decision.retryAfterMs / 1000),
          });
        }
        await this.#store(tx, hash, decision.next);
      }
    });
  }

  /** Takes the attempt back after success. */
  async giveBack(tx: Tx, keys: readonly ThrottleKey[]): Promise<void> {
    for (const { hash, forgivenBySuccess } of this.#sorted(keys)) {
      const left = forgivenBySuccess ? '0' : 'IF(attempts > 0, attempts - 1, 0)';
      const sql = `UPDATE login_throttle SET attempts = ${left}, blocked_until = NULL WHERE key_hash = ?`;
      await tx.run(sql, [hash]);
    }
  }

  /** Rows are locked in the order of their keys by everybody. */
  #sorted(keys: readonly ThrottleKey[]): (ThrottleKey & { hash: Buffer })[] {
    const hashed = keys.map((key) => ({
      ...key,
      hash: this.blindIndex.of('login-throttle', key.text),
    }));
    return hashed.sort((a, b) => Buffer.compare(a.hash, b.hash));
  }

  /** Makes sure that the row exists and locks it in one statement, then reads it. */
  async #lock(tx: Tx, hash: Buffer, now: Date): Promise<ThrottleState | undefined> {
    await tx.run(
      `INSERT INTO login_throttle (key_hash, attempts, last_attempt_at) VALUES (?, 0, ?)
       ON DUPLICATE KEY UPDATE key_hash = VALUES(key_hash)`,
      [hash, now],
    );
    return tx.row<ThrottleState>(
      `SELECT attempts, last_attempt_at AS lastAttemptAt, blocked_until AS blockedUntil
       FROM login_throttle WHERE key_hash = ?`,
      [hash],
    );
  }

  async #store(tx: Tx, hash: Buffer, state: ThrottleState): Promise<void> {
    await tx.run(
      'UPDATE login_throttle SET attempts = ?, last_attempt_at = ?, blocked_until = ? WHERE key_hash = ?',
      [state.attempts, state.lastAttemptAt, state.blockedUntil, hash],
    );
  }
}
