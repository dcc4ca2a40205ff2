import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  TOMORROW,
  aSalon,
  book,
  codeOf,
  everyDay,
  expectNoOrphanSlots,
  handsOn,
  type GivenClient,
  type Salon,
  type Visit,
} from '../../support/given/index.js';
import { aClient, aStaffToken } from '../../support/people.js';

let api: TestApi;
let client: GivenClient;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  client = await aClient(api);
});
beforeEach(() => api.clock.set(MONDAY_TEN));
afterAll(() => api.close());

interface Day {
  readonly date: string;
  readonly reason?: string;
  readonly times: readonly { readonly start: string; readonly end: string }[];
  readonly unavailable: readonly string[];
}

async function daysOf(salon: Salon, from: string, days = 1): Promise<Day[]> {
  const query = new URLSearchParams({
    ...{ storeId: salon.store.id, serviceIds: salon.serviceId, from, days: String(days) },
  });
  const answer = await api.call(`/client/availability?${query.toString()}`, client);
  return (answer.body as { days: Day[] }).days;
}

const bookAt = (salon: Salon, start: string): Promise<Answer> =>
  book(api, client.token, salon.wish(start));

/** Whatever is offered can be had: the first, a middle and the last time of each day. */
async function expectBookable(salon: Salon, days: readonly Day[]): Promise<void> {
  for (const { times } of days) {
    for (const index of new Set([0, Math.floor(times.length / 2), times.length - 1])) {
      const start = times[index]?.start ?? 'none was offered';
      const answer = await bookAt(salon, start);
      const { id } = answer.body as Visit;
      expect({ start, status: answer.status, code: codeOf(answer) }).toEqual({
        ...{ start, status: 201, code: undefined },
      });
      await api.call(`/client/appointments/${id}/cancel`, { token: client.token, body: {} });
    }
  }
}

describe('a store that is open past midnight', () => {
  const night = () => [0, 1, 2].map((n) => `2026-11-${23 + n}`);
  const anOvernightSalon = (horizonDays = 30): Promise<Salon> =>
    aSalon(api, {
      store: { hours: everyDay('18:00', '26:00'), settings: { horizonDays } },
      therapist: { shifts: night().map((date) => ({ date, from: '18:00', to: '26:00' })) },
    });

  it('books a visit over midnight and one after it, on the day whose evening it is', async () => {
    const salon = await anOvernightSalon();
    const [day] = await daysOf(salon, TODAY);
    expect(day?.times[0]?.start).toBe('2026-11-23T18:00:00+08:00');
    expect(day?.times.at(-1)?.start).toBe('2026-11-24T01:00:00+08:00');
    const over = await bookAt(salon, salon.store.at(TODAY, '23:30'));
    expect(over.body).toMatchObject({
      ...{ start: '2026-11-23T23:30:00+08:00', end: '2026-11-24T00:30:00+08:00' },
    });
    expect((await bookAt(salon, salon.store.at(TODAY, '24:30'))).status).toBe(201);
    expect(codeOf(await bookAt(salon, salon.store.at(TODAY, '24:15')))).toBe('SLOT_TAKEN');
    expect(codeOf(await bookAt(salon, salon.store.at(TODAY, '25:15')))).toBe('SLOT_TAKEN');
    await expectNoOrphanSlots(api, salon.store.id);
  });

  it('shows a visit over midnight on both days of the board', async () => {
    const salon = await anOvernightSalon();
    const { id } = (await bookAt(salon, salon.store.at(TODAY, '23:30'))).body as Visit;
    const desk = await aStaffToken(api, ['desk'], [salon.store.id]);
    for (const date of [TODAY, TOMORROW]) {
      const path = `/staff/calendar?storeId=${salon.store.id}&date=${date}`;
      const { body } = await api.call(path, { token: desk });
      const { appointments } = body as { appointments: Visit[] };
      expect(appointments.map((visit) => visit.id)).toEqual([id]);
    }
  });

  it('lets the night of the last day that can be booked be booked to its end', async () => {
    const salon = await anOvernightSalon(1);
    await expectBookable(salon, await daysOf(salon, TOMORROW));
  });
});

describe.each([10, 45, 90, 120])('a grid of %i minutes', (slotStepMinutes) => {
  const aGridSalon = (opens: string): Promise<Salon> =>
    aSalon(api, {
      store: { settings: { slotStepMinutes }, hours: everyDay(opens, '20:00') },
      service: { segments: [handsOn(30)] },
    });

  it('takes each time that it offers, whichever day the look began on', async () => {
    const salon = await aGridSalon('09:00');
    await expectBookable(salon, await daysOf(salon, TOMORROW, 3));
  });

  it('shows each start of the day once: as a time or as one that cannot be had', async () => {
    const salon = await aGridSalon('09:10');
    const [alone] = await daysOf(salon, '2026-11-25');
    const [, , among] = await daysOf(salon, TODAY, 3);
    expect(among).toEqual(alone);
    const grid = [...(alone?.times ?? []).map(({ start }) => start), ...(alone?.unavailable ?? [])];
    const instants = grid.map((start) => Date.parse(start) / 60_000).sort((a, b) => a - b);
    const steps = instants.slice(1).map((minute, index) => minute - (instants[index] ?? 0));
    expect(steps.every((step) => step === slotStepMinutes)).toBe(true);
  });
});

