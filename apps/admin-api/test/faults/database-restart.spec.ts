import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { until } from '../../src/platform/testing/until.js';
import { anApi, type TestApi } from '../support/an-api.js';
import { startThrowawayDatabase, type ThrowawayDatabase } from '../support/database/index.js';
import { codeOf, type GivenClient, type Salon } from '../support/given/index.js';
import { RunningSystem } from '../support/running-system.js';
import { send } from '../support/wire.js';
import {
  aFullDaySalon,
  aWave,
  expectKept,
  expectOneVisitEach,
  isBooked,
  sendWave,
  someClients,
  type Attempt,
} from './booking-wave.js';

let server: ThrowawayDatabase;
let databaseUrl: string;
let system: RunningSystem;
let salon: Salon;
let clients: GivenClient[];

/** A look at the tables from the side; its connections do not outlive a crash, so each round opens its own. */
async function inspecting(look: (inspector: TestApi) => Promise<void>): Promise<void> {
  const inspector = await anApi(databaseUrl);
  try {
    await look(inspector);
  } finally {
    await inspector.close();
  }
}

beforeAll(async () => {
  server = await startThrowawayDatabase({ durable: true });
  const admin = await createConnection(server.adminUrl);
  await admin.query('CREATE DATABASE yance CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci');
  await admin.end();
  databaseUrl = new URL('yance', server.adminUrl).href;
  system = await RunningSystem.start({ databaseUrl, migrate: true });
  await inspecting(async (seed) => {
    salon = await aFullDaySalon(seed);
  });
  clients = await someClients(system);
});

afterAll(async () => {
  await system.stop();
  await server.discard();
});

/** What a client may be told while the database is away: booked before, or come back later. */
function expectBookedOrLater(wave: readonly Attempt[]): void {
  for (const { answer } of wave) {
    if (answer?.status === 201) continue;
    expect([answer?.status, answer && codeOf(answer)]).toEqual([503, 'OVERLOADED']);
    expect(Number(answer?.headers.get('retry-after'))).toBeGreaterThan(0);
  }
}

describe('kill -9 of the database while thirty clients book', () => {
  it.each([
    [1, 1],
    [2, 5],
    [3, 10],
  ])(
    'round %i, after %i answers: the API says come back later, recovers by itself and has lost nothing',
    async (round, answersBefore) => {
      const pid = system.api.pid;
      const wave = aWave(salon, clients, round);
      await sendWave(system, wave, answersBefore, () => server.kill());
      expectBookedOrLater(wave);
      const unanswered = wave.filter((attempt) => !isBooked(attempt));
      expect(unanswered.length).toBeGreaterThan(0);

      // While it is away: the process lives, says that it cannot serve, and refuses at once.
      const [live, ready] = await Promise.all([
        send(`${system.origin}/health/live`),
        send(`${system.origin}/health/ready`),
      ]);
      expect([live.status, ready.status]).toEqual([200, 503]);
      await sendWave(system, unanswered);
      expectBookedOrLater(unanswered);
      expect(unanswered.some(isBooked)).toBe(false);

      await server.start();
      await system.untilReady();
      await inspecting(async (inspector) => {
        await expectKept(system, inspector, salon, wave);
        await expectOneVisitEach(system, inspector, salon, wave);
        const left = 'SELECT 1 FROM outbox_event WHERE dispatched_at IS NULL LIMIT 1';
        await until('every event is handed on', async () => !(await inspector.database.row(left)));
      });
      expect(system.api.pid).toBe(pid);
    },
  );
});
