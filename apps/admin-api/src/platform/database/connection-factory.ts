import { createPool, type Pool, type PoolConnection, type PoolOptions } from 'mysql2';
import { noteSetupWrites } from './setup-version.js';
import { AcquireTimeout } from './sql-errors.js';

/**
 * What every session of ours is, whatever the server's defaults: UTC, READ COMMITTED, and a strict mode in which
 * bad data is an error and not a warning. Set on the connection, because setting it per transaction costs a round
 * trip each time; the isolation level by statement, because its variable has another name on MariaDB 10.11.
 */
const SESSION_STATEMENTS = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  "SET SESSION time_zone = '+00:00', sql_mode = 'STRICT_TRANS_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', innodb_lock_wait_timeout = 8",
];

export interface PoolLimits {
  /** Longest wait for a free connection before the caller is told to come back later. */
  readonly acquireTimeoutMs: number;
  /** Most callers that may wait at once; one more is refused at once. */
  readonly maxWaiting: number;
}

type ConnectionCallback = (error: Error | null, connection?: PoolConnection) => void;

/** Bounds the wait for a connection: mysql2 itself waits for ever. */
function boundAcquire(pool: Pool, limits: PoolLimits): void {
  const acquire = pool.getConnection.bind(pool) as (callback: ConnectionCallback) => void;
  let waiting = 0;
  const bounded = (callback: ConnectionCallback): void => {
    if (waiting >= limits.maxWaiting) {
      callback(new AcquireTimeout());
      return;
    }
    waiting += 1;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      waiting -= 1;
      callback(new AcquireTimeout());
    }, limits.acquireTimeoutMs);
    acquire((error, connection) => {
      if (late) {
        connection?.release();
        return;
      }
      clearTimeout(timer);
      waiting -= 1;
      callback(error, connection);
    });
  };
  Object.assign(pool, { getConnection: bounded });
}

/**
 * Stands in for the mysql2 module in TypeORM's options, so that the very first connection is prepared like all
 * others (a handler added to the pool after `initialize` misses it).
 */
export function connectionFactory(limits: PoolLimits): { createPool(options: PoolOptions): Pool } {
  return {
    createPool(options) {
      const pool = createPool(options);
      pool.on('connection', (connection) => {
        noteSetupWrites(connection);
        // Queued on the connection before anything its user sends.
        for (const statement of SESSION_STATEMENTS) {
          connection.query(statement, (error) => {
            if (error) connection.destroy();
          });
        }
      });
      boundAcquire(pool, limits);
      return pool;
    },
  };
}
