import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  TOMORROW,
  aKey,
  aSalon,
  aTherapist,
  book,
  codeOf,
  type Salon,
  type Visit,
} from '../../support/given/index.js';
import { aClient, aStaffToken } from '../../support/people.js';

type Queue = components['schemas']['TurnQueueDto'];

let api: TestApi;
let salon: Salon;
let manager: string;
/** Three therapists of the same position, in the order in which they sign in unless told. */
let ids: string[];

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
});
beforeEach(async () => {
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api);
  const others = [await aTherapist(api, salon.store), await aTherapist(api, salon.store)];
  ids = [salon.therapist.staffId, ...others.map(({ staffId }) => staffId)];
  manager = await aStaffToken(api, ['manager'], [salon.store.id]);
  await rules({ isKept: true, requestedCounts: false });
});
afterAll(() => api.close());

const rules = (body: object, token = manager) =>
  api.call(`/staff/stores/${salon.store.id}/turn-rules`, { method: 'PUT', token, body });

const act = (what: string, staffId: string | undefined, token = manager) =>
  api.call('/staff/turns', {
    ...{ token, headers: { 'idempotency-key': aKey() } },
    body: { storeId: salon.store.id, act: what, staffId },
  });

const signIn = async (...who: (string | undefined)[]): Promise<void> => {
  for (const staffId of who) {
    api.clock.advance({ minutes: 1 });
    expect((await act('sign_in', staffId)).status).toBe(200);
  }
};

async function queue(): Promise<Queue['queues'][number]> {
  const answer = await api.call(`/staff/turns?storeId=${salon.store.id}`, { token: manager });
  const { queues } = answer.body as Queue;
  expect(queues).toHaveLength(1);
  return queues[0]!;
}

const inQueue = async () => (await queue()).inQueue.map(({ staffId }) => staffId);

/** A visit of today that asks for nobody, or for somebody. @returns who does it */
async function visit(time: string, staffId: string | null = null, day = TODAY) {
  const { token } = await aClient(api);
  const answer = await book(api, token, salon.wish(salon.store.at(day, time), staffId));
  expect(answer.status).toBe(201);
  const { id, items } = answer.body as Visit;
  return { id, staffId: items[0]?.staffId };
}

async function start(id: string): Promise<void> {
  for (const step of ['arrive', 'start']) {
    const answer = await api.call(`/staff/appointments/${id}/${step}`, {
      token: manager,
      body: {},
    });
    expect(answer.status).toBe(200);
  }
}

it('gives a client who asks for nobody to whoever is next, and two in a row to two', async () => {
  const [first, second, third] = ids;
  await signIn(third, first, second);
  expect((await visit('18:00')).staffId).toBe(third);
  expect((await visit('14:00')).staffId).toBe(first);
  expect((await queue()).inQueue.map(({ ahead }) => ahead)).toEqual([1, 1, 0]);
});

it('sends her to the tail whose visit began, and keeps the place of who was asked for', async () => {
  const [first, second, third] = ids;
  await signIn(first, second, third);
  const byTurn = await visit('12:00');
  const asked = await visit('12:00', second);
  api.clock.set(new Date(salon.store.at(TODAY, '12:00')));
  await start(byTurn.id);
  await start(asked.id);
  const { inQueue: now } = await queue();
  expect(now.map(({ staffId, served }) => [staffId, served])).toEqual([
    [second, 0],
    [third, 0],
    [first, 1],
  ]);
  expect(now.map(({ busyUntil }) => busyUntil !== null)).toEqual([true, false, true]);
});

it('counts who was asked for where the store says so', async () => {
  const [first, second] = ids;
  await rules({ isKept: true, requestedCounts: true });
  await signIn(first, second);
  const asked = await visit('12:00', first);
  api.clock.set(new Date(salon.store.at(TODAY, '12:00')));
  await start(asked.id);
  expect(await inQueue()).toEqual([second, first]);
});

it('goes round on other days, and where no turns are kept', async () => {
  const [first, second, third] = ids;
  await signIn(first, second, third);
  const others = new Set<string | undefined>();
  for (const time of ['10:00', '10:00', '10:00'])
    others.add((await visit(time, null, TOMORROW)).staffId);
  expect([...others].sort()).toEqual([...ids].sort());
  await rules({ isKept: false, requestedCounts: false });
  expect(codeOf(await act('sign_in', first))).toBe('TURNS_NOT_KEPT');
  const answer = await api.call(`/staff/turns?storeId=${salon.store.id}`, { token: manager });
  expect(answer.body).toEqual({ isKept: false, queues: [] });
});

it('knows who is on duty and has not come, and lets nobody in who is not', async () => {
  const [first, second] = ids;
  await signIn(first);
  const { absent } = await queue();
  expect(absent.map(({ staffId }) => staffId)).toContain(second);
  const { staffId: free } = await aTherapist(api, salon.store, { shifts: [] });
  expect(codeOf(await act('sign_in', free))).toBe('TURN_NOT_ON_DUTY');
  expect(codeOf(await act('passed', second))).toBe('TURN_NOT_SIGNED_IN');
});

it('lets somebody pass on, go and come back, each said twice as good as once', async () => {
  const [first, second, third] = ids;
  await signIn(first, second, third);
  await signIn(first);
  expect((await act('passed', first)).body).toEqual({ isIn: true });
  expect(await inQueue()).toEqual([second, third, first]);
  expect((await act('sign_out', second)).body).toEqual({ isIn: false });
  expect((await act('sign_out', second)).body).toEqual({ isIn: false });
  api.clock.advance({ minutes: 1 });
  expect((await act('sign_in', second)).body).toEqual({ isIn: true });
  expect(await inQueue()).toEqual([third, first, second]);
});

it('lets a therapist act for herself only, and leaves the rules to who leads the store', async () => {
  const therapist = await aStaffToken(api, ['therapist'], [salon.store.id]);
  expect((await act('sign_in', ids[0], therapist)).status).toBe(403);
  const headers = { 'idempotency-key': aKey() };
  const body = { storeId: salon.store.id, act: 'sign_in' };
  // This account is nobody who has a shift.
  const mine = await api.call('/staff/my-turn', { token: therapist, headers, body });
  expect(codeOf(mine)).toBe('TURN_NOT_ON_DUTY');
  expect((await rules({ isKept: false, requestedCounts: false }, therapist)).status).toBe(403);
  const elsewhere = await aStaffToken(api, ['manager'], []);
  expect((await rules({ isKept: false, requestedCounts: false }, elsewhere)).status).toBe(404);
});
