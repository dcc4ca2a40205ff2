import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { openStream } from '../../src/platform/testing/read-stream.js';
import { until } from '../../src/platform/testing/until.js';
import { anApi, type TestApi } from '../support/an-api.js';
import { freshSchema, type FreshSchema } from '../support/database/index.js';
import { expectNoOrphanSlots, type GivenClient, type Salon } from '../support/given/index.js';
import { aStaffToken } from '../support/people.js';
import { RunningSystem } from '../support/running-system.js';
import { aFullDaySalon, aWave, isBooked, sendWave, someClients } from './booking-wave.js';

/** Fewer than the pool has connections, so that each of them is inside the database when the stop comes. */
const IN_FLIGHT = 12;
const STREAMS = 5;
/** The API cuts what hangs after ten seconds; the rest is for a busy machine. */
const LATEST_EXIT_MS = 20_000;

let schema: FreshSchema;
let inspector: TestApi;
let system: RunningSystem;
let salon: Salon;
let clients: GivenClient[];
let staffToken: string;
let gate: Connection;
let days = 0;

beforeAll(async () => {
  schema = await freshSchema();
  inspector = await anApi(schema.url);
  salon = await aFullDaySalon(inspector);
  staffToken = await aStaffToken(inspector, ['desk'], [salon.store.id]);
  system = await RunningSystem.start({ databaseUrl: schema.url });
  clients = (await someClients(system)).slice(0, IN_FLIGHT);
});

beforeEach(async () => {
  gate = await createConnection(schema.url);
  if (system.api.pid === undefined) await system.startApi();
});

afterEach(async () => {
  await gate.end();
});

afterAll(async () => {
  await system.stop();
  await inspector.close();
  await schema.drop();
});

/** Bookings that stand at a locked table: begun, and not answered before the lock is given back. */
async function bookingsInFlight() {
  await gate.query('LOCK TABLES idempotency_key WRITE');
  days += 1;
  const wave = aWave(salon, clients, days);
  const answered = sendWave(system, wave);
  await until('all of them wait in the database', async () => {
    const rows = await inspector.database.rows<RowDataPacket>(
      `SELECT 1 FROM information_schema.PROCESSLIST
        WHERE DB = DATABASE() AND STATE LIKE 'Waiting for table metadata lock'`,
    );
    return rows.length >= IN_FLIGHT;
  });
  return { wave, answered };
}

describe('SIGTERM', () => {
  it('answers all that is in flight and ends the live streams before the process exits', async () => {
    const path = `${system.origin}/api/staff/stream?storeId=${salon.store.id}`;
    const open = Array.from({ length: STREAMS }, () => openStream(path, staffToken));
    const streams = await Promise.all(open);
    expect(streams.map(({ response }) => response.status)).toEqual(streams.map(() => 200));
    const { wave, answered } = await bookingsInFlight();

    const exited = system.api.end('SIGTERM');
    await Promise.all(streams.map(({ ended }) => ended));
    expect(wave.every(({ answer }) => answer === undefined)).toBe(true);
    await gate.query('UNLOCK TABLES');
    await answered;
    expect(wave.map(isBooked)).toEqual(wave.map(() => true));
    // Nest ends the process by the signal it was asked with, once everything is closed.
    expect(await exited).toEqual({ code: null, signal: 'SIGTERM' });
    await expectNoOrphanSlots(inspector, salon.store.id);
  });

  it('ends within its deadline although a request hangs, and leaves nothing half done', async () => {
    const { wave, answered } = await bookingsInFlight();
    const begun = performance.now();
    expect(await system.api.end('SIGTERM')).toEqual({ code: 1, signal: null });
    expect(performance.now() - begun).toBeLessThan(LATEST_EXIT_MS);
    await answered;
    expect(wave.some(isBooked)).toBe(false);
    await gate.query('UNLOCK TABLES');
    await expectNoOrphanSlots(inspector, salon.store.id);
  });
});
