import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { freshSchema, type FreshSchema } from '../../../test/support/fresh-schema.js';
import { until } from '../testing/until.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { isTransient } from './sql-errors.js';
import { UnitOfWork } from './unit-of-work.js';
import type { Tx } from './tx.js';

let schema: FreshSchema;
let source: DataSource;
let database: Database;
let unitOfWork: UnitOfWork;
/** A session that is not ours, as another process would have it. */
let other: Connection;
/** Looks at locks, and waits for none. */
let watcher: Connection;

beforeAll(async () => {
  schema = await freshSchema({ migrated: false });
  source = await new DataSource(dataSourceOptions({ url: schema.url, poolSize: 4 })).initialize();
  database = new Database(source);
  unitOfWork = new UnitOfWork(source);
  other = await createConnection(schema.url);
  watcher = await createConnection(schema.url);
  await other.query('CREATE TABLE row_lock (id INT PRIMARY KEY, hits INT NOT NULL) ENGINE=InnoDB');
  await other.query('CREATE TABLE trace (attempt INT NOT NULL, step INT NOT NULL) ENGINE=InnoDB');
});
beforeEach(async () => {
  await other.query('DELETE FROM trace');
  await other.query('DELETE FROM row_lock');
  await other.query('INSERT INTO row_lock VALUES (1, 0), (2, 0)');
});
afterAll(async () => {
  await other.end();
  await watcher.end();
  await source.destroy();
  await schema.drop();
});

const hit = (tx: Tx, id: number): Promise<unknown> =>
  tx.run('UPDATE row_lock SET hits = hits + 1 WHERE id = ?', [id]);

const trace = (tx: Tx, attempt: number, step: number): Promise<unknown> =>
  tx.run('INSERT INTO trace VALUES (?, ?)', [attempt, step]);

const rows = async (sql: string): Promise<unknown[]> =>
  (await database.rows(sql)).map((row) => row);

/** True while the other session works on an update: it asks for a row that we hold, so it waits. */
async function isWaiting(): Promise<boolean> {
  const [found] = await watcher.query<RowDataPacket[]>(
    "SELECT id FROM information_schema.processlist WHERE id = ? AND info LIKE 'UPDATE%'",
    [other.threadId],
  );
  return found.length > 0;
}

describe('a deadlock', () => {
  /**
   * Runs work that locks row 1 and then row 2 against a session that holds row 2 and then asks for row 1. The other
   * session weighs more, because it changed more rows, so the server gives up ours.
   */
  async function crossWith(ours: (tx: Tx, attempt: number) => Promise<void>): Promise<number> {
    let attempts = 0;
    let theirs: Promise<unknown> = Promise.resolve();
    await other.query('START TRANSACTION');
    const many = Array.from({ length: 200 }, () => '(99, 0)').join(', ');
    await other.query(`INSERT INTO trace VALUES ${many}`);
    await other.query('UPDATE row_lock SET hits = hits + 100 WHERE id = 2');
    const run = unitOfWork.run(async (tx) => {
      attempts += 1;
      await ours(tx, attempts);
      if (attempts === 1) {
        theirs = other
          .query('UPDATE row_lock SET hits = hits + 100 WHERE id = 1')
          .then(() => other.query('COMMIT'));
        await until('the other session waits for row 1', isWaiting);
      }
      await hit(tx, 2);
    });
    try {
      await run;
    } finally {
      await theirs;
    }
    return attempts;
  }

  it('is survived: the work runs again and both sides have their effect once', async () => {
    const before = unitOfWork.retries;
    const attempts = await crossWith(async (tx) => void (await hit(tx, 1)));
    expect(attempts).toBe(2);
    expect(unitOfWork.retries - before).toBe(1);
    expect(await rows('SELECT id, hits FROM row_lock ORDER BY id')).toEqual([
      { id: 1, hits: 101 },
      { id: 2, hits: 101 },
    ]);
  });

  it('leaves nothing of the first attempt', async () => {
    await crossWith(async (tx, attempt) => {
      await trace(tx, attempt, 1);
      await hit(tx, 1);
    });
    expect(await rows('SELECT attempt, step FROM trace WHERE attempt < 99')).toEqual([
      { attempt: 2, step: 1 },
    ]);
  });

  it('leaves nothing at all when the second attempt fails: it did not run in autocommit', async () => {
    const crossed = crossWith(async (tx, attempt) => {
      await trace(tx, attempt, 1);
      await hit(tx, 1);
      if (attempt === 2) throw new Error('second thoughts');
    });
    await expect(crossed).rejects.toThrow('second thoughts');
    expect(await rows('SELECT attempt FROM trace WHERE attempt < 99')).toEqual([]);
    expect(await rows('SELECT hits FROM row_lock')).toEqual([{ hits: 100 }, { hits: 100 }]);
  });
});

