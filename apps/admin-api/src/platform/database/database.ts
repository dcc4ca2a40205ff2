import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolOf, sendSql } from './send-sql.js';
import { mayWriteSetup } from './setup-version.js';
import type { SqlParams } from './tx.js';
import { insideTransaction } from './unit-of-work.js';

/** Anything that can read: an open transaction, or the database outside one. */
export interface Reader {
  rows<T>(sql: string, params?: SqlParams): Promise<T[]>;
  row<T>(sql: string, params?: SqlParams): Promise<T | undefined>;
}

/** Reads outside a transaction. Inside one, read through the Tx: a second connection there can hang the pool. */
@Injectable()
export class Database implements Reader {
  constructor(private readonly dataSource: DataSource) {}

  rows<T>(sql: string, params: SqlParams = []): Promise<T[]> {
    if (insideTransaction()) {
      return Promise.reject(new Error('read through the open Tx, not through Database'));
    }
    if (mayWriteSetup(sql)) {
      return Promise.reject(new Error('the setup is written through UnitOfWork'));
    }
    return sendSql(poolOf(this.dataSource), sql, params) as Promise<T[]>;
  }

  async row<T>(sql: string, params: SqlParams = []): Promise<T | undefined> {
    return (await this.rows<T>(sql, params))[0];
  }
}
