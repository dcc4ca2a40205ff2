import { placeholders, toSafeInteger, type Reader, type Tx } from '../database/index.js';
import type { Held, Moved } from './client-data-handlers.js';

/** Ids of one statement at most. */
const BATCH = 500;

/**
 * Points every row of one file at another.
 * @param key the column that names a row for good
 * @returns the keys of the rows that moved
 */
export async function moveRows(
  tx: Tx,
  table: string,
  from: string,
  to: string,
  key = 'id',
): Promise<unknown[]> {
  const rows = await tx.rows<{ k: unknown }>(
    `SELECT ${key} AS k FROM ${table} WHERE customer_id = ? FOR UPDATE`,
    [from],
  );
  if (rows.length === 0) return [];
  await tx.run(`UPDATE ${table} SET customer_id = ? WHERE customer_id = ?`, [to, from]);
  return [...new Set(rows.map(({ k }) => k))];
}

/** The rows of several tables. @returns the keys by table, for `moveTablesBack` */
export async function moveTables(
  tx: Tx,
  tables: Readonly<Record<string, string>>,
  from: string,
  to: string,
): Promise<Record<string, unknown[]>> {
  const moved: Record<string, unknown[]> = {};
  for (const [table, key] of Object.entries(tables)) {
    const keys = await moveRows(tx, table, from, to, key);
    if (keys.length > 0) moved[table] = keys;
  }
  return moved;
}

/** Points rows back at the file they came from, those that still stand with the other. */
export async function moveRowsBack(
  tx: Tx,
  table: string,
  keys: readonly unknown[],
  { from, to }: { readonly from: string; readonly to: string },
  key = 'id',
): Promise<void> {
  for (let at = 0; at < keys.length; at += BATCH) {
    const some = keys.slice(at, at + BATCH);
    await tx.run(
      `UPDATE ${table} SET customer_id = ? WHERE customer_id = ? AND ${key} IN (${placeholders(some)})`,
      [from, to, ...some],
    );
  }
}

/** @param tables the same that were given to `moveTables` */
export async function moveTablesBack(
  tx: Tx,
  tables: Readonly<Record<string, string>>,
  moved: unknown,
  files: { readonly from: string; readonly to: string },
): Promise<void> {
  for (const [table, key] of Object.entries(tables))
    await moveRowsBack(tx, table, listIn(moved, table), files, key);
}

/** A list that a record holds; empty where it holds none. */
export function listIn(moved: unknown, name: string): readonly unknown[] {
  const value = (moved as Moved | undefined)?.[name];
  return Array.isArray(value) ? value : [];
}

/** How many rows of a table are a client's. */
export async function heldRows(
  reader: Reader,
  what: string,
  table: string,
  customerId: string,
): Promise<Held> {
  const row = await reader.row<{ n: unknown }>(
    `SELECT COUNT(*) AS n FROM ${table} WHERE customer_id = ?`,
    [customerId],
  );
  return { what, count: toSafeInteger(row?.n) };
}
