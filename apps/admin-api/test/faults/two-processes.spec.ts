import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../../src/platform/testing/until.js';
import { anApi, type TestApi } from '../support/an-api.js';
import { Balancer } from '../support/balancer.js';
import { freshSchema, type FreshSchema } from '../support/database/index.js';
import {
  aKey,
  book,
  codeOf,
  expectNoOrphanSlots,
  type GivenClient,
  type Salon,
  type Visit,
} from '../support/given/index.js';
import { aClient, aStaffToken, anAccount } from '../support/people.js';
import { ApiTwin, RunningSystem } from '../support/running-system.js';
import { send, type Answer, type Call, type Reachable } from '../support/wire.js';
import {
  CLIENTS,
  aFullDaySalon,
  aWave,
  expectKept,
  expectOneVisitEach,
  isBooked,
  sendWave,
  someClients,
  type Attempt,
} from './booking-wave.js';

/**
 * How long a stopping process goes on serving. The balancer asks every 50 ms; its question and the answer share two
 * processors with two APIs under load and one that starts, where half a second was too short.
 */
const STOP_GRACE_MS = 3_000;
/** A day that no other test of this file books. */
const DAY_OF_RESTART = 13;

let schema: FreshSchema;
let inspector: TestApi;
let system: RunningSystem;
let twin: ApiTwin;
let salon: Salon;
let clients: GivenClient[];

beforeAll(async () => {
  schema = await freshSchema();
  inspector = await anApi(schema.url);
  salon = await aFullDaySalon(inspector);
  system = await RunningSystem.start({ databaseUrl: schema.url, stopGraceMs: STOP_GRACE_MS });
  twin = await system.startTwin();
  clients = await someClients(system);
});

afterAll(async () => {
  await system.stop();
  await inspector.close();
  await schema.drop();
});

/** Every second call goes to the other process. */
function inTurn(first: Reachable, second: Reachable): Reachable {
  let calls = 0;
  return {
    call: (path: string, call?: Call): Promise<Answer> => {
      calls += 1;
      return (calls % 2 === 0 ? first : second).call(path, call);
    },
    control: (path, body) => first.control(path, body),
  };
}

