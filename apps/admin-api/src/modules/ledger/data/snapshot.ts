import type { PoolConnection } from 'mysql2';
import type { DataSource } from 'typeorm';
import type { Reader } from '../../../platform/database/index.js';
import { sendSql } from '../../../platform/database/send-sql.js';

/**
 * Reads everything as it was at one moment, however long it takes and whatever is written meanwhile. Our sessions are
 * READ COMMITTED, where two statements may see two states of the books.
 */
export async function readSnapshot<T>(
  dataSource: DataSource,
  read: (reader: Reader) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    const connection = (await runner.connect()) as PoolConnection;
    const rows = async <R>(sql: string, params: readonly unknown[] = []): Promise<R[]> =>
      (await sendSql(connection, sql, params)) as R[];
    await rows('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await rows('START TRANSACTION WITH CONSISTENT SNAPSHOT');
    try {
      return await read({ rows, row: async (sql, params) => (await rows<never>(sql, params))[0] });
    } finally {
      await rows('ROLLBACK');
    }
  } finally {
    await runner.release();
  }
}
