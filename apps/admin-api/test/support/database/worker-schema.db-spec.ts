import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshSchema } from '../fresh-schema.js';
import { workerDatabaseUrl } from './worker-schema.js';

const CONSTRAINTS = `SELECT table_name, constraint_name, constraint_type FROM information_schema.table_constraints
  WHERE table_schema = ? ORDER BY table_name, constraint_name`;

describe('the schema of a worker', () => {
  let connection: Connection;
  let own: string;
  let template: string;

  beforeAll(async () => {
    const url = await workerDatabaseUrl();
    own = new URL(url).pathname.slice(1);
    template = own.replace(/_w\d+$/, '_template');
    connection = await createConnection(url);
  });

  afterAll(() => connection.end());

  it('has every key, foreign key and check of the migrated template', async () => {
    const [expected] = await connection.query<RowDataPacket[]>(CONSTRAINTS, [template]);
    const [actual] = await connection.query<RowDataPacket[]>(CONSTRAINTS, [own]);
    expect(actual).toEqual(expected);
    expect(actual.map((row) => row.constraint_type as string)).toContain('FOREIGN KEY');
  });

  it('knows that the migrations ran', async () => {
    const [rows] = await connection.query<RowDataPacket[]>('SELECT name FROM schema_migration');
    expect(rows.length).toBeGreaterThan(0);
  });

  it('is given out again to the next caller, not made again', async () => {
    expect(new URL(await workerDatabaseUrl()).pathname.slice(1)).toBe(own);
  });

  it('sees nothing of what a fresh schema holds', async () => {
    const fresh = await freshSchema({ migrated: false });
    const other = await createConnection(fresh.url);
    await other.query('CREATE TABLE only_here (id INT PRIMARY KEY)');
    const [tables] = await connection.query<RowDataPacket[]>("SHOW TABLES LIKE 'only_here'");
    expect(tables).toHaveLength(0);
    await other.end();
    await fresh.drop();
  });
});
