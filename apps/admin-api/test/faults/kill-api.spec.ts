import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../src/platform/testing/until.js';
import { anApi, type TestApi } from '../support/an-api.js';
import { freshSchema, type FreshSchema } from '../support/database/index.js';
import type { GivenClient, Salon } from '../support/given/index.js';
import { anImporter } from '../support/given/imports.js';
import { aStaffToken } from '../support/people.js';
import { RunningSystem } from '../support/running-system.js';
import {
  aFullDaySalon,
  aWave,
  expectKept,
  expectOneVisitEach,
  sendWave,
  someClients,
} from './booking-wave.js';

let schema: FreshSchema;
let inspector: TestApi;
let system: RunningSystem;
let salon: Salon;
let clients: GivenClient[];

beforeAll(async () => {
  schema = await freshSchema();
  inspector = await anApi(schema.url);
  salon = await aFullDaySalon(inspector);
  system = await RunningSystem.start({ databaseUrl: schema.url });
  clients = await someClients(system);
});

afterAll(async () => {
  await system.stop();
  await inspector.close();
  await schema.drop();
});

describe('kill -9 of the API while thirty clients book', () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 8],
    [5, 12],
  ])(
    'round %i, after %i answers: what was answered is there, the rest books once when sent again',
    async (round, answersBefore) => {
      const wave = aWave(salon, clients, round);
      await sendWave(system, wave, answersBefore, () => system.crashApi());
      expect(wave.filter(({ answer }) => answer === undefined).length).toBeGreaterThan(0);
      await system.startApi();
      await expectKept(system, inspector, salon, wave);
      await expectOneVisitEach(system, inspector, salon, wave);
    },
  );
});

describe('kill -9 of the API while a file of clients is brought in', () => {
  const ROWS = 400;
  const CRASHES = [100, 200];

  it('writes every row once, whenever the process dies', async () => {
    const storeId = salon.store.id;
    const token = await aStaffToken(inspector, ['manager'], [storeId]);
    const importer = anImporter(system, token, storeId);
    const lines = Array.from({ length: ROWS }, (_, at) => `钟${at},${13_000_000_000 + at},怕吵`);
    const bytes = Buffer.from(['姓名,手机号,备注', ...lines].join('\n'));
    const { id } = await importer.check(await importer.sent(bytes));
    // Asked of the database: a busy API would be kept from writing by being asked.
    const inState = async (table: string, state: string): Promise<number> => {
      const row = await inspector.database.row<{ n: unknown }>(
        `SELECT COUNT(*) AS n FROM ${table} WHERE ${table === 'client_import' ? 'id' : 'import_id'} = ? AND state = ?`,
        [id, state],
      );
      return Number(row?.n);
    };
    const written = (): Promise<number> => inState('client_import_row', 'created');
    const files = () =>
      inspector.database.row(
        `SELECT COUNT(*) AS files, COUNT(DISTINCT p.phone_index) AS phones FROM customer c
         JOIN customer_phone p ON p.customer_id = c.id WHERE c.name LIKE '钟%'`,
      );
    await importer.call(id, 'run', {}, 'POST');
    for (const least of CRASHES) {
      await until(
        () => `${least} rows are written`,
        async () => (await written()) >= least,
      );
      await system.crashApi();
      // What half a minute would do: the lease of a worker that is gone runs out.
      await inspector.unitOfWork.run((tx) =>
        tx.run("UPDATE job SET lease_until = UTC_TIMESTAMP(3) WHERE queue = 'client-imports'"),
      );
      await system.startApi();
    }
    await until(
      () => 'the import is done',
      async () => (await inState('client_import', 'done')) === 1,
    );
    expect(await written()).toBe(ROWS);
    expect(await files()).toEqual({ files: ROWS, phones: ROWS });
  });
});
