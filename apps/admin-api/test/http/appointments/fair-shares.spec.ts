import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  TOMORROW,
  aSalon,
  aTherapist,
  book,
  type Salon,
  type Visit,
} from '../../support/given/index.js';
import { aClient } from '../../support/people.js';

const AFTER_TOMORROW = '2026-11-25';

let api: TestApi;
let salon: Salon;
/** Three therapists of the same position. */
let ids: string[];

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
});
beforeEach(async () => {
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api);
  const others = [await aTherapist(api, salon.store), await aTherapist(api, salon.store)];
  ids = [salon.therapist.staffId, ...others.map(({ staffId }) => staffId)];
});
afterAll(() => api.close());

/** Books, a minute after the last booking. @returns who does it */
async function given(day: string, time: string, staffId: string | null = null) {
  api.clock.advance({ minutes: 1 });
  const { token } = await aClient(api);
  const answer = await book(api, token, salon.wish(salon.store.at(day, time), staffId));
  expect(answer.status).toBe(201);
  const visit = answer.body as Visit;
  return { token, id: visit.id, staffId: visit.items[0]?.staffId ?? '' };
}

it('gives clients who ask for nobody round in turn, whatever the days', async () => {
  const days = [TOMORROW, AFTER_TOMORROW, TODAY, AFTER_TOMORROW, TOMORROW, TODAY];
  const order: string[] = [];
  for (const [at, day] of days.entries())
    order.push((await given(day, at < 3 ? '14:00' : '16:00')).staffId);
  expect(order.slice(0, 3).toSorted()).toEqual(ids.toSorted());
  expect(order.slice(3)).toEqual(order.slice(0, 3));
});

it('does not count who was asked for by name, but whoever has less to do comes first among equals', async () => {
  const [busy] = ids as [string];
  await given(TOMORROW, '10:00', busy);
  await given(TOMORROW, '12:00', busy);
  const first = await given(TOMORROW, '16:00');
  const second = await given(TOMORROW, '16:00');
  expect([first.staffId, second.staffId]).not.toContain(busy);
  // She is the only one who was given nobody yet.
  expect((await given(AFTER_TOMORROW, '16:00')).staffId).toBe(busy);
});

it('offers each time with the person whom the booking then gives', async () => {
  await given(TOMORROW, '14:00');
  const { token } = await aClient(api);
  const query = `storeId=${salon.store.id}&serviceIds=${salon.serviceId}&from=${TOMORROW}&days=1`;
  const { body } = await api.call(`/client/availability?${query}`, { token });
  const [day] = (body as { days: { times: { start: string; staff: { staffId: string }[] }[] }[] })
    .days;
  const offer = day?.times.find(({ start }) => start === salon.store.at(TOMORROW, '17:00'));
  expect(offer?.staff.map(({ staffId }) => staffId)).toEqual([
    (await given(TOMORROW, '17:00')).staffId,
  ]);
});

it('counts a client whose own move brings her to somebody else', async () => {
  const first = await given(TOMORROW, '14:00');
  const [second, third] = [await given(TOMORROW, '15:00'), await given(TOMORROW, '16:00')];
  // Only the one who waits longest now is free at that hour but the one who has her: she has it all day.
  await given(AFTER_TOMORROW, '14:00', first.staffId);
  api.clock.advance({ minutes: 1 });
  const moved = await api.call(`/client/appointments/${third.id}/reschedule`, {
    token: third.token,
    body: { start: salon.store.at(AFTER_TOMORROW, '14:00') },
  });
  expect(moved.status).toBe(200);
  const now = (moved.body as Visit).items[0]?.staffId;
  expect(now).toBe(second.staffId);
  expect((await given(AFTER_TOMORROW, '18:00')).staffId).toBe(first.staffId);
  expect((await given(AFTER_TOMORROW, '18:00')).staffId).toBe(third.staffId);
});
