import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  TOMORROW,
  aSalon,
  aVisit,
  codeOf,
  type Salon,
} from '../../support/given/index.js';
import { aStaffToken } from '../../support/people.js';

let api: TestApi;
let salon: Salon;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api);
});
afterAll(() => api.close());

const asked = async (from: string, to: string, roles = ['manager'] as const) =>
  api.call(`/staff/appointment-statistics?storeId=${salon.store.id}&from=${from}&to=${to}`, {
    token: await aStaffToken(api, roles, [salon.store.id]),
  });

describe('the figures of a store', () => {
  it('set booked time against shifts, and count who did not come and who called off late', async () => {
    const missed = await aVisit(api, salon, salon.store.at(TODAY, '14:00'));
    const late = await aVisit(api, salon, salon.store.at(TODAY, '12:00'));
    await aVisit(api, salon, salon.store.at(TOMORROW, '14:00'));
    await api.call(`/client/appointments/${late.visit.id}/cancel`, {
      ...{ token: late.client.token, body: {} },
    });
    api.clock.set(new Date(salon.store.at(TODAY, '14:30')));
    // Nobody stays signed in from morning to afternoon.
    const desk = await aStaffToken(api, ['desk'], [salon.store.id]);
    await api.call(`/staff/appointments/${missed.visit.id}/no-show`, { token: desk, body: {} });

    const { body } = await asked(TODAY, TOMORROW);
    const { loads, leads, due, noShows, lateCancels } =
      body as components['schemas']['StatisticsDto'];
    expect({ due, noShows, lateCancels }).toEqual({ due: 2, noShows: 1, lateCancels: 1 });
    const { staffId } = salon.therapist;
    expect(loads).toMatchObject([
      { staffId, date: TODAY, shiftMinutes: 720, bookedMinutes: 0 },
      { staffId, date: TOMORROW, shiftMinutes: 720, bookedMinutes: 60 },
    ]);
    expect(leads.filter(({ visits }) => visits > 0)).toEqual([
      { fromDays: 0, visits: 2 },
      { fromDays: 1, visits: 1 },
    ]);
  });

  it('are of two months at most, and for those who lead the store', async () => {
    expect(codeOf(await asked(TOMORROW, TODAY))).toBe('INVALID_INPUT');
    expect(codeOf(await asked('2026-01-01', '2026-06-01'))).toBe('INVALID_INPUT');
    const desk = await aStaffToken(api, ['desk'], [salon.store.id]);
    const path = `/staff/appointment-statistics?storeId=${salon.store.id}&from=${TODAY}&to=${TODAY}`;
    expect((await api.call(path, { token: desk })).status).toBe(403);
  });
});
