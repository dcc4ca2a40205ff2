import type { PoolConnection } from 'mysql2';
import type { Reader } from './database.js';

/** How the salon is set up: read at each look at free times, written a few times a week. */
export const SETUP_TABLES = [
  'booking_policy',
  'certificate_rule',
  'daily_cap',
  'health_certificate',
  'peak_time',
  'resource',
  'service',
  'service_category',
  'service_grade_price',
  'service_segment',
  'service_store',
  'skill',
  'staff_member',
  'staff_skill',
  'staff_store',
  'store',
  'store_closure',
  'store_hours',
  'turn_rules',
] as const;

const READS = /^\s*SELECT\b/i;
const SETUP_TABLE = new RegExp(`\\b(?:${SETUP_TABLES.join('|')})\\b`, 'i');

/**
 * Whether a statement may write to how the salon is set up. Told by what it names and not by what it does with it: a
 * version that was raised for nothing costs one more read, one that was not raised shows clients what is no more.
 */
export function mayWriteSetup(sql: string): boolean {
  return !READS.test(sql) && SETUP_TABLE.test(sql);
}

const wroteSetup = new WeakSet<PoolConnection>();

/** Has a connection note for itself what it sends, whoever sends it: hand-written SQL or TypeORM. */
export function noteSetupWrites(connection: PoolConnection): void {
  const send = connection.query.bind(connection) as (...args: unknown[]) => unknown;
  const query = (statement: unknown, ...rest: unknown[]): unknown => {
    const sql = typeof statement === 'string' ? statement : (statement as { sql: string }).sql;
    if (mayWriteSetup(sql)) wroteSetup.add(connection);
    return send(statement, ...rest);
  };
  Object.assign(connection, { query });
}

/** Begins a new account of what a connection writes. */
export function forgetSetupWrites(connection: PoolConnection): void {
  wroteSetup.delete(connection);
}

/** Whether a connection may have written to the setup since the account began. */
export function hasWrittenSetup(connection: PoolConnection): boolean {
  return wroteSetup.has(connection);
}

/** One row, locked from here to the commit, so that no two transactions leave the same version behind. */
export const RAISE_SETUP_VERSION =
  'INSERT INTO setup_version (id, version) VALUES (1, 1) ON DUPLICATE KEY UPDATE version = version + 1';

/**
 * Changes whenever a transaction that wrote to a setup table is committed, so what was read under one version holds as
 * long as this answers the same. Read it before the tables: then they are never older than it says.
 */
export async function setupVersion(reader: Reader): Promise<number> {
  const sql = 'SELECT version FROM setup_version WHERE id = 1';
  return (await reader.row<{ version: number }>(sql))?.version ?? 0;
}
