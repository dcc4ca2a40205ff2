import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  TOMORROW,
  aSalon,
  aService,
  aTherapist,
  aVisit,
  codeOf,
  handsOn,
  type GivenClient,
  type Salon,
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

type Query = Readonly<Record<string, string>>;

function ask(salon: Salon, change: Query = {}, face = 'client', token = client.token) {
  const query = { storeId: salon.store.id, serviceIds: salon.serviceId, ...change };
  const text = new URLSearchParams(query).toString();
  return api.call(`/${face}/availability?${text}`, { token });
}

interface Day {
  readonly date: string;
  readonly reason?: string;
  readonly times: { readonly start: string; readonly end: string; readonly staff: object[] }[];
  readonly unavailable: readonly string[];
}

const daysOf = (answer: Answer): Day[] => (answer.body as { days: Day[] }).days;
const fieldsOf = (answer: Answer): string[] =>
  ((answer.body as { errors?: { field: string }[] }).errors ?? []).map((error) => error.field);

describe('GET /client/availability', () => {
  it('answers each day with its times, their people, and the starts that cannot be had', async () => {
    const salon = await aSalon(api);
    const { therapist, serviceId } = salon;
    const days = daysOf(await ask(salon, { from: TODAY, days: '2' }));
    expect(days.map((day) => Object.keys(day).sort())).toEqual([
      ...[
        ['date', 'times', 'unavailable'],
        ['date', 'times', 'unavailable'],
      ],
    ]);
    const [today] = days;
    expect(today?.date).toBe(TODAY);
    expect(today?.times[0]).toEqual({
      start: '2026-11-23T11:00:00+08:00',
      end: '2026-11-23T12:00:00+08:00',
      staff: [{ serviceId, staffId: therapist.staffId }],
    });
    expect(today?.times.at(-1)?.end).toBe('2026-11-23T21:00:00+08:00');
    expect(today?.unavailable).toContain('2026-11-23T09:00:00+08:00');
    const offered = today?.times.map((time) => time.start) ?? [];
    expect(offered.filter((start) => today?.unavailable.includes(start))).toEqual([]);
  });

  it('answers a week from today when not told, and the days that were asked for', async () => {
    const salon = await aSalon(api);
    const week = daysOf(await ask(salon));
    expect([week[0]?.date, week.length]).toEqual([TODAY, 7]);
    const [first, ...more] = daysOf(await ask(salon, { from: '2026-11-30', days: '1' }));
    expect([first?.date, more]).toEqual(['2026-11-30', []]);
  });

  it('does not offer what a visit holds, but the time right after it', async () => {
    const salon = await aSalon(api);
    await aVisit(api, salon, salon.store.at(TOMORROW, '09:00'));
    const [day] = daysOf(await ask(salon, { from: TOMORROW, days: '1' }));
    expect(day?.times[0]?.start).toBe('2026-11-24T10:00:00+08:00');
  });

  it('counts a visit that is about to move as free, and only to its own client', async () => {
    const salon = await aSalon(api);
    const hers = await aClient(api);
    const start = salon.store.at(TOMORROW, '09:00');
    const { visit } = await aVisit(api, salon, start, hers);
    const query = { from: TOMORROW, days: '1', moving: visit.id };
    const [day] = daysOf(await ask(salon, query, 'client', hers.token));
    expect(day?.times[0]?.start).toBe(start);
    expect(codeOf(await ask(salon, query))).toBe('APPOINTMENT_NOT_FOUND');
  });

  it('does not offer a start that leaves a hole nobody can fill; the desk sees it', async () => {
    const salon = await aSalon(api);
    const [day] = daysOf(await ask(salon, { from: TOMORROW, days: '1' }));
    expect(day?.times.map((time) => time.start)).not.toContain('2026-11-24T09:15:00+08:00');
    const desk = await aStaffToken(api, ['desk'], [salon.store.id]);
    const [all] = daysOf(await ask(salon, { from: TOMORROW, days: '1' }, 'staff', desk));
    expect(all?.times.map((time) => time.start)).toContain('2026-11-24T09:15:00+08:00');
  });

  it.each<[string, Parameters<typeof aSalon>[1], string]>([
    ['closed', { store: { closures: [{ date: TOMORROW, reason: '店休' }] } }, 'closed'],
    ['nobody is there', { therapist: { shifts: [] } }, 'no_skill'],
    [
      'all is taken or too long',
      { therapist: { shifts: [{ date: TOMORROW, from: '09:00', to: '09:30' }] } },
      'full',
    ],
    ['beyond the horizon', { store: { settings: { horizonDays: 1 } } }, 'beyond_horizon'],
    ['too soon', { store: { settings: { leadMinutes: 3_000 } } }, 'too_soon'],
  ])('tells why a day has no time: %s', async (_why, change, reason) => {
    const salon = await aSalon(api, change);
    const from = reason === 'beyond_horizon' ? '2026-11-25' : TOMORROW;
    const [day] = daysOf(await ask(salon, { from, days: '1' }));
    expect({ reason: day?.reason, times: day?.times }).toEqual({ reason, times: [] });
  });

  it('chains services in the order asked and gives the one person hers', async () => {
    const salon = await aSalon(api);
    const second = await aService(api, salon.store, { segments: [handsOn(30)] });
    const other = await aTherapist(api, salon.store);
    const serviceIds = `${salon.serviceId},${second}`;
    const [day] = daysOf(
      await ask(salon, { from: TOMORROW, days: '1', serviceIds, staffId: other.staffId }),
    );
    expect(day?.times[0]).toEqual({
      start: '2026-11-24T09:00:00+08:00',
      end: '2026-11-24T10:30:00+08:00',
      staff: [
        { serviceId: salon.serviceId, staffId: other.staffId },
        { serviceId: second, staffId: other.staffId },
      ],
    });
  });

  it.each<[string, Query, string]>([
    ['no such day', { from: '2026-02-30' }, 'from'],
    ['too many days', { days: '32' }, 'days'],
    ['no days', { days: '0' }, 'days'],
    ['half a day', { days: '1.5' }, 'days'],
    ['an id that is none', { serviceIds: 'x' }, 'serviceIds'],
    ['an empty id', { serviceIds: '' }, 'serviceIds'],
    ['a person’s id that is none', { staffId: 'x' }, 'staffId'],
    ['a store’s id that is none', { storeId: 'x' }, 'storeId'],
    ['something nobody asked for', { colour: 'red' }, 'colour'],
  ])('refuses %s and names the field', async (_what, change, field) => {
    const salon = await aSalon(api);
    const answer = await ask(salon, change);
    expect([answer.status, codeOf(answer), fieldsOf(answer)]).toEqual([
      ...[400, 'INVALID_INPUT', [field]],
    ]);
  });

  it('refuses a store, a service and a person that are not there', async () => {
    const [salon, elsewhere] = [await aSalon(api), await aSalon(api)];
    const unknown = '01M805EADCYCK1A54SYFEKWB3M';
    expect(codeOf(await ask(salon, { storeId: unknown }))).toBe('STORE_NOT_FOUND');
    expect(codeOf(await ask(salon, { serviceIds: elsewhere.serviceId }))).toBe('SERVICE_NOT_FOUND');
    expect(codeOf(await ask(salon, { staffId: unknown }))).toBe('STAFF_NOT_AVAILABLE');
    const { staffId } = elsewhere.therapist;
    expect(codeOf(await ask(salon, { staffId }))).toBe('STAFF_NOT_AVAILABLE');
  });
});

