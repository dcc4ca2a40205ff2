import type { PoolConnection } from 'mysql2';
import type { EntityManager, QueryRunner } from 'typeorm';
import { sendSql } from './send-sql.js';
import { withOpenWords, withSealedWords, type WordSeal } from './words.js';

export type SqlParams = readonly unknown[];

/** What an INSERT, UPDATE or DELETE did. */
export interface WriteResult {
  readonly affectedRows: number;
  readonly insertId: number;
}

/**
 * An open transaction. Writes take one as their first argument, and only UnitOfWork can make one:
 * the private member keeps any data source or manager from standing in for it.
 */
export class Tx {
  readonly #runner: QueryRunner;
  readonly #connection: PoolConnection;
  readonly #seal: WordSeal | undefined;

  /** @internal Only UnitOfWork calls this. @param connection the one of the runner */
  constructor(runner: QueryRunner, connection: PoolConnection, seal?: WordSeal) {
    this.#runner = runner;
    this.#connection = connection;
    this.#seal = seal;
  }

  /** Entities of this transaction, for administrative tables; hot paths use SQL. */
  get manager(): EntityManager {
    return this.#runner.manager;
  }

  rows<T>(sql: string, params: SqlParams = []): Promise<T[]> {
    return this.#send(sql, params) as Promise<T[]>;
  }

  async row<T>(sql: string, params: SqlParams = []): Promise<T | undefined> {
    return (await this.rows<T>(sql, params))[0];
  }

  async run(sql: string, params: SqlParams = []): Promise<WriteResult> {
    const result = (await this.#send(sql, params)) as WriteResult;
    return { affectedRows: result.affectedRows, insertId: result.insertId };
  }

  async #send(sql: string, params: SqlParams): Promise<unknown> {
    const values = await withSealedWords(this.#seal, this, params);
    // The connection belongs to somebody else by then.
    if (!this.#runner.isTransactionActive) throw new Error('the transaction is over');
    return withOpenWords(this.#seal, this, sql, await sendSql(this.#connection, sql, values));
  }
}
