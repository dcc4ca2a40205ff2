import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { startThrowawayDatabase, type ThrowawayDatabase } from '../support/database/index.js';
import { RunningSystem } from '../support/running-system.js';
import {
  acknowledged,
  expectEachCreditedOnce,
  inspecting,
  paidOf,
  payAll,
  someBuyers,
  someTopUps,
  type Buyers,
} from './payment-wave.js';

let server: ThrowawayDatabase;
let databaseUrl: string;
let system: RunningSystem;
let buyers: Buyers;

beforeAll(async () => {
  server = await startThrowawayDatabase({ durable: true });
  const admin = await createConnection(server.adminUrl);
  await admin.query('CREATE DATABASE yance CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci');
  await admin.end();
  databaseUrl = new URL('yance', server.adminUrl).href;
  system = await RunningSystem.start({ databaseUrl, migrate: true });
  await inspecting(databaseUrl, async (inspector) => {
    buyers = await someBuyers(inspector, system);
  });
});

afterAll(async () => {
  await system.stop();
  await server.discard();
});

describe('kill -9 of the database while two dozen clients pay', () => {
  it.each([
    [1, 1],
    [2, 6],
    [3, 14],
  ])(
    'round %i, after %i acknowledged: nothing acknowledged is lost, and the rest is credited once it is back',
    async (round, before) => {
      const topUps = await someTopUps(system, buyers);
      await payAll(system, topUps, before, () => server.kill());
      const told = await acknowledged(system, topUps);
      await server.start();
      await system.untilReady();
      await inspecting(databaseUrl, async (inspector) => {
        const kept = await paidOf(inspector, topUps);
        for (const orderNo of told) expect(kept).toContain(orderNo);
        await expectEachCreditedOnce(inspector, topUps, round);
      });
    },
  );
});
