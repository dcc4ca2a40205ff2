import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';

/** Where this test run may make schemas, as its global set-up left it. */
export interface TestServer {
  /** Account that may do everything, no schema selected. */
  readonly adminUrl: string;
  /** Begins the names of all schemas of this run. */
  readonly prefix: string;
}

/** @throws Error when Jest runs a project that has no database set-up */
export function testServer(): TestServer {
  const { TEST_DATABASE_URL: adminUrl, TEST_SCHEMA_PREFIX: prefix } = process.env;
  if (!adminUrl || !prefix) throw new Error('this test needs a Jest project with a database');
  return { adminUrl, prefix };
}

/** The URL of a schema of this run. */
export function schemaUrl(server: TestServer, schema: string): string {
  return new URL(schema, server.adminUrl).href;
}

/** Opens one administrator's connection for `work` and closes it whatever happens. */
export async function asAdmin<T>(
  server: TestServer,
  work: (admin: Connection) => Promise<T>,
): Promise<T> {
  const admin = await createConnection({ uri: server.adminUrl, multipleStatements: false });
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** Makes `schema` a copy of the migrated template. */
export function copyTemplate(admin: Connection, server: TestServer, schema: string): Promise<void> {
  return copySchema(admin, `${server.prefix}_template`, schema);
}

/**
 * Makes `schema` a copy of another one: tables by SHOW CREATE TABLE (CREATE TABLE LIKE drops foreign keys), then their
 * rows. What the schema held before is gone.
 */
export async function copySchema(admin: Connection, from: string, schema: string): Promise<void> {
  await admin.query(`DROP DATABASE IF EXISTS ${schema}`);
  await admin.query(`CREATE DATABASE ${schema} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  const tables = await namesOf(
    admin,
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_type = 'BASE TABLE'`,
    [from],
  );
  await admin.query(`USE ${schema}`);
  await admin.query('SET SESSION foreign_key_checks = 0');
  for (const table of tables) {
    const [rows] = await admin.query<RowDataPacket[]>(`SHOW CREATE TABLE ${from}.\`${table}\``);
    await admin.query(String(rows[0]?.['Create Table']));
    await copyRows(admin, from, table);
  }
  await admin.query('SET SESSION foreign_key_checks = 1');
}

async function copyRows(admin: Connection, from: string, table: string): Promise<void> {
  // Generated columns cannot be written.
  const columns = await namesOf(
    admin,
    `SELECT column_name AS name FROM information_schema.columns
      WHERE table_schema = ? AND table_name = ? AND extra NOT LIKE '%GENERATED%'`,
    [from, table],
  );
  const list = columns.map((column) => `\`${column}\``).join(', ');
  await admin.query(`INSERT INTO \`${table}\` (${list}) SELECT ${list} FROM ${from}.\`${table}\``);
}

async function namesOf(admin: Connection, sql: string, params: string[]): Promise<string[]> {
  const [rows] = await admin.query<RowDataPacket[]>(sql, params);
  return rows.map((row) => String(row.name));
}
