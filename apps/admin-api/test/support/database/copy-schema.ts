import type { Connection, RowDataPacket } from 'mysql2/promise';
import { onceARun } from './once-a-run.js';
import type { TestServer } from './test-server.js';

/** The statements that make a copy of a schema in the one that is selected, in order. */
type Plan = readonly string[];

/** Makes `schema` a copy of the migrated template. */
export function copyTemplate(admin: Connection, server: TestServer, schema: string): Promise<void> {
  return copySchema(admin, `${server.prefix}_template`, schema);
}

/**
 * Makes `schema` a copy of another one, which does not change any more. What the schema held before is gone. A run makes
 * hundreds of copies, so what has to be done for one is found out once.
 */
export async function copySchema(admin: Connection, from: string, schema: string): Promise<void> {
  const plan = await onceARun(`copy of ${from}`, () => planCopy(admin, from));
  await admin.query(`DROP DATABASE IF EXISTS ${schema}`);
  await admin.query(`CREATE DATABASE ${schema} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  await admin.query(`USE ${schema}`);
  await admin.query('SET SESSION foreign_key_checks = 0');
  for (const statement of plan) await admin.query(statement);
  await admin.query('SET SESSION foreign_key_checks = 1');
}

/** Tables by SHOW CREATE TABLE (CREATE TABLE LIKE drops foreign keys), then the rows of those that have any. */
async function planCopy(admin: Connection, from: string): Promise<Plan> {
  const tables = await namesOf(
    admin,
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_type = 'BASE TABLE'`,
    [from],
  );
  const plan: string[] = [];
  for (const table of tables) {
    const [rows] = await admin.query<RowDataPacket[]>(`SHOW CREATE TABLE ${from}.\`${table}\``);
    plan.push(String(rows[0]?.['Create Table']));
    const [some] = await admin.query<RowDataPacket[]>(`SELECT 1 FROM ${from}.\`${table}\` LIMIT 1`);
    if (some.length > 0) plan.push(await copyOfRows(admin, from, table));
  }
  return plan;
}

async function copyOfRows(admin: Connection, from: string, table: string): Promise<string> {
  // Generated columns cannot be written.
  const columns = await namesOf(
    admin,
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = ? AND table_name = ? AND extra NOT LIKE '%GENERATED%'`,
    [from, table],
  );
  const list = columns.map((column) => `\`${column}\``).join(', ');
  return `INSERT INTO \`${table}\` (${list}) SELECT ${list} FROM ${from}.\`${table}\``;
}

async function namesOf(admin: Connection, sql: string, params: string[]): Promise<string[]> {
  const [rows] = await admin.query<RowDataPacket[]>(sql, params);
  return rows.map((row) => String(row.name));
}