describe('attempts', () => {
  it('end after six, with the last clash as the error', async () => {
    let attempts = 0;
    const clash = Object.assign(new Error('deadlock'), { errno: 1213 });
    const work = unitOfWork.run(async (tx) => {
      attempts += 1;
      await trace(tx, attempts, 1);
      throw clash;
    });
    await expect(work).rejects.toBe(clash);
    expect(attempts).toBe(6);
    expect(await rows('SELECT attempt FROM trace')).toEqual([]);
  });

  it('are one for an error that is no clash', async () => {
    let attempts = 0;
    const work = unitOfWork.run((tx) => {
      attempts += 1;
      return tx.run('INSERT INTO no_such_table VALUES (1)');
    });
    await expect(work).rejects.toMatchObject({ errno: 1146 });
    expect(attempts).toBe(1);
  });

  it('follow a lock wait that took too long', async () => {
    await other.query('START TRANSACTION');
    await other.query('UPDATE row_lock SET hits = 7 WHERE id = 1');
    let attempts = 0;
    let seen: unknown;
    await unitOfWork.run(async (tx) => {
      attempts += 1;
      await trace(tx, attempts, 1);
      await tx.run('SET SESSION innodb_lock_wait_timeout = 1');
      try {
        await hit(tx, 1);
      } catch (error) {
        seen = error;
        await other.query('ROLLBACK');
        throw error;
      }
    });
    expect(isTransient(seen)).toBe(true);
    expect(await rows('SELECT attempt FROM trace')).toEqual([{ attempt: 2 }]);
  });
});

describe('a transaction', () => {
  it('is rolled back when its work throws, and the connection is as good as new', async () => {
    const work = unitOfWork.run(async (tx) => {
      await trace(tx, 1, 1);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await rows('SELECT * FROM trace')).toEqual([]);
    await unitOfWork.run((tx) => trace(tx, 2, 1));
    expect(await rows('SELECT attempt FROM trace')).toEqual([{ attempt: 2 }]);
  });

  it('is refused inside another', async () => {
    const nested = unitOfWork.run(() => unitOfWork.run(() => Promise.resolve()));
    await expect(nested).rejects.toThrow('inside another');
  });

  it('refuses reads past it, also from work that was started without waiting', async () => {
    await unitOfWork.run(async () => {
      await expect(database.rows('SELECT 1 AS one')).rejects.toThrow('through the open Tx');
      await expect(Promise.resolve().then(() => database.row('SELECT 1 AS one'))).rejects.toThrow(
        'through the open Tx',
      );
    });
    expect(await database.row('SELECT 1 AS one')).toEqual({ one: 1 });
  });

  it('is announced after its commit, and only then', async () => {
    const seen: unknown[] = [];
    const watched = new UnitOfWork(source);
    watched.onCommit(() => seen.push('committed'));
    await watched.run(async (tx) => {
      await trace(tx, 1, 1);
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual(['committed']);
    await watched.run(() => Promise.reject(new Error('no'))).catch(() => undefined);
    expect(seen).toEqual(['committed']);
  });

  it('lets others go on when many of them cross: thirty-two workers, each effect once', async () => {
    const busy = await new DataSource(
      dataSourceOptions({ url: schema.url, poolSize: 32 }),
    ).initialize();
    const crossing = new UnitOfWork(busy);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 32 }, (_, n) =>
        crossing.run(async (tx) => {
          const [first, second] = n % 2 ? [1, 2] : [2, 1];
          await trace(tx, n, 1);
          await hit(tx, first);
          await hit(tx, second);
        }),
      ),
    );
    const done = outcomes.filter((outcome) => outcome.status === 'fulfilled').length;
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(isTransient(outcome.reason)).toBe(true);
    // On a machine that is short of processors the losers of one round meet again in the next.
    expect(done).toBeGreaterThan(8);
    expect(await rows('SELECT hits FROM row_lock')).toEqual([{ hits: done }, { hits: done }]);
    expect(await rows('SELECT attempt FROM trace')).toHaveLength(done);
    await busy.destroy();
  });
});
