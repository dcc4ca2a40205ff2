import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../support/an-api.js';
import { freshSchema, type FreshSchema } from '../support/database/index.js';
import { RunningSystem } from '../support/running-system.js';
import {
  acknowledged,
  expectEachCreditedOnce,
  paidOf,
  payAll,
  someBuyers,
  someTopUps,
  type Buyers,
} from './payment-wave.js';

let schema: FreshSchema;
let inspector: TestApi;
let system: RunningSystem;
let buyers: Buyers;

beforeAll(async () => {
  schema = await freshSchema();
  inspector = await anApi(schema.url);
  system = await RunningSystem.start({ databaseUrl: schema.url });
  buyers = await someBuyers(inspector, system);
});

afterAll(async () => {
  await system.stop();
  await inspector.close();
  await schema.drop();
});

describe('kill -9 of the API while two dozen clients pay', () => {
  it.each([
    [1, 1],
    [2, 4],
    [3, 8],
    [4, 16],
  ])(
    'round %i, after %i acknowledged: those are credited, and the rest is once it is back',
    async (round, before) => {
      const topUps = await someTopUps(system, buyers);
      await payAll(system, topUps, before, () => system.crashApi());
      const kept = await paidOf(inspector, topUps);
      for (const orderNo of await acknowledged(system, topUps)) expect(kept).toContain(orderNo);
      await system.startApi();
      await expectEachCreditedOnce(inspector, topUps, round);
    },
  );
});
