import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
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
  book,
  codeOf,
  tally,
  type Salon,
  type StaffVisit,
  type Visit,
} from '../../support/given/index.js';
import { aClient, aStaffToken } from '../../support/people.js';

type Caps = components['schemas']['DailyCapsDto'];

let api: TestApi;
let salon: Salon;
let other: string;
let manager: string;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
});
beforeEach(async () => {
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api);
  other = (await aTherapist(api, salon.store)).staffId;
  manager = await aStaffToken(api, ['manager'], [salon.store.id]);
});
afterAll(() => api.close());

const path = () => `/staff/stores/${salon.store.id}/daily-caps`;
const cap = (caps: readonly object[], token = manager) =>
  api.call(path(), { method: 'PUT', token, body: { caps } });
const capService = (most: number) => cap([{ kind: 'service', subjectId: salon.serviceId, most }]);
const capStaff = (most: number) =>
  cap([{ kind: 'staff', subjectId: salon.therapist.staffId, most }]);

const at = (time: string, day = TOMORROW) => salon.store.at(day, time);
const tryAt = async (start: string, staffId: string | null = null): Promise<Answer> =>
  book(api, (await aClient(api)).token, salon.wish(start, staffId));

async function atDesk(start: string, more: object = {}, staffId: string | null = null) {
  const { id: customerId } = await aClient(api);
  return api.call('/staff/appointments', {
    ...{ token: manager, headers: { 'idempotency-key': aKey() } },
    body: { ...salon.wish(start, staffId), customerId, channel: 'desk', ...more },
  });
}

async function dayOf(day: string, staffId?: string, face = 'client') {
  const token = face === 'client' ? (await aClient(api)).token : manager;
  const person = staffId ? `&staffId=${staffId}` : '';
  const query = `storeId=${salon.store.id}&serviceIds=${salon.serviceId}&from=${day}&days=1`;
  const { body } = await api.call(`/${face}/availability?${query}${person}`, { token });
  return (body as components['schemas']['AvailabilityDto']).days[0];
}

const alternativesOf = (answer: Answer): string[] =>
  (answer.body as { alternatives: { start: string }[] }).alternatives.map(({ start }) => start);

describe('a service of which a day takes so many', () => {
  it('is offered no more on a full day, which says so, and refused with times of other days', async () => {
    await capService(2);
    for (const time of ['10:00', '12:00']) expect((await tryAt(at(time))).status).toBe(201);
    expect(await dayOf(TOMORROW)).toMatchObject({ reason: 'capped', times: [] });
    const refused = await tryAt(at('15:00'));
    expect(refused).toMatchObject({ status: 409, body: { code: 'DAY_FULL' } });
    expect((refused.body as { detail: string }).detail).toContain('当天该项目已约满');
    const offered = alternativesOf(refused);
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.filter((start) => start.startsWith(TOMORROW))).toEqual([]);
    expect((await tryAt(at('15:00', TODAY))).status).toBe(201);
  });

  it('counts each time a visit holds it, and nothing else', async () => {
    await capService(3);
    const { serviceId } = salon;
    const massage = await aService(api, salon.store);
    const twice = { ...salon.wish(at('10:00')), services: [{ serviceId }, { serviceId }] };
    const { token } = await aClient(api);
    expect((await book(api, token, twice)).status).toBe(201);
    expect(codeOf(await book(api, token, { ...twice, start: at('14:00') }))).toBe('DAY_FULL');
    expect((await tryAt(at('14:00'))).status).toBe(201);
    const else_ = { ...twice, start: at('16:00'), services: [{ serviceId: massage }] };
    expect((await book(api, token, else_)).status).toBe(201);
  });

  it('has its place again when a visit is cancelled or moves to another day', async () => {
    await capService(1);
    const { token } = await aClient(api);
    const { id } = (await book(api, token, salon.wish(at('10:00')))).body as Visit;
    expect(codeOf(await tryAt(at('12:00')))).toBe('DAY_FULL');
    const move = (start: string) =>
      api.call(`/client/appointments/${id}/reschedule`, { token, body: { start } });
    // Its own place is open to it.
    expect((await move(at('16:00'))).status).toBe(200);
    expect((await move(at('16:00', '2026-11-25'))).status).toBe(200);
    const next = (await tryAt(at('12:00'))).body as Visit;
    expect(codeOf(await move(at('18:00')))).toBe('DAY_FULL');
    const cancelled = await api.call(`/staff/appointments/${next.id}/cancel`, {
      ...{ token: manager, body: { reason: '顾客来电' } },
    });
    expect(cancelled.status).toBe(200);
    expect((await move(at('18:00'))).status).toBe(200);
  });

  it('takes the desk beyond it only when somebody says so, and the history keeps it', async () => {
    await capService(1);
    await tryAt(at('10:00'));
    expect(await dayOf(TOMORROW, undefined, 'staff')).not.toHaveProperty('reason');
    expect(codeOf(await atDesk(at('14:00')))).toBe('DAY_FULL');
    const beyond = await atDesk(at('14:00'), { beyondCaps: true });
    expect(beyond.status).toBe(201);
    const { changes, id, version } = beyond.body as StaffVisit;
    expect(changes[0]?.beyond).toEqual([expect.stringContaining('（每天 1）')]);
    const elsewhere = await atDesk(at('14:00', '2026-11-25'));
    expect((elsewhere.body as StaffVisit).changes[0]?.beyond).toEqual([]);
    const move = (visit: { id: string; version: number }, start: string, more = {}) =>
      api.call(`/staff/appointments/${visit.id}/move`, {
        ...{ token: manager, body: { start, version: visit.version, ...more } },
      });
    expect((await move({ id, version }, at('17:00'))).status).toBe(200);
    const late = elsewhere.body as StaffVisit;
    expect(codeOf(await move(late, at('19:00')))).toBe('DAY_FULL');
    const moved = await move(late, at('19:00'), { beyondCaps: true });
    expect((moved.body as StaffVisit).changes[1]).toMatchObject({
      ...{ movedFrom: expect.any(String), beyond: [expect.any(String)] },
    });
    // A client cannot say so.
    const { token } = await aClient(api);
    const wish = { ...salon.wish(at('19:30')), beyondCaps: true };
    expect((await book(api, token, wish)).status).toBe(400);
  });

  it('is as many visits as it takes, however many want the last ones at once', async () => {
    await capService(3);
    for (let more = 0; more < 3; more += 1) await aTherapist(api, salon.store);
    const crowd = await Promise.all(Array.from({ length: 16 }, () => aClient(api)));
    const answers = await Promise.all(
      crowd.map(({ token }, n) => book(api, token, salon.wish(at(`${10 + (n % 8)}:00`), null))),
    );
    expect(tally(answers)).toEqual({ 201: 3, DAY_FULL: 13 });
  });
});