describe('a store that is not there', () => {
  const UNKNOWN = '01M805EADCYCK1A54SYFEKWB3M';

  it.each(['/client/services?', '/client/staff?', `/client/staff?serviceId=${UNKNOWN}&`])(
    'is told apart from one that offers nothing: GET %s',
    async (path) => {
      const answer = await api.call(`${path}storeId=${UNKNOWN}`, client);
      expect([answer.status, codeOf(answer)]).toEqual([404, 'STORE_NOT_FOUND']);
    },
  );
});

describe('GET /client/staff', () => {
  it('names whom a client can ask for, with her next free start', async () => {
    const salon = await aSalon(api);
    await aTherapist(api, salon.store, { onlineBookable: false });
    await aTherapist(api, salon.store, { position: 'stylist' });
    const query = `storeId=${salon.store.id}&serviceId=${salon.serviceId}`;
    const { body } = await api.call(`/client/staff?${query}`, client);
    expect(body).toMatchObject({
      items: [{ id: salon.therapist.staffId, nextFreeAt: '2026-11-23T11:00:00+08:00' }],
    });
  });

  it('has no next free start beyond the horizon', async () => {
    const salon = await aSalon(api, {
      store: { settings: { horizonDays: 1 } },
      therapist: { shifts: [{ date: '2026-11-27', from: '09:00', to: '18:00' }] },
    });
    const query = `storeId=${salon.store.id}&serviceId=${salon.serviceId}`;
    const { body } = await api.call(`/client/staff?${query}`, client);
    expect(body).toMatchObject({ items: [{ nextFreeAt: null }] });
  });
});
