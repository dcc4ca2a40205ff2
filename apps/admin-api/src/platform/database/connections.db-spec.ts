import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { createConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { PublicRoute } from '../auth/index.js';
import { aConfig } from '../testing/a-config.js';
import { anApp, type TestApp } from '../testing/an-app.js';
import { until } from '../testing/until.js';
import { connectionFactory } from './connection-factory.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { AcquireTimeout } from './sql-errors.js';

let url: string;
const opened: DataSource[] = [];
beforeAll(async () => {
  url = await workerDatabaseUrl();
});
afterEach(async () => {
  for (const source of opened.splice(0)) await source.destroy();
});

async function open(poolSize: number, limits?: Parameters<typeof connectionFactory>[0]) {
  const options = dataSourceOptions({ url, poolSize });
  const driver = limits ? { driver: connectionFactory(limits) } : {};
  const source = await new DataSource({ ...options, ...driver }).initialize();
  opened.push(source);
  return source;
}

const SETTINGS = `SELECT @@SESSION.time_zone AS zone, @@SESSION.sql_mode AS mode,
  @@SESSION.innodb_lock_wait_timeout AS patience`;

describe('a session', () => {
  it('is what we ask for from the very first query of the very first connection', async () => {
    const source = await open(1);
    const [settings] = await source.query<Record<string, string>[]>(SETTINGS);
    expect(settings).toMatchObject({ zone: '+00:00', patience: 8 });
    expect(settings?.['mode']?.split(',')).toEqual(
      expect.arrayContaining([
        ...['STRICT_TRANS_TABLES', 'ONLY_FULL_GROUP_BY', 'NO_ZERO_DATE'],
        ...['NO_ZERO_IN_DATE', 'ERROR_FOR_DIVISION_BY_ZERO'],
      ]),
    );
  });

  it('is the same on every connection of the pool', async () => {
    const source = await open(6);
    const all = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const [row] = await source.query<{ id: number; zone: string }[]>(
          'SELECT CONNECTION_ID() AS id, @@SESSION.time_zone AS zone, SLEEP(0.05) AS nap',
        );
        return row;
      }),
    );
    expect(new Set(all.map((row) => row?.id)).size).toBe(6);
    expect(all.map((row) => row?.zone)).toEqual(Array.from({ length: 6 }, () => '+00:00'));
  });

  it('reads what others committed meanwhile: READ COMMITTED, in the first transaction too', async () => {
    const source = await open(1);
    const writer = await createConnection(url);
    const name = `read-committed-${Date.now()}`;
    const seen = async (): Promise<number> =>
      ((await runner.query('SELECT name FROM sweep WHERE name = ?', [name])) as unknown[]).length;
    const runner = source.createQueryRunner();
    await runner.startTransaction();
    expect(await seen()).toBe(0);
    await writer.query('INSERT INTO sweep (name) VALUES (?)', [name]);
    expect(await seen()).toBe(1);
    await runner.rollbackTransaction();
    await runner.release();
    await writer.end();
  });

  it('refuses what does not fit instead of cutting it', async () => {
    const source = await open(1);
    const cut = source.query('INSERT INTO sweep (name) VALUES (?)', ['x'.repeat(65)]);
    await expect(cut).rejects.toMatchObject({ errno: 1406 });
  });

  it('brings instants back to the millisecond and dates as they are written', async () => {
    const source = await open(1);
    const at = new Date('2026-03-29T01:30:00.123Z');
    const [row] = await source.query<unknown[]>(
      "SELECT CAST(? AS DATETIME(3)) AS at, CAST('2026-03-29' AS DATE) AS day",
      [at],
    );
    expect(row).toEqual({ at, day: '2026-03-29' });
  });
});

/** Longer than opening a connection takes on the busiest machine; a test shortens it for those who shall give up. */
const PATIENT_MS = 60_000;

describe('a pool without a free connection', () => {
  it('refuses after the time it may wait, and works again once one is free', async () => {
    const limits = { acquireTimeoutMs: PATIENT_MS, maxWaiting: 10 };
    const source = await open(1, limits);
    const holder = source.createQueryRunner();
    await holder.connect();
    limits.acquireTimeoutMs = 50;
    await expect(source.query('SELECT 1 AS one')).rejects.toBeInstanceOf(AcquireTimeout);
    await holder.release();
    limits.acquireTimeoutMs = PATIENT_MS;
    expect(await source.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('refuses at once when too many wait, and serves those who were there first', async () => {
    const source = await open(1, { acquireTimeoutMs: PATIENT_MS, maxWaiting: 3 });
    const holder = source.createQueryRunner();
    await holder.connect();
    const asked = Array.from({ length: 5 }, () => source.query('SELECT 1 AS one'));
    const late = await Promise.allSettled(asked.slice(3));
    for (const outcome of late)
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(AcquireTimeout) });
    await holder.release();
    expect(await Promise.all(asked.slice(0, 3))).toEqual([
      [{ one: 1 }],
      [{ one: 1 }],
      [{ one: 1 }],
    ]);
  });

  it('loses no connection to those who gave up waiting', async () => {
    const limits = { acquireTimeoutMs: PATIENT_MS, maxWaiting: 100 };
    const source = await open(2, limits);
    const holders = [source.createQueryRunner(), source.createQueryRunner()];
    for (const holder of holders) await holder.connect();
    limits.acquireTimeoutMs = 30;
    const given = await Promise.allSettled(
      Array.from({ length: 20 }, () => source.query('SELECT 1 AS one')),
    );
    expect(given.every((outcome) => outcome.status === 'rejected')).toBe(true);
    for (const holder of holders) await holder.release();
    limits.acquireTimeoutMs = PATIENT_MS;
    // Both at once: one that was lost would leave the second waiting until the test is over.
    const again = Array.from({ length: 2 }, () => source.createQueryRunner());
    await Promise.all(again.map((runner) => runner.connect()));
    await Promise.all(again.map((runner) => runner.release()));
  });
});

@Controller('busy')
class BusyController {
  constructor(private readonly database: Database) {}

  @Get()
  @PublicRoute()
  async read(): Promise<object> {
    return (await this.database.row<object>('SELECT 1 AS one')) ?? {};
  }
}

describe('an API whose pool is held', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await anApp(aConfig({ DATABASE_URL: url, DATABASE_POOL_SIZE: '2' }), [BusyController]);
  });
  afterAll(() => test.app.close());

  it('answers those who cannot wait 503 OVERLOADED with Retry-After, and serves the others later', async () => {
    const source = test.app.get(DataSource);
    const holders = [source.createQueryRunner(), source.createQueryRunner()];
    for (const holder of holders) await holder.connect();
    const refused: Response[] = [];
    const asked = Array.from({ length: 150 }, async () => {
      const answer = await fetch(`${test.url}/api/busy`);
      if (answer.status !== 200) refused.push(answer);
      return answer.status;
    });
    await until('the queue is full', () => refused.length > 0);
    for (const holder of holders) await holder.release();
    const statuses = await Promise.all(asked);
    expect(new Set(statuses)).toEqual(new Set([200, 503]));
    const [first] = refused;
    expect(Number(first?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(first?.headers.get('content-type')).toContain('application/problem+json');
    expect(await first?.json()).toMatchObject({ code: 'OVERLOADED', status: 503 });
    expect((await fetch(`${test.url}/api/busy`)).status).toBe(200);
  });
});
