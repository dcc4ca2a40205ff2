import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../support/an-api.js';
import { freshSchema, type FreshSchema } from '../support/database/index.js';
import type { GivenClient, Salon } from '../support/given/index.js';
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
