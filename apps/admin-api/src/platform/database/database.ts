import { Injectable, Optional } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolOf, sendSql } from './send-sql.js';
import { mayWriteSetup } from './setup-version.js';
import type { SqlParams } from './tx.js';
import { insideTransaction } from './unit-of-work.js';
import { WordSeal, withOpenWords } from './words.js';

/** Anything that can read: an open transaction, or the database outside one. */
export interface Reader {
  rows<T>(sql: string, params?: SqlParams): Promise<T[]>;
  row<T>(sql: string, params?: SqlParams): Promise<T | undefined>;
}

/** Reads outside a transaction. Inside one, read through the Tx: a second connection there can hang the pool. */
@Injectable()
export class Database implements Reader {
  constructor(
    private readonly dataSource: DataSource,
    @Optional() private readonly seal?: WordSeal,
  ) {}

  async rows<T>(sql: string, params: SqlParams = []): Promise<T[]> {
    if (insideTransaction()) throw new Error('read through the open Tx, not through Database');
    if (mayWriteSetup(sql)) throw new Error('the setup is written through UnitOfWork');
    const answer = await sendSql(poolOf(this.dataSource), sql, params);
    return (await withOpenWords(this.seal, this, sql, answer)) as T[];
  }

  async row<T>(sql: string, params: SqlParams = []): Promise<T | undefined> {
    return (await this.rows<T>(sql, params))[0];
  }
}