describe('a person whose day takes so many visits', () => {
  it('is not offered any more, and others are', async () => {
    await capStaff(1);
    const hers = salon.therapist.staffId;
    expect((await tryAt(at('10:00'), hers)).status).toBe(201);
    expect(await dayOf(TOMORROW, hers)).toMatchObject({ reason: 'full', times: [] });
    expect(codeOf(await tryAt(at('14:00'), hers))).toBe('STAFF_DAY_FULL');
    const any = (await tryAt(at('14:00'))).body as Visit;
    expect(any.items[0]?.staffId).toBe(other);
    expect(codeOf(await atDesk(at('16:00'), {}, hers))).toBe('STAFF_DAY_FULL');
    expect((await atDesk(at('16:00'), { beyondCaps: true }, hers)).status).toBe(201);
  });

  it('keeps to it when several want her at once', async () => {
    await capStaff(2);
    const crowd = await Promise.all(Array.from({ length: 10 }, () => aClient(api)));
    const hers = salon.therapist.staffId;
    const answers = await Promise.all(
      crowd.map(({ token }, n) => book(api, token, salon.wish(at(`${10 + n}:00`), hers))),
    );
    expect(tally(answers)).toEqual({ 201: 2, STAFF_DAY_FULL: 8 });
  });
});

describe('what a day takes', () => {
  it('is decided by those who lead the store, for what the store has, and shown with everything it has', async () => {
    const { serviceId: subjectId } = salon;
    const saved = await capService(5);
    expect(saved.status).toBe(200);
    const { items } = saved.body as Caps;
    expect(items.find((item) => item.subjectId === subjectId)?.most).toBe(5);
    expect(items.filter(({ kind }) => kind === 'staff').map(({ most }) => most)).toEqual([
      ...[null, null],
    ]);
    expect((await api.call(path(), { token: manager })).body).toEqual(saved.body);
    const none = (await cap([])).body as Caps;
    expect(none.items.every(({ most }) => most === null)).toBe(true);
    const one = { kind: 'service', subjectId, most: 5 };
    for (const caps of [[one, one], [{ ...one, kind: 'staff' }], [{ ...one, most: 0 }]])
      expect(codeOf(await cap(caps))).toBe('INVALID_INPUT');
    const desk = await aStaffToken(api, ['desk'], [salon.store.id]);
    expect((await cap([], desk)).status).toBe(403);
    const elsewhere = await aStaffToken(api, ['manager'], []);
    expect((await cap([], elsewhere)).status).toBe(404);
  });
});
