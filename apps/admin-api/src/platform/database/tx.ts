import type { PoolConnection } from 'mysql2';
import type { EntityManager, QueryRunner } from 'typeorm';
import { sendSql } from './send-sql.js';

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

  /** @internal Only UnitOfWork calls this. @param connection the one of the runner */
  constructor(runner: QueryRunner, connection: PoolConnection) {
    this.#runner = runner;
    this.#connection = connection;
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

  #send(sql: string, params: SqlParams): Promise<unknown> {
    // The connection belongs to somebody else by then.
    if (!this.#runner.isTransactionActive) {
      return Promise.reject(new Error('the transaction is over'));
    }
    return sendSql(this.#connection, sql, params);
  }
}
