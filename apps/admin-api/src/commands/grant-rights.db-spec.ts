import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { freshSchema, type FreshSchema } from '../../test/support/database/index.js';
import { RIGHTS, TABLE_RIGHTS } from '../migrations/table-rights.js';
import { grantRights } from './grant-rights.js';

const DENIED = { code: 'ER_TABLEACCESS_DENIED_ERROR' };

let schema: FreshSchema;
let admin: Connection;
const accounts: string[] = [];

beforeAll(async () => {
  schema = await freshSchema();
  admin = await createConnection(schema.url);
});
afterAll(async () => {
  for (const account of accounts) await admin.query(`DROP USER IF EXISTS ${account}`);
  await admin.end();
  await schema.drop();
});

/** An account of its own with the rights given, on this schema. */
async function anAccount(rights: string, options = ''): Promise<string> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const account = `'${name}'@'127.0.0.1'`;
  accounts.push(account);
  await admin.query(`CREATE USER ${account} IDENTIFIED BY 'secret'`);
  if (rights) await admin.query(`GRANT ${rights} ON \`${schema.name}\`.* TO ${account} ${options}`);
  const url = new URL(schema.url);
  url.username = name;
  url.password = 'secret';
  return url.href;
}

const aMigrationAccount = (): Promise<string> => anAccount('ALL PRIVILEGES', 'WITH GRANT OPTION');

/** What the account may do with each table, in the words of information_schema. */
async function rightsOf(url: string): Promise<Record<string, string[]>> {
  const [rows] = await admin.query<RowDataPacket[]>(
    `SELECT table_name AS name, privilege_type AS one FROM information_schema.table_privileges
     WHERE table_schema = ? AND grantee = ?`,
    [schema.name, `'${new URL(url).username}'@'127.0.0.1'`],
  );
  const rights: Record<string, string[]> = {};
  for (const row of rows) (rights[String(row['name'])] ??= []).push(String(row['one']));
  return rights;
}

async function as<T>(url: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await createConnection(url);
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}

describe('the account of the API', () => {
  it('has on each table what the list says, and nothing that the database as a whole gave', async () => {
    const migrationUrl = await aMigrationAccount();
    const appUrl = await anAccount('SELECT, INSERT, UPDATE, DELETE, DROP');
    await grantRights({ appUrl, migrationUrl });
    const given = await rightsOf(appUrl);
    for (const [table, right] of Object.entries(TABLE_RIGHTS)) {
      expect([table, given[table]?.sort()]).toEqual([table, [...RIGHTS[right]].sort()]);
    }
    await as(appUrl, async (app) => {
      await expect(app.query('DROP TABLE sweep')).rejects.toMatchObject(DENIED);
      await expect(app.query('CREATE TABLE t (id INT)')).rejects.toMatchObject(DENIED);
    });
  });

  it('can neither change nor delete history, and no visit with its history', async () => {
    const migrationUrl = await aMigrationAccount();
    const appUrl = await anAccount('');
    await grantRights({ appUrl, migrationUrl });
    await as(appUrl, async (app) => {
      for (const table of ['audit_log', 'appointment_change']) {
        await app.query(`SELECT * FROM ${table} LIMIT 1`);
        await expect(app.query(`UPDATE ${table} SET at = at`)).rejects.toMatchObject(DENIED);
        await expect(app.query(`DELETE FROM ${table}`)).rejects.toMatchObject(DENIED);
        await expect(app.query(`TRUNCATE ${table}`)).rejects.toMatchObject(DENIED);
      }
      await app.query(
        `INSERT INTO audit_log (at, actor_kind, actor_id, action, subject_kind, subject_id)
         VALUES (UTC_TIMESTAMP(3), 'system', 'test', 'test', 'test', 'test')`,
      );
      await expect(app.query('DELETE FROM appointment')).rejects.toMatchObject(DENIED);
    });
  });

  it('needs nothing more the second time, and is brought back when somebody gave it more', async () => {
    const migrationUrl = await aMigrationAccount();
    const appUrl = await anAccount('');
    const urls = { appUrl, migrationUrl };
    expect((await grantRights(urls)).length).toBe(Object.keys(TABLE_RIGHTS).length);
    expect(await grantRights(urls)).toEqual([]);
    const account = `'${new URL(appUrl).username}'@'127.0.0.1'`;
    await admin.query(`GRANT DELETE ON \`${schema.name}\`.audit_log TO ${account}`);
    expect(await grantRights(urls)).toEqual([
      expect.stringMatching(/^REVOKE DELETE ON .*audit_log/),
    ]);
    expect((await rightsOf(appUrl))['audit_log']?.sort()).toEqual(['INSERT', 'SELECT']);
  });

  it('is not narrowed by itself', async () => {
    const url = await aMigrationAccount();
    await expect(grantRights({ appUrl: url, migrationUrl: url })).rejects.toMatchObject({
      name: 'CannotGrant',
    });
  });

  it('gets nothing while a table has no line in the list', async () => {
    const migrationUrl = await aMigrationAccount();
    const appUrl = await anAccount('');
    await admin.query('CREATE TABLE nobody_thought_of (id INT PRIMARY KEY)');
    try {
      const refused = grantRights({ appUrl, migrationUrl });
      await expect(refused).rejects.toThrow(/nobody_thought_of/);
      expect(await rightsOf(appUrl)).toEqual({});
    } finally {
      await admin.query('DROP TABLE nobody_thought_of');
    }
  });

  it('is refused when it has rights everywhere, which no list could narrow', async () => {
    const migrationUrl = await aMigrationAccount();
    const appUrl = await anAccount('');
    await admin.query(`GRANT PROCESS ON *.* TO '${new URL(appUrl).username}'@'127.0.0.1'`);
    await expect(grantRights({ appUrl, migrationUrl })).rejects.toMatchObject({
      name: 'CannotGrant',
    });
  });
});
