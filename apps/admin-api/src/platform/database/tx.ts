import type { EntityManager, QueryRunner } from 'typeorm';

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

  /** @internal Only UnitOfWork calls this. */
  constructor(runner: QueryRunner) {
    this.#runner = runner;
  }

  /** Entities of this transaction, for administrative tables; hot paths use SQL. */
  get manager(): EntityManager {
    return this.#runner.manager;
  }

  rows<T>(sql: string, params: SqlParams = []): Promise<T[]> {
    return this.#runner.query(sql, [...params]) as Promise<T[]>;
  }

  async row<T>(sql: string, params: SqlParams = []): Promise<T | undefined> {
    return (await this.rows<T>(sql, params))[0];
  }

  async run(sql: string, params: SqlParams = []): Promise<WriteResult> {
    const result = (await this.#runner.query(sql, [...params])) as WriteResult;
    return { affectedRows: result.affectedRows, insertId: result.insertId };
  }
}
