import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  TOMORROW,
  aKey,
  aSalon,
  aService,
  aTherapist,
  aVisit,
  book,
  codeOf,
  everyDay,
  expectNoOrphanSlots,
  type GivenClient,
  type Salon,
  type Visit,
  type Wish,
} from '../../support/given/index.js';
import { aClient, aPhone, aStaffToken } from '../../support/people.js';

let api: TestApi;
let client: GivenClient;
let salon: Salon;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  client = await aClient(api);
  salon = await aSalon(api);
});
beforeEach(() => api.clock.set(MONDAY_TEN));
afterAll(() => api.close());

const tryAt = (start: string, change: Partial<Wish> = {}): Promise<Answer> =>
  book(api, client.token, { ...salon.wish(start), ...change });

const fieldsOf = (answer: Answer): string[] =>
  ((answer.body as { errors?: { field: string }[] }).errors ?? []).map((error) => error.field);

describe('a booking', () => {
  it('answers the visit with its people, times in the store’s offset, price and history', async () => {
    const start = salon.store.at(TODAY, '12:00');
    const answer = await tryAt(start, { note: ' 喜欢安静 ' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      ...{ state: 'confirmed', storeId: salon.store.id, start: '2026-11-23T12:00:00+08:00' },
      ...{ end: '2026-11-23T13:00:00+08:00', priceFen: 20_000, note: '喜欢安静' },
      items: [
        {
          ...{ serviceId: salon.serviceId, staffId: salon.therapist.staffId, requested: true },
          ...{ start: '2026-11-23T12:00:00+08:00', priceFen: 20_000 },
        },
      ],
      ...{ cancellable: true, reschedulable: true, lateCancel: false, cancelReason: null },
      freeCancelUntil: '2026-11-23T06:00:00+08:00',
      history: [{ at: '2026-11-23T10:00:00+08:00', what: expect.any(String) }],
    });
  });

  it('is answered exactly as a later read answers it, to the client and to the desk', async () => {
    const { id: customerId } = await aClient(api);
    const desk = await aStaffToken(api, ['desk'], [salon.store.id]);
    const wish = salon.wish(salon.store.at(TODAY, '14:00'));
    const booked = await book(api, client.token, wish);
    const { id } = booked.body as Visit;
    const read = await api.call(`/client/appointments/${id}`, { token: client.token });
    expect(booked.body).toEqual(read.body);
    const atDesk = await api.call('/staff/appointments', {
      token: desk,
      headers: { 'idempotency-key': aKey() },
      body: { ...wish, start: salon.store.at(TODAY, '16:00'), customerId, channel: 'phone' },
    });
    const { id: other } = atDesk.body as Visit;
    const shown = await api.call(`/staff/appointments/${other}`, { token: desk });
    expect(atDesk.status).toBe(201);
    expect(atDesk.body).toEqual(shown.body);
  });

  it('waits for a yes where the service asks for one', async () => {
    const asking = await aSalon(api, { service: { confirmPolicy: 'staff' } });
    const { visit } = await aVisit(api, asking, asking.store.at(TODAY, '12:00'), client);
    expect(visit.state).toBe('requested');
  });

  it('of nobody in particular is not written down as asked for', async () => {
    const answer = await book(api, client.token, salon.wish(salon.store.at(TODAY, '20:00'), null));
    expect(answer.body).toMatchObject({ items: [{ requested: false }] });
  });
});

