import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { workerDatabaseUrl } from '../../test/support/database/index.js';

const FOLDER = path.resolve(import.meta.dirname);

let connection: Connection;
beforeAll(async () => {
  connection = await createConnection(await workerDatabaseUrl());
});
afterAll(() => connection.end());

/** Names in the SQL of all migrations that begin like this, in order. */
function namesInMigrations(prefix: string): string[] {
  const files = readdirSync(FOLDER).filter((name) => /^\d{4}-.*\.ts$/.test(name));
  const sql = files.map((name) => readFileSync(path.join(FOLDER, name), 'utf8')).join('\n');
  // What a later migration took away again is not expected.
  const dropped = [...sql.matchAll(/DROP (?:CONSTRAINT|CHECK) (\w+)/g)].map((match) => match[1]);
  const names = [...sql.matchAll(new RegExp(`CONSTRAINT (${prefix}\\w+)`, 'g'))].flatMap(
    (match) => match[1] ?? [],
  );
  return [...new Set(names)].filter((name) => !dropped.includes(name)).sort();
}

async function names(sql: string): Promise<string[]> {
  const [rows] = await connection.query<RowDataPacket[]>(sql);
  return rows.map((row) => String(row['name'])).sort();
}

describe('the migrated schema', () => {
  it('has every CHECK that a migration names, and no other', async () => {
    const there = await names(
      `SELECT constraint_name AS name FROM information_schema.check_constraints
       WHERE constraint_schema = DATABASE() AND constraint_name LIKE 'chk\\_%'`,
    );
    const expected = namesInMigrations('chk_');
    expect(expected.length).toBeGreaterThan(20);
    expect(there).toEqual(expected);
  });

  it('has every foreign key that a migration names, and no other', async () => {
    const there = await names(
      `SELECT constraint_name AS name FROM information_schema.referential_constraints
       WHERE constraint_schema = DATABASE()`,
    );
    const linking = namesInMigrations('fk_');
    expect(linking.length).toBeGreaterThan(20);
    expect(there).toEqual(linking);
  });

  it('compares ids and keys byte by byte', async () => {
    const loose = await names(
      `SELECT CONCAT(table_name, '.', column_name) AS name FROM information_schema.columns
       WHERE table_schema = DATABASE() AND data_type = 'char' AND character_maximum_length = 26
         AND collation_name <> 'ascii_bin'`,
    );
    expect(loose).toEqual([]);
  });

  it('keeps text in the collations of the house, and in InnoDB tables only', async () => {
    const others = await names(
      `SELECT CONCAT(table_name, '.', column_name, ' ', collation_name) AS name
       FROM information_schema.columns
       WHERE table_schema = DATABASE() AND collation_name NOT IN ('ascii_bin', 'utf8mb4_unicode_ci', 'utf8mb4_bin')
         AND data_type <> 'longtext' AND table_name <> 'schema_migration'`,
    );
    expect(others).toEqual([]);
    const engines = await names(
      `SELECT DISTINCT engine AS name FROM information_schema.tables WHERE table_schema = DATABASE()`,
    );
    expect(engines).toEqual(['InnoDB']);
  });

  it('keeps instants to the millisecond', async () => {
    const coarse = await names(
      `SELECT CONCAT(table_name, '.', column_name) AS name FROM information_schema.columns
       WHERE table_schema = DATABASE() AND data_type IN ('datetime', 'timestamp')
         AND (datetime_precision <> 3 OR data_type = 'timestamp')`,
    );
    expect(coarse).toEqual([]);
  });
});
