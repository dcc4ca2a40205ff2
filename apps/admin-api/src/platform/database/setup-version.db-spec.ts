import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { SETUP_TABLES, mayWriteSetup, setupVersion } from './setup-version.js';
import type { Tx } from './tx.js';
import { UnitOfWork } from './unit-of-work.js';

let source: DataSource;
let database: Database;
let unitOfWork: UnitOfWork;
beforeAll(async () => {
  const settings = { url: await workerDatabaseUrl(), poolSize: 3 };
  source = await new DataSource(dataSourceOptions(settings)).initialize();
  database = new Database(source);
  unitOfWork = new UnitOfWork(source);
});
afterAll(() => source.destroy());

/** By how much a transaction raised the version. */
async function raisedBy(work: (tx: Tx) => Promise<unknown>): Promise<number> {
  const before = await setupVersion(database);
  await unitOfWork.run(work).catch(() => undefined);
  return (await setupVersion(database)) - before;
}

describe('the version of the setup', () => {
  it.each(SETUP_TABLES)('is raised by whatever writes to %s', async (table) => {
    const nothing = `DELETE FROM ${table} WHERE 1 = 0`;
    expect(await raisedBy((tx) => tx.run(nothing))).toBe(1);
    expect(await raisedBy((tx) => tx.rows(nothing))).toBe(1);
    expect(await raisedBy((tx) => tx.manager.query(nothing.replace(table, `\`${table}\``)))).toBe(
      1,
    );
  });

  it('is raised once for a transaction, however much it writes', async () => {
    const work = async (tx: Tx): Promise<void> => {
      await tx.run('DELETE FROM store WHERE 1 = 0');
      await tx.run('DELETE FROM service WHERE 1 = 0');
    };
    expect(await raisedBy(work)).toBe(1);
  });

  it('stays when nothing of the setup was written, or nothing of it was kept', async () => {
    expect(await raisedBy((tx) => tx.rows('SELECT id FROM store FOR UPDATE'))).toBe(0);
    expect(await raisedBy((tx) => tx.run('DELETE FROM booking_slot WHERE 1 = 0'))).toBe(0);
    const undone = async (tx: Tx): Promise<never> => {
      await tx.run('DELETE FROM store WHERE 1 = 0');
      throw new Error('changed my mind');
    };
    expect(await raisedBy(undone)).toBe(0);
    // The connection that wrote it serves others now.
    for (let n = 0; n < 3; n += 1) expect(await raisedBy((tx) => tx.rows('SELECT 1'))).toBe(0);
  });

  it('is another one after each of many transactions at once', async () => {
    const write = (): Promise<unknown> =>
      unitOfWork.run((tx) => tx.run('DELETE FROM store WHERE 1 = 0'));
    const before = await setupVersion(database);
    await Promise.all(Array.from({ length: 12 }, write));
    expect(await setupVersion(database)).toBe(before + 12);
  });

  it('cannot be gone round by writing outside a transaction', async () => {
    await expect(database.rows('DELETE FROM store WHERE 1 = 0')).rejects.toThrow('UnitOfWork');
  });
});

describe('a statement that may write to the setup', () => {
  it.each([
    'insert into store (id) values (?)',
    'UPDATE `store` SET state = ?',
    'UPDATE appointment a JOIN yance.service s ON s.id = a.service_id SET s.name = ?',
    'REPLACE INTO staff_skill VALUES (?, ?)',
    '/* why */ DELETE FROM store_closure',
    'WITH old AS (SELECT 1) DELETE FROM resource',
    'TRUNCATE TABLE service_segment',
  ])('is known by the table it names: %s', (sql) => expect(mayWriteSetup(sql)).toBe(true));

  it.each([
    'SELECT id FROM store',
    '  select id from service for update',
    'INSERT INTO appointment_item (service_id, staff_id) VALUES (?, ?)',
    'DELETE FROM resource_block WHERE resource_id = ?',
    'UPDATE staff_account SET password_hash = ? WHERE staff_id = ?',
  ])('is none that only reads, or writes elsewhere: %s', (sql) =>
    expect(mayWriteSetup(sql)).toBe(false),
  );
});