describe('a start that cannot be', () => {
  it.each([
    ['within the lead time', TODAY, '10:45', 409, 'TOO_SOON'],
    ['in the past', TODAY, '09:00', 409, 'TOO_SOON'],
    ['beyond the horizon', '2026-12-24', '12:00', 409, 'BEYOND_HORIZON'],
    ['before opening', TOMORROW, '08:30', 409, 'SLOT_TAKEN'],
    ['so late that it would end after closing', TOMORROW, '20:30', 409, 'SLOT_TAKEN'],
  ])('%s is refused', async (_why, date, time, status, code) => {
    const answer = await tryAt(salon.store.at(date, time));
    expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status, code });
  });

  it('is refused to the minute of the lead time and of the horizon', async () => {
    expect((await tryAt(salon.store.at(TODAY, '11:00'))).status).toBe(201);
    const lastDay = salon.store.at('2026-12-23', '12:00');
    // Nobody has a shift there yet, but the day itself can be booked.
    expect(codeOf(await tryAt(lastDay))).toBe('SLOT_TAKEN');
  });

  it.each(['12:05', '12:10'])('off the grid is bad input that names start: %s', async (time) => {
    const answer = await tryAt(salon.store.at(TOMORROW, time));
    expect(answer.status).toBe(400);
    expect(codeOf(answer)).toBe('INVALID_INPUT');
    expect(fieldsOf(answer)).toEqual(['start']);
  });

  it('with seconds is bad input that names start', async () => {
    const answer = await tryAt('2026-11-24T12:00:30+08:00');
    expect({ status: answer.status, fields: fieldsOf(answer) }).toEqual({
      ...{ status: 400, fields: ['start'] },
    });
  });

  it('on a day on which the store is closed is refused with times of the days after it', async () => {
    const closures = [{ date: TOMORROW, reason: '店休' }];
    const closing = await aSalon(api, { store: { closures } });
    const answer = await book(api, client.token, closing.wish(closing.store.at(TOMORROW, '12:00')));
    expect(codeOf(answer)).toBe('SLOT_TAKEN');
    const { alternatives } = answer.body as { alternatives: { start: string }[] };
    expect(alternatives.map(({ start }) => start.slice(0, 10))).toEqual(
      Array.from({ length: 4 }, () => '2026-11-25'),
    );
  });

  it('is never answered with times beyond the horizon', async () => {
    const short = await aSalon(api, { store: { settings: { horizonDays: 1 } } });
    await aVisit(api, short, short.store.at(TOMORROW, '20:00'));
    const twin = await aSalon(api, {
      store: {
        settings: { horizonDays: 1 },
        hours: everyDay('09:00', '21:00').map((day) =>
          day.weekday === 2 ? { ...day, closesMinute: 10 * 60 } : day,
        ),
      },
    });
    await aVisit(api, twin, twin.store.at(TOMORROW, '09:00'));
    const answer = await book(api, client.token, twin.wish(twin.store.at(TOMORROW, '09:00')));
    expect(codeOf(answer)).toBe('SLOT_TAKEN');
    const { alternatives } = answer.body as { alternatives: { start: string }[] };
    expect(alternatives.filter(({ start }) => start > '2026-11-25')).toEqual([]);
  });
});

describe('a wish that cannot be', () => {
  it('for a person who does not do the service is refused', async () => {
    const stylist = await aTherapist(api, salon.store, { position: 'stylist' });
    const services = [{ serviceId: salon.serviceId, staffId: stylist.staffId }];
    expect(codeOf(await tryAt(salon.store.at(TODAY, '15:00'), { services }))).toBe(
      'STAFF_NOT_AVAILABLE',
    );
  });

  it('for a person whom clients may not pick is refused', async () => {
    const hidden = await aTherapist(api, salon.store, { onlineBookable: false });
    const services = [{ serviceId: salon.serviceId, staffId: hidden.staffId }];
    expect(codeOf(await tryAt(salon.store.at(TODAY, '15:00'), { services }))).toBe(
      'STAFF_NOT_AVAILABLE',
    );
  });

  it('for a service that another store has, or that is only sold at the desk, is refused', async () => {
    const elsewhere = await aSalon(api);
    const foreign = [{ serviceId: elsewhere.serviceId }];
    const start = salon.store.at(TODAY, '15:00');
    expect(codeOf(await tryAt(start, { services: foreign }))).toBe('SERVICE_NOT_FOUND');
    const atDesk = await aService(api, salon.store, { onlineBookable: false });
    expect(codeOf(await tryAt(start, { services: [{ serviceId: atDesk }] }))).toBe(
      'NOT_BOOKABLE_ONLINE',
    );
  });

  it.each<[string, object, string]>([
    ['no services', { services: [] }, 'services'],
    ['a start without an offset', { start: '2026-11-23T12:00:00' }, 'start'],
    ['a start that does not exist', { start: '2026-02-30T12:00:00+08:00' }, 'start'],
    ['a store id that is none', { storeId: 'x' }, 'storeId'],
    ['a service id that is none', { services: [{ serviceId: 'x' }] }, 'services.0.serviceId'],
    ['a note as long as a letter', { note: '长'.repeat(201) }, 'note'],
    ['a member nobody asked for', { price: 1 }, 'price'],
  ])('with %s is bad input that names the field', async (_what, change, field) => {
    const answer = await tryAt(salon.store.at(TODAY, '15:00'), change);
    expect({ status: answer.status, fields: fieldsOf(answer) }).toEqual({
      ...{ status: 400, fields: [field] },
    });
  });

  it('without a key is refused, and with a malformed one', async () => {
    const body = salon.wish(salon.store.at(TODAY, '15:00'));
    const without = await api.call('/client/appointments', { token: client.token, body });
    expect(codeOf(without)).toBe('IDEMPOTENCY_KEY_REQUIRED');
    const malformed = await book(api, client.token, body, 'short');
    expect(fieldsOf(malformed)).toEqual(['Idempotency-Key']);
  });
});

