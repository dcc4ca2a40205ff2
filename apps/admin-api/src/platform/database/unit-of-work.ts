import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Optional } from '@nestjs/common';
import type { PoolConnection } from 'mysql2';
import { DataSource } from 'typeorm';
import { sendSql } from './send-sql.js';
import { RAISE_SETUP_VERSION, forgetSetupWrites, hasWrittenSetup } from './setup-version.js';
import { isTransient } from './sql-errors.js';
import { Tx } from './tx.js';
import { WordSeal } from './words.js';

/** Attempts in all; beyond this the fault is not a passing clash and belongs to the caller. */
const MAX_ATTEMPTS = 6;
/** Back-off doubles from here, with full jitter, so that two losers do not meet again. */
const FIRST_PAUSE_MS = 4;

const inside = new AsyncLocalStorage<true>();

/**
 * True while the current call stack is inside a transaction. Taking a second connection there can hang the pool
 * for ever (seen with a pool of 10 at 10 concurrent requests), so readers check it.
 */
export function insideTransaction(): boolean {
  return inside.getStore() === true;
}

@Injectable()
export class UnitOfWork {
  #retries = 0;
  readonly #afterCommit = new Set<() => void>();

  constructor(
    private readonly dataSource: DataSource,
    @Optional() private readonly seal?: WordSeal,
  ) {}

  /** How often a transaction was begun again since start; for metrics. */
  get retries(): number {
    return this.#retries;
  }

  /** Calls `listener` after every commit: a hint to look for new work, never the only way to find it. */
  onCommit(listener: () => void): void {
    this.#afterCommit.add(listener);
  }

  /**
   * Runs `work` in one READ COMMITTED transaction. A deadlock, lock wait or certification failure is retried from
   * the start in a NEW transaction on a fresh query runner: InnoDB has already rolled back the old one, and a retry
   * inside it would run in autocommit. `work` must touch nothing but the database.
   * @throws whatever `work` throws, after a rollback
   */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (insideTransaction()) throw new Error('a transaction may not be opened inside another');
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await this.#once(work);
        for (const listener of this.#afterCommit) listener();
        return result;
      } catch (error) {
        if (!isTransient(error) || attempt >= MAX_ATTEMPTS) throw error;
        this.#retries += 1;
        await pause(Math.random() * FIRST_PAUSE_MS * 2 ** attempt);
      }
    }
  }

  async #once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const connection = (await runner.connect()) as PoolConnection;
      await runner.startTransaction();
      forgetSetupWrites(connection);
      const result = await inside.run(true, () => work(new Tx(runner, connection, this.seal)));
      // Last, so that the row that all such writers share is locked for no longer than the commit takes.
      if (hasWrittenSetup(connection)) await sendSql(connection, RAISE_SETUP_VERSION, []);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // A broken connection cannot roll back; the server does when it sees the connection gone.
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}