describe('two API processes on one database', () => {
  it('know each other’s sessions, and their ends', async () => {
    const client = await aClient(system);
    expect((await twin.call('/client/me', { token: client.token })).status).toBe(200);
    await twin.call('/client/session', { method: 'DELETE', token: client.token });
    expect((await system.call('/client/me', { token: client.token })).status).toBe(401);
  });

  it('give one time to one of fifty, and tell the others of other times', async () => {
    const both = inTurn(system, twin);
    const wish = aWave(salon, clients, 9)[0]?.wish;
    const therapist = {
      ...wish,
      services: [{ ...wish?.services[0], staffId: salon.therapist.staffId }],
    };
    const many = await Promise.all(Array.from({ length: 50 }, () => aClient(both)));
    const answers = await Promise.all(
      many.map(({ token }) => book(both, token, therapist as typeof wish & object, aKey())),
    );
    const won = answers.filter(({ status }) => status === 201);
    const lost = answers.filter(({ status }) => status === 409);
    expect([won.length, lost.length]).toEqual([1, 49]);
    for (const answer of lost) {
      expect(codeOf(answer)).toBe('SLOT_TAKEN');
      expect((answer.body as { alternatives: unknown[] }).alternatives.length).toBeGreaterThan(0);
    }
    await expectNoOrphanSlots(inspector, salon.store.id);
  });

  it('send one message for one piece of news, although both work off jobs', async () => {
    const desk = await aStaffToken(inspector, ['desk'], [salon.store.id]);
    const wave = aWave(salon, clients, 10);
    await sendWave(inTurn(system, twin), wave);
    const ids = wave.filter(isBooked).map(({ answer }) => (answer?.body as Visit).id);
    expect(ids).toHaveLength(CLIENTS);
    const messagesOf = async (id: string): Promise<{ state: string }[]> => {
      const { body } = await twin.call(`/staff/appointments/${id}/messages`, { token: desk });
      return (body as { items: { state: string }[] }).items;
    };
    const settled = async (id: string): Promise<boolean> => {
      const items = await messagesOf(id);
      return items.length > 0 && items.every(({ state }) => state !== 'sending');
    };
    await until('every message has a fate', async () => {
      const fates = await Promise.all(ids.map(settled));
      return fates.every(Boolean);
    });
    const counts = await Promise.all(ids.map(async (id) => (await messagesOf(id)).length));
    expect(counts).toEqual(ids.map(() => 1));
  });

  it('count failed sign-ins together, so that a second process gives no second set of tries', async () => {
    const { username } = await anAccount(inspector, ['desk'], [salon.store.id]);
    const both = inTurn(system, twin);
    const codes: (string | undefined)[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      const body = { username, password: 'not-her-password' };
      codes.push(codeOf(await both.call('/staff/session', { body })));
    }
    expect(codes.filter((code) => code === 'LOGIN_FAILED').length).toBeLessThanOrEqual(5);
    expect(codes.at(-1)).toBe('LOGIN_THROTTLED');
  });

  it.each(['the first', 'the second'])('lose nothing when %s is killed', async (which) => {
    const first = which === 'the first';
    const wave = aWave(salon, clients, first ? 11 : 12);
    const crash = async (): Promise<void> => {
      await (first ? system.crashApi() : twin.process.end('SIGKILL'));
    };
    await sendWave(inTurn(system, twin), wave, 4, crash);
    const alive = first ? twin : system;
    await expectKept(alive, inspector, salon, wave);
    await expectOneVisitEach(alive, inspector, salon, wave);
    await (first ? system.startApi() : twin.start());
  });
});

describe('a rolling restart under load', () => {
  it('refuses nothing: every read, booking and cancellation sent through the balancer is answered', async () => {
    const balancer = await Balancer.start([system.origin, twin.origin]);
    const through: Reachable = {
      call: (path, call) => send(`${balancer.origin}/api${path}`, call),
      control: (path, body) => system.control(path, body),
    };
    const client = await aClient(system);
    const reads: number[] = [];
    const bookings: (number | undefined)[] = [];
    const cancellations: number[] = [];
    let restarting = true;
    const reader = async (): Promise<void> => {
      while (restarting) {
        reads.push((await through.call('/client/appointments', { token: client.token })).status);
      }
    };
    const cancel = async ({ client: { token }, answer }: Attempt): Promise<void> => {
      const path = `/client/appointments/${(answer?.body as Visit).id}/cancel`;
      const headers = { 'idempotency-key': aKey() };
      cancellations.push((await through.call(path, { token, body: {}, headers })).status);
    };
    const bookers = async (): Promise<void> => {
      while (restarting) {
        const wave = aWave(salon, clients, DAY_OF_RESTART);
        await sendWave(through, wave);
        bookings.push(...wave.map(({ answer }) => answer?.status));
        await Promise.all(wave.filter(isBooked).map(cancel));
      }
    };
    const load = [bookers(), ...Array.from({ length: 6 }, reader)];
    await system.api.end('SIGTERM');
    await system.startApi();
    await twin.process.end('SIGTERM');
    await twin.start();
    restarting = false;
    await Promise.all(load);
    await balancer.close();
    process.stdout.write(
      `rolling restart: ${reads.length} reads, ${bookings.length} bookings and ` +
        `${cancellations.length} cancellations, all answered\n`,
    );
    expect(Math.min(reads.length, bookings.length)).toBeGreaterThanOrEqual(CLIENTS);
    expect(new Set(reads)).toEqual(new Set([200]));
    expect(new Set(bookings)).toEqual(new Set([201]));
    expect(cancellations).toEqual(bookings.map(() => 200));
    await expectNoOrphanSlots(inspector, salon.store.id);
  });
});
