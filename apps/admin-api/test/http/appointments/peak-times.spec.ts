import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  MONDAY_TEN,
  aKey,
  aSalon,
  book,
  codeOf,
  type GivenClient,
  type Salon,
  type Visit,
} from '../../support/given/index.js';
import { aClient, aStaffToken } from '../../support/people.js';
import { aTierBody } from '../membership/a-tier-house.js';

type Schemas = components['schemas'];

const SATURDAY = '2026-11-28';
/** The hour at which Saturday's two o'clock becomes everybody's. */
const FRIDAY_TWO = new Date('2026-11-27T06:00:00Z');
const NAME = '高峰金卡';

let api: TestApi;
let salon: Salon;
let owner: string;
let member: GivenClient;
let other: GivenClient;
let tier: Schemas['StaffTierDto'];

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api);
  owner = await aStaffToken(api, ['owner', 'manager'], [salon.store.id]);
  [member, other] = [await aClient(api), await aClient(api)];
  tier = await aTierThatHasThem();
  await send(`/staff/clients/${member.id}/tier`, 'POST', { tierId: tier.id, reason: '老顾客' });
});
beforeEach(async () => {
  api.clock.set(MONDAY_TEN);
  expect((await decide()).status).toBe(200);
});
afterAll(async () => {
  await retire();
  await api.close();
});

const send = (path: string, method: 'POST' | 'PATCH', body: object) =>
  api.call(path, { ...{ token: owner, method, body }, headers: { 'idempotency-key': aKey() } });

async function retire(): Promise<void> {
  const retired = { ...aTierBody({ rank: tier.rank, name: tier.name }), state: 'retired' };
  await send(`/staff/tiers/${tier.id}`, 'PATCH', { ...retired, version: tier.version });
}

async function aTierThatHasThem(): Promise<Schemas['StaffTierDto']> {
  const { body } = await api.call('/staff/tiers', { token: owner });
  const taken = (body as Schemas['StaffTierListDto']).items.map(({ rank }) => rank);
  const rank = Array.from({ length: 99 }, (_, at) => at + 1).find((one) => !taken.includes(one));
  const privileges = { waitlistFirst: false, peakFirst: true, others: '' };
  const answer = await send('/staff/tiers', 'POST', aTierBody({ rank, name: NAME, privileges }));
  expect((answer.body as Schemas['StaffTierDto']).privileges.peakFirst).toBe(true);
  return answer.body as Schemas['StaffTierDto'];
}

const AFTERNOON = { weekday: 6, fromMinute: 14 * 60, toMinute: 18 * 60 };
const path = () => `/staff/stores/${salon.store.id}/peak-times`;
const decide = (windows: readonly object[] = [AFTERNOON], token = owner) =>
  api.call(path(), { method: 'PUT', token, body: { releaseHours: 24, windows } });

async function saturdayOf(token: string, face = 'client') {
  const query = `storeId=${salon.store.id}&serviceIds=${salon.serviceId}&from=${SATURDAY}&days=1`;
  const { body } = await api.call(`/${face}/availability?${query}`, { token });
  const [day] = (body as Schemas['AvailabilityDto']).days;
  const starts = day?.times.map(({ start }) => start.slice(11, 16)) ?? [];
  return { day, starts };
}
const tryAt = (client: GivenClient, time: string) =>
  book(api, client.token, salon.wish(salon.store.at(SATURDAY, time)));

describe('hours that a store keeps for members', () => {
  it('are offered to a member, and to others with the reason and the hour from which on they are theirs', async () => {
    const hers = await saturdayOf(member.token);
    expect(hers.starts).toContain('15:00');
    expect(hers.day).not.toHaveProperty('reserved');
    const { starts, day } = await saturdayOf(other.token);
    expect(starts).toContain('13:45');
    expect(starts).toContain('18:00');
    expect(starts.filter((start) => start >= '14:00' && start < '18:00')).toEqual([]);
    expect(day?.unavailable).toContain(`${SATURDAY}T15:00:00+08:00`);
    expect(day?.reserved).toEqual([
      {
        from: `${SATURDAY}T14:00:00+08:00`,
        to: `${SATURDAY}T18:00:00+08:00`,
        opensAt: '2026-11-27T14:00:00+08:00',
        words: `高峰时段优先留给${NAME}会员，11月27日 周五 14:00 起开放。`,
      },
    ]);
  });

  it('are refused to others with that sentence and other times, booked by a member and at the desk', async () => {
    const refused = await tryAt(other, '15:00');
    expect(refused).toMatchObject({ status: 409, body: { code: 'PEAK_RESERVED' } });
    const { detail, alternatives } = refused.body as {
      detail: string;
      alternatives: { start: string }[];
    };
    expect(detail).toContain('11月27日 周五 14:00 起开放');
    expect(alternatives.map(({ start }) => start.slice(11, 16))).toContain('13:45');
    expect((await tryAt(member, '15:00')).status).toBe(201);
    expect((await saturdayOf(owner, 'staff')).starts).toContain('16:00');
    const body = {
      ...{ ...salon.wish(salon.store.at(SATURDAY, '16:00')), customerId: other.id },
      channel: 'phone',
    };
    const headers = { 'idempotency-key': aKey() };
    expect((await api.call('/staff/appointments', { token: owner, body, headers })).status).toBe(
      201,
    );
  });

  it('cannot be reached by a move either', async () => {
    const { id } = (await tryAt(other, '11:00')).body as Visit;
    const moved = await api.call(`/client/appointments/${id}/reschedule`, {
      ...{ token: other.token, body: { start: salon.store.at(SATURDAY, '17:00') } },
    });
    expect(codeOf(moved)).toBe('PEAK_RESERVED');
  });

  it('are everybody’s from their hour on', async () => {
    api.clock.set(new Date(FRIDAY_TWO.getTime() - 1));
    expect(codeOf(await tryAt(other, '17:00'))).toBe('PEAK_RESERVED');
    api.clock.set(FRIDAY_TWO);
    const { day, starts } = await saturdayOf(other.token);
    expect(starts).toContain('17:00');
    expect(day).not.toHaveProperty('reserved');
    expect((await tryAt(other, '17:00')).status).toBe(201);
  });

  it('are decided by those who lead the store, in hours that hold', async () => {
    expect((await api.call(path(), { token: owner })).body).toEqual({
      ...{ releaseHours: 24, windows: [AFTERNOON] },
    });
    const backwards = { ...AFTERNOON, toMinute: 13 * 60 };
    for (const windows of [[AFTERNOON, AFTERNOON], [backwards], [{ ...AFTERNOON, weekday: 8 }]])
      expect(codeOf(await decide(windows))).toBe('INVALID_INPUT');
    const desk = await aStaffToken(api, ['desk'], [salon.store.id]);
    expect((await decide([], desk)).status).toBe(403);
    expect((await decide([], await aStaffToken(api, ['manager'], []))).status).toBe(404);
    expect((await decide([])).status).toBe(200);
    expect((await saturdayOf(other.token)).day).not.toHaveProperty('reserved');
  });
});
