import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { MONDAY_TEN, aSalon, book, codeOf, type Salon } from '../../support/given/index.js';
import { aClient, aStaffToken } from '../../support/people.js';
import { aTierBody } from '../membership/a-tier-house.js';

type Schemas = components['schemas'];
type Days = Schemas['AvailabilityDto']['days'];

/** From Monday the store takes bookings three days ahead; the tier lets its members book seven. */
const BEYOND = '2026-11-27';
const HERS_LAST = '2026-11-30';
const BEYOND_HERS = '2026-12-01';

let api: TestApi;
let salon: Salon;
let member: { readonly id: string; readonly token: string };
let tier: Schemas['StaffTierDto'];
let owner: string;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api, { store: { settings: { horizonDays: 3 } } });
  member = await aClient(api);
  owner = await aStaffToken(api, ['owner'], [salon.store.id]);
  tier = await aTierOfSevenDays();
  const body = { tierId: tier.id, reason: '老顾客' };
  const given = await send(`/staff/clients/${member.id}/tier`, 'POST', body);
  expect(given.status).toBeLessThan(300);
});
afterAll(async () => {
  const retired = { ...aTierBody({ rank: tier.rank, name: tier.name }), state: 'retired' };
  await send(`/staff/tiers/${tier.id}`, 'PATCH', { ...retired, version: tier.version });
  await api.close();
});

const send = (path: string, method: 'POST' | 'PATCH', body: object) =>
  api.call(path, {
    ...{ token: owner, method, body },
    headers: { 'idempotency-key': crypto.randomUUID() },
  });

/** The first rank that nothing else has. */
async function aTierOfSevenDays(): Promise<Schemas['StaffTierDto']> {
  const { body } = await api.call('/staff/tiers', { token: owner });
  const taken = (body as Schemas['StaffTierListDto']).items.map(({ rank }) => rank);
  const rank = Array.from({ length: 99 }, (_, at) => at + 1).find((one) => !taken.includes(one));
  const privileges = { waitlistFirst: false, horizonDays: 7, others: '' };
  const answer = await send('/staff/tiers', 'POST', aTierBody({ rank, privileges }));
  return answer.body as Schemas['StaffTierDto'];
}

async function dayOf(token: string, from: string): Promise<Days[number] | undefined> {
  const query = `storeId=${salon.store.id}&serviceIds=${salon.serviceId}&from=${from}&days=1`;
  const { body } = await api.call(`/client/availability?${query}`, { token });
  return (body as { days: Days }).days[0];
}
const bookedOn = (token: string, date: string) =>
  book(api, token, salon.wish(salon.store.at(date, '12:00')));

describe('a tier that lets its members book further ahead', () => {
  it('opens days to them that are closed to others', async () => {
    const other = await aClient(api);
    expect((await dayOf(member.token, BEYOND))?.times.length).toBeGreaterThan(0);
    expect(await dayOf(other.token, BEYOND)).toMatchObject({ reason: 'beyond_horizon', times: [] });
    expect(codeOf(await bookedOn(other.token, BEYOND))).toBe('BEYOND_HORIZON');
    expect((await bookedOn(member.token, BEYOND)).status).toBe(201);
  });

  it('ends at its own last day', async () => {
    expect((await bookedOn(member.token, HERS_LAST)).status).toBe(201);
    expect(await dayOf(member.token, BEYOND_HERS)).toMatchObject({ reason: 'beyond_horizon' });
    expect(codeOf(await bookedOn(member.token, BEYOND_HERS))).toBe('BEYOND_HORIZON');
  });
});
