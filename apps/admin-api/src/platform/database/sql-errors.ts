import { types } from 'node:util';

/** Errno of a MySQL-protocol server; texts and mysql2's labels differ between engines, numbers do not. */
const DUPLICATE = 1062;
const CHECK_FAILED = new Set([3819, 4025]); // MySQL 8, MariaDB
const FOREIGN_KEY = new Set([1451, 1452]);
/** Deadlock, lock wait, MariaDB snapshot conflict, TiDB write conflicts, Galera certification (seen as 1213 or 1180). */
const TRANSIENT = new Set([1205, 1213, 1020, 9007, 8002, 8022, 1180, 1047]);
const CONNECTION_CODES = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
]);
/** ER_CON_COUNT_ERROR, ER_SERVER_SHUTDOWN, and MariaDB's for a connection or a statement that an administrator ended. */
const CONNECTION_ERRNOS = new Set([1040, 1053, 1927, 1317]);

interface SqlError {
  errno?: number;
  code?: string;
  sqlMessage?: string;
  message: string;
}

function sqlError(error: unknown): SqlError | undefined {
  if (!types.isNativeError(error)) return undefined;
  // TypeORM wraps the driver's error and copies its members.
  if ('driverError' in error && types.isNativeError(error.driverError)) {
    return error.driverError;
  }
  return error;
}

/** A unique key refused the row; with `key`, only that key. */
export function isDuplicateKey(error: unknown, key?: string): boolean {
  const known = sqlError(error);
  if (known?.errno !== DUPLICATE) return false;
  // The key's name ends the text on every engine: `for key 'table.name'` or `for key 'name'`. The refused value stands
  // before it and may look like a key.
  return key === undefined || new RegExp(`[.']${key}'$`).test(known.sqlMessage ?? known.message);
}

export function isCheckViolation(error: unknown): boolean {
  return CHECK_FAILED.has(sqlError(error)?.errno ?? 0);
}

export function isForeignKeyViolation(error: unknown): boolean {
  return FOREIGN_KEY.has(sqlError(error)?.errno ?? 0);
}

/** The engine rolled the transaction back for another's sake: the same work may be tried in a NEW transaction. */
export function isTransient(error: unknown): boolean {
  return TRANSIENT.has(sqlError(error)?.errno ?? 0);
}

/** No connection could be had, or it broke: the outcome of a commit in flight is unknown. */
export function isOverload(error: unknown): boolean {
  const known = sqlError(error);
  if (!known) return false;
  return (
    CONNECTION_CODES.has(known.code ?? '') ||
    CONNECTION_ERRNOS.has(known.errno ?? 0) ||
    known instanceof AcquireTimeout
  );
}

/** The pool had no free connection within the configured time. */
export class AcquireTimeout extends Error {
  constructor() {
    super('no database connection became free in time');
    this.name = 'AcquireTimeout';
  }
}