describe('a store that insists on a phone', () => {
  it('refuses a client without one and takes her once she has one', async () => {
    const strict = await aSalon(api, { store: { settings: { phoneRequired: true } } });
    const newcomer = await aClient(api);
    const wish = strict.wish(strict.store.at(TODAY, '12:00'));
    const key = aKey();
    expect(codeOf(await book(api, newcomer.token, wish, key))).toBe('PHONE_REQUIRED');
    const { code } = await api.control('phone-code', { phone: aPhone() });
    await api.call('/client/phone', { token: newcomer.token, body: { code } });
    expect((await book(api, newcomer.token, wish, key)).status).toBe(201);
  });

  it('books at the desk for a client without one', async () => {
    const strict = await aSalon(api, { store: { settings: { phoneRequired: true } } });
    const desk = await aStaffToken(api, ['desk'], [strict.store.id]);
    const answer = await api.call('/staff/appointments', {
      token: desk,
      headers: { 'idempotency-key': aKey() },
      body: {
        ...strict.wish(strict.store.at(TODAY, '12:00')),
        ...{ customerId: (await aClient(api)).id, channel: 'desk' },
      },
    });
    expect(answer.status).toBe(201);
  });
});

describe('a colour service with processing time', () => {
  it('lets the colourist serve another client in between, and nobody during her own work', async () => {
    const colour = await aSalon(api, {
      therapist: { position: 'colourist' },
      service: {
        segments: [
          { ...handsOnColour(30) },
          {
            ...{ kind: 'processing', minutes: 45, label: '停留', position: null, skillId: null },
            ...{ roomKind: null, deviceKind: null, keepsRoom: true },
          },
          { ...handsOnColour(15) },
        ],
      },
    });
    const trim = await aService(api, colour.store, { segments: [handsOnColour(30)] });
    const { therapist, store } = colour;
    await aVisit(api, colour, store.at(TODAY, '12:00'));
    const cut = (time: string): Promise<Answer> =>
      book(api, client.token, {
        ...{ storeId: store.id, start: store.at(TODAY, time) },
        services: [{ serviceId: trim, staffId: therapist.staffId }],
      });
    expect(codeOf(await cut('12:15'))).toBe('SLOT_TAKEN');
    expect(codeOf(await cut('13:00'))).toBe('SLOT_TAKEN');
    expect((await cut('12:30')).status).toBe(201);
    expect(codeOf(await cut('12:45'))).toBe('SLOT_TAKEN');
    await expectNoOrphanSlots(api, store.id);
  });

  function handsOnColour(minutes: number) {
    return {
      ...{ kind: 'hands_on' as const, minutes, label: '上色', position: 'colourist' as const },
      ...{ skillId: null, roomKind: null, deviceKind: null, keepsRoom: false },
    };
  }
});

describe('a client’s list of visits', () => {
  it('shows those ahead soonest first and those that are over latest first, page by page', async () => {
    const regular = await aClient(api);
    const busy = await aSalon(api);
    const starts = ['20:00', '12:00', '16:00'].map((time) => busy.store.at(TODAY, time));
    const visits: Visit[] = [];
    for (const start of starts) visits.push((await aVisit(api, busy, start, regular)).visit);
    await api.call(`/client/appointments/${visits[0]?.id}/cancel`, {
      ...{ token: regular.token, body: {} },
    });
    const list = async (scope: string): Promise<string[]> => {
      const answer = await api.call(`/client/appointments?scope=${scope}`, regular);
      return (answer.body as { items: Visit[] }).items.map((visit) => visit.id);
    };
    expect(await list('upcoming')).toEqual([visits[1]?.id, visits[2]?.id]);
    expect(await list('past')).toEqual([visits[0]?.id]);
    api.clock.set(new Date(busy.store.at(TODAY, '14:00')));
    expect(await list('upcoming')).toEqual([visits[2]?.id]);
    expect(await list('past')).toEqual([visits[0]?.id, visits[1]?.id]);
  });
});