describe('a store in another time zone', () => {
  /** New York leaves daylight saving time on 1 November 2026 and returns to it on 14 March 2027, both at 02:00. */
  const change = ['2026-10-31', '2026-11-01', '2026-11-02'];
  const spring = ['2027-03-13', '2027-03-14', '2027-03-15'];

  it.each([
    ['ends', change, '2026-10-30T16:00:00Z', ['-04:00', '-05:00', '-05:00']],
    ['begins', spring, '2027-03-12T16:00:00Z', ['-05:00', '-04:00', '-04:00']],
  ])('opens at nine by the wall on the day summer time %s', async (_what, dates, now, offsets) => {
    api.clock.set(new Date(now));
    const walker = await aClient(api);
    const salon = await aSalon(api, {
      store: { timeZone: 'America/New_York', settings: { slotStepMinutes: 45 } },
      therapist: { shifts: dates.map((date) => ({ date, from: '09:00', to: '21:00' })) },
    });
    const query = `storeId=${salon.store.id}&serviceIds=${salon.serviceId}&from=${dates[0]}&days=3`;
    const { body } = await api.call(`/client/availability?${query}`, walker);
    const { days } = body as { days: Day[] };
    expect(days.map((day) => day.date)).toEqual(dates);
    for (const [index, day] of days.entries()) {
      expect(day.times.length).toBeGreaterThan(0);
      for (const { start } of day.times) {
        expect(start.slice(0, 10)).toBe(dates[index]);
        expect(start.slice(-6)).toBe(offsets[index]);
        expect(start.slice(11, 16) >= '09:00' && start.slice(11, 16) <= '20:00').toBe(true);
      }
      const start = day.times[0]?.start ?? '';
      const alone = `storeId=${salon.store.id}&serviceIds=${salon.serviceId}&from=${day.date}&days=1`;
      const again = await api.call(`/client/availability?${alone}`, walker);
      expect((again.body as { days: Day[] }).days[0]?.times[0]?.start).toBe(start);
      expect((await book(api, walker.token, salon.wish(start))).status).toBe(201);
    }
    await expectNoOrphanSlots(api, salon.store.id);
  });

  it('keeps a visit through the repeated hour of the night', async () => {
    api.clock.set(new Date('2026-10-31T16:00:00Z'));
    const walker = await aClient(api);
    const salon = await aSalon(api, {
      store: { timeZone: 'America/New_York', hours: everyDay('18:00', '28:00') },
      therapist: { shifts: [{ date: '2026-10-31', from: '18:00', to: '28:00' }] },
    });
    const query = `storeId=${salon.store.id}&serviceIds=${salon.serviceId}&from=2026-10-31&days=1`;
    const { body } = await api.call(`/client/availability?${query}`, walker);
    const [day] = (body as { days: Day[] }).days;
    // From 18:00 to 04:00 this night has eleven hours; the last visit begins one before its end.
    expect(day?.times.at(-1)?.start).toBe('2026-11-01T03:00:00-05:00');
    const starts = [...(day?.times ?? []).map(({ start }) => start), ...(day?.unavailable ?? [])];
    expect(new Set(starts).size).toBe(11 * 4);
    const first = await book(api, walker.token, salon.wish('2026-11-01T01:00:00-04:00'));
    const second = await book(api, walker.token, salon.wish('2026-11-01T01:00:00-05:00'));
    expect([first.status, second.status]).toEqual([201, 201]);
    await expectNoOrphanSlots(api, salon.store.id);
  });
});

describe('dates at the ends of the calendar', () => {
  it.each(['0001-01-01', '1900-01-01', '9999-12-31', '2999-12-31'])(
    'are answered without a fault: %s',
    async (date) => {
      const salon = await aSalon(api);
      const desk = await aStaffToken(api, ['desk'], [salon.store.id]);
      const { id } = salon.store;
      const wish = `storeId=${id}&serviceIds=${salon.serviceId}&from=${date}&days=31`;
      const answers = await Promise.all([
        api.call(`/client/availability?${wish}`, client),
        api.call(`/staff/availability?${wish}`, { token: desk }),
        api.call(`/staff/calendar?storeId=${id}&date=${date}`, { token: desk }),
        api.call(`/staff/shifts?storeId=${id}&from=${date}&days=31`, { token: desk }),
        api.call(`/staff/appointments?storeId=${id}&date=${date}`, { token: desk }),
        bookAt(salon, `${date}T12:00:00+08:00`),
        bookAt(salon, `${date}T23:59:59.999-14:00`),
      ]);
      for (const { status } of answers) expect(status).toBeLessThan(500);
    },
  );
});
