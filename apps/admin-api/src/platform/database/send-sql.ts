import type { Pool, PoolConnection } from 'mysql2';
import type { DataSource } from 'typeorm';
import type { SqlParams } from './tx.js';

/** The pool behind TypeORM, bounded as connection-factory.ts makes it. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { pool: Pool }).pool;
}

/**
 * Sends one statement without TypeORM's query runner around it: plain SQL is what hot paths are made of, and the
 * runner's events and the stack that mysql2's promises note for each statement cost as much as the statement.
 * @throws the driver's error, with the stack of whoever asked
 */
export async function sendSql(
  to: Pool | PoolConnection,
  sql: string,
  params: SqlParams,
): Promise<unknown> {
  try {
    return await new Promise<unknown>((resolve, reject) => {
      to.query(sql, [...params], (error, result) => (error ? reject(error) : resolve(result)));
    });
  } catch (error) {
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  }
}
