import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  TOMORROW,
  aSalon,
  aVisit,
  book,
  codeOf,
  type GivenClient,
  type Salon,
} from '../../support/given/index.js';
import { aClient, aStaffToken } from '../../support/people.js';

let api: TestApi;
let salon: Salon;
let manager: string;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api);
  manager = await aStaffToken(api, ['manager'], [salon.store.id]);
});
beforeEach(() => api.clock.set(MONDAY_TEN));
afterAll(() => api.close());

const HOLDS = {
  ...{ answerMinutes: 120, offerMinutes: 120, freeCancelHours: 6 },
  historyMonths: 1,
  mostNoShows: 2 as number | null,
  mostLateCancels: null as number | null,
};

async function decide(change: Partial<typeof HOLDS> = {}): Promise<void> {
  const path = `/staff/stores/${salon.store.id}/booking-policy`;
  const answer = await api.call(path, {
    ...{ method: 'PUT', token: manager, body: { ...HOLDS, ...change } },
  });
  expect(answer.status).toBe(200);
}

/** Books for a time of today, and does not come. */
async function missesOne(client: GivenClient, time: string): Promise<void> {
  const { visit } = await aVisit(api, salon, salon.store.at(TODAY, time), client);
  api.clock.set(new Date(visit.start));
  const path = `/staff/appointments/${visit.id}/no-show`;
  expect((await api.call(path, { token: manager, body: {} })).status).toBe(200);
  api.clock.set(MONDAY_TEN);
}

async function standing(client: GivenClient, token = manager): Promise<unknown> {
  const path = `/staff/clients/${client.id}/booking-standing?storeId=${salon.store.id}`;
  return (await api.call(path, { token })).body;
}

it('who did not come as often as the store bears books by phone, and reads why', async () => {
  await decide();
  const client = await aClient(api);
  await missesOne(client, '12:00');
  await missesOne(client, '14:00');
  expect(await standing(client)).toEqual({
    ...{ historyMonths: 1, noShows: 2, lateCancels: 0, byPhoneOnly: true },
  });
  const wish = salon.wish(salon.store.at(TOMORROW, '12:00'));
  const refused = await book(api, client.token, wish);
  expect(codeOf(refused)).toBe('BOOK_BY_PHONE');
  expect(refused.body).toMatchObject({
    detail: expect.stringContaining('近 1 个月有 2 次约好没有来'),
  });
  const byDesk = await api.call('/staff/appointments', {
    ...{ token: manager, headers: { 'idempotency-key': crypto.randomUUID() } },
    body: { ...wish, customerId: client.id, channel: 'phone' },
  });
  expect(byDesk.status).toBe(201);
});

it('what is longer ago than the store looks back is forgotten, and a store that does not mind asks nobody', async () => {
  await decide();
  const client = await aClient(api);
  await missesOne(client, '15:00');
  await missesOne(client, '16:30');
  const later = new Date(MONDAY_TEN.getTime() + 31 * 86_400_000);
  api.clock.set(later);
  const signedInThen = await aStaffToken(api, ['manager'], [salon.store.id]);
  expect(await standing(client, signedInThen)).toMatchObject({ noShows: 0, byPhoneOnly: false });
  api.clock.set(MONDAY_TEN);
  await decide({ mostNoShows: null });
  const wish = salon.wish(salon.store.at(TOMORROW, '14:00'));
  expect((await book(api, client.token, wish)).status).toBe(201);
});

it('late cancellations count by a limit of their own, those in time do not', async () => {
  await decide({ mostLateCancels: 1 });
  const client = await aClient(api);
  const cancels = async (start: string): Promise<void> => {
    const { visit } = await aVisit(api, salon, start, client);
    await api.call(`/client/appointments/${visit.id}/cancel`, { token: client.token, body: {} });
  };
  await cancels(salon.store.at(TOMORROW, '18:00'));
  expect(await standing(client)).toMatchObject({ lateCancels: 0, byPhoneOnly: false });
  await cancels(salon.store.at(TODAY, '12:00'));
  expect(await standing(client)).toMatchObject({ lateCancels: 1, byPhoneOnly: true });
});
