import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  TOMORROW,
  aKey,
  aSalon,
  aTherapist,
  aVisit,
  book,
  codeOf,
  expectNoOrphanSlots,
  type GivenClient,
  type Salon,
  type StaffVisit,
  type Visit,
} from '../../support/given/index.js';
import { aClient, aStaffToken } from '../../support/people.js';

let api: TestApi;
let salon: Salon;
let client: GivenClient;
let desk: string;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
});
beforeEach(async () => {
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api);
  client = await aClient(api);
  desk = await aStaffToken(api, ['desk'], [salon.store.id]);
});
afterAll(() => api.close());

const at = (time: string, date = TODAY): string => salon.store.at(date, time);
const visitAt = async (time: string, date = TODAY): Promise<Visit> =>
  (await aVisit(api, salon, at(time, date), client)).visit;

const hers = (visit: Visit, what: string, body: object = {}, token = client.token) =>
  api.call(`/client/appointments/${visit.id}/${what}`, { token, body });
const atDesk = (visit: Visit, what: string, body: object = {}, token = desk) =>
  api.call(`/staff/appointments/${visit.id}/${what}`, { token, body });
const seen = async (visit: Visit): Promise<StaffVisit> =>
  (await api.call(`/staff/appointments/${visit.id}`, { token: desk })).body as StaffVisit;

const refusal = (answer: Answer) => ({ status: answer.status, code: codeOf(answer) });

describe('moving a visit', () => {
  it('keeps its id and its history and frees the old time', async () => {
    const visit = await visitAt('12:00');
    const moved = await hers(visit, 'reschedule', { start: at('15:00') });
    expect(moved.status).toBe(200);
    expect(moved.body).toMatchObject({ id: visit.id, start: '2026-11-23T15:00:00+08:00' });
    expect((await seen(visit)).changes).toMatchObject([
      { transition: 'book', from: null, to: 'confirmed', byKind: 'client', movedFrom: null },
      {
        ...{ transition: 'move', from: 'confirmed', to: 'confirmed', byKind: 'client' },
        movedFrom: '2026-11-23T12:00:00+08:00',
      },
    ]);
    const other = await book(api, (await aClient(api)).token, salon.wish(at('12:00')));
    expect(other.status).toBe(201);
    await expectNoOrphanSlots(api, salon.store.id);
  });

  it('may overlap the time that the visit has itself', async () => {
    const visit = await visitAt('12:00');
    expect((await hers(visit, 'reschedule', { start: at('12:30') })).status).toBe(200);
    expect((await hers(visit, 'reschedule', { start: at('12:15') })).status).toBe(200);
    await expectNoOrphanSlots(api, salon.store.id);
  });

  it('to a taken time is refused with other times, and nothing moved', async () => {
    const visit = await visitAt('12:00');
    await aVisit(api, salon, at('15:00'));
    const answer = await hers(visit, 'reschedule', { start: at('15:00') });
    expect(refusal(answer)).toEqual({ status: 409, code: 'SLOT_TAKEN' });
    const { alternatives } = answer.body as { alternatives: { start: string }[] };
    expect(alternatives.length).toBeGreaterThan(0);
    expect((await seen(visit)).start).toBe(visit.start);
    await expectNoOrphanSlots(api, salon.store.id);
  });

  it('keeps to lead time, horizon and grid for a client', async () => {
    const visit = await visitAt('12:00');
    const to = async (start: string) => codeOf(await hers(visit, 'reschedule', { start }));
    expect(await to(at('10:30'))).toBe('TOO_SOON');
    expect(await to(at('12:00', '2027-01-15'))).toBe('BEYOND_HORIZON');
    expect(await to(at('15:05'))).toBe('INVALID_INPUT');
  });

  it('asks for the salon’s yes again where the service wants one', async () => {
    salon = await aSalon(api, { service: { confirmPolicy: 'staff' } });
    desk = await aStaffToken(api, ['desk'], [salon.store.id]);
    const visit = await visitAt('12:00');
    await atDesk(visit, 'confirm');
    const moved = await hers(visit, 'reschedule', { start: at('15:00') });
    expect(moved.body).toMatchObject({ state: 'requested' });
  });

  it('keeps the person a client asked for, and lets anybody do it when she asked for nobody', async () => {
    const other = await aTherapist(api, salon.store);
    const free = await book(api, client.token, salon.wish(at('12:00'), null));
    const [item] = (free.body as Visit).items;
    const busy = item?.staffId ?? '';
    await book(api, (await aClient(api)).token, salon.wish(at('15:00'), busy));
    const moved = await hers(free.body as Visit, 'reschedule', { start: at('15:00') });
    const everybody = [salon.therapist.staffId, other.staffId];
    expect((moved.body as Visit).items[0]?.staffId).toBe(everybody.find((id) => id !== busy));
    const asked = await visitAt('18:00');
    await book(api, (await aClient(api)).token, salon.wish(at('19:00')));
    expect(codeOf(await hers(asked, 'reschedule', { start: at('19:00') }))).toBe('SLOT_TAKEN');
  });

  it('by the desk to another person is not the client’s wish, and needs the version on the screen', async () => {
    const visit = await visitAt('12:00');
    const other = await aTherapist(api, salon.store);
    const body = { start: at('12:05'), staffId: other.staffId, version: 1 };
    const moved = (await atDesk(visit, 'move', body)).body as StaffVisit;
    expect(moved.items).toMatchObject([{ staffId: other.staffId, requested: false }]);
    expect(moved).toMatchObject({ start: '2026-11-23T12:05:00+08:00', version: 2 });
    expect(refusal(await atDesk(visit, 'move', body))).toEqual({
      ...{ status: 409, code: 'APPOINTMENT_CHANGED' },
    });
    const without = { start: at('13:00') };
    expect(refusal(await atDesk(visit, 'move', without))).toEqual({
      ...{ status: 400, code: 'INVALID_INPUT' },
    });
  });

  it('is refused to the client once its time has come, as her screen says', async () => {
    const visit = await visitAt('12:00');
    api.clock.set(new Date(visit.start));
    const { body } = await api.call(`/client/appointments/${visit.id}`, client);
    expect(body).toMatchObject({ reschedulable: false });
    const answer = await hers(visit, 'reschedule', { start: at('18:00') });
    expect(refusal(answer)).toEqual({ status: 409, code: 'TRANSITION_REFUSED' });
    expect((await seen(visit)).start).toBe(visit.start);
  });
});

describe('moving a visit to where it is', () => {
  it('changes nothing and tells nobody', async () => {
    const visit = await visitAt('12:00', TOMORROW);
    const answer = await hers(visit, 'reschedule', { start: visit.start });
    expect([answer.status, answer.body]).toEqual([200, visit]);
  });
});

describe('cancelling a visit', () => {
  it('is free until the store’s hours before it, and late from then on', async () => {
    const [early, late] = [await visitAt('12:00', TOMORROW), await visitAt('14:00', TOMORROW)];
    api.clock.set(new Date(early.freeCancelUntil));
    expect((await hers(early, 'cancel', { reason: '有事' })).body).toMatchObject({
      ...{ state: 'cancelled', lateCancel: false, cancelReason: '有事' },
      ...{ cancellable: false, reschedulable: false },
    });
    api.clock.set(new Date(Date.parse(late.freeCancelUntil) + 1));
    expect((await hers(late, 'cancel')).body).toMatchObject({ lateCancel: true });
    await expectNoOrphanSlots(api, salon.store.id);
  });

  it('is the salon’s to write down once its time has come', async () => {
    const visit = await visitAt('12:00', TOMORROW);
    api.clock.set(new Date(visit.start));
    expect((await hers(visit, 'cancel')).body).toMatchObject({ code: 'TRANSITION_REFUSED' });
  });

  it('by the salon is never the client’s lateness', async () => {
    const visit = await visitAt('12:00');
    expect((await atDesk(visit, 'cancel', { reason: '停电' })).body).toMatchObject({
      ...{ state: 'cancelled', lateCancel: false },
    });
  });

  it.each([{}, { reason: null }, { reason: '' }, { reason: ' 　' }, { reason: 7 }])(
    'by the salon needs a reason: %j',
    async (body) => {
      const visit = await visitAt('12:00');
      const answer = await atDesk(visit, 'cancel', body);
      expect(answer.status).toBe(400);
      expect(answer.body).toMatchObject({ code: 'INVALID_INPUT', errors: [{ field: 'reason' }] });
      expect((await seen(visit)).state).toBe('confirmed');
    },
  );

  it('frees its time at once', async () => {
    const visit = await visitAt('12:00');
    await hers(visit, 'cancel');
    expect((await book(api, client.token, salon.wish(at('12:00')))).status).toBe(201);
  });

  it.each(['cancel', 'reschedule'])('is final: no %s after it', async (what) => {
    const visit = await visitAt('12:00');
    await hers(visit, 'cancel');
    const answer = await hers(visit, what, what === 'cancel' ? {} : { start: at('15:00') });
    expect(refusal(answer)).toEqual({ status: 409, code: 'TRANSITION_REFUSED' });
  });

  it('needs no body', async () => {
    const visit = await visitAt('12:00');
    const answer = await api.call(`/client/appointments/${visit.id}/cancel`, {
      ...{ method: 'POST', token: client.token },
    });
    expect(answer.status).toBe(200);
  });
});

describe('a visit on its day', () => {
  it('goes from confirmed to completed and frees what is left of its time', async () => {
    const visit = await visitAt('12:00');
    expect((await atDesk(visit, 'arrive')).body).toMatchObject({ state: 'arrived' });
    expect((await atDesk(visit, 'start')).body).toMatchObject({ state: 'in_service' });
    api.clock.set(new Date(at('12:22')));
    expect((await atDesk(visit, 'complete')).body).toMatchObject({ state: 'completed' });
    await expectNoOrphanSlots(api, salon.store.id);
    const held = await api.database.rows(
      "SELECT slot FROM booking_slot WHERE holder_kind = 'appointment' AND holder_id = ?",
      [visit.id],
    );
    expect(held).toHaveLength(5);
  });

  it('cannot be checked in the day before, nor missed before it begins', async () => {
    const visit = await visitAt('12:00', TOMORROW);
    expect(codeOf(await atDesk(visit, 'arrive'))).toBe('VISIT_NOT_YET');
    api.clock.set(new Date(Date.parse(visit.start) - 1));
    desk = await aStaffToken(api, ['desk'], [salon.store.id]);
    expect(codeOf(await atDesk(visit, 'no-show'))).toBe('VISIT_NOT_YET');
    api.clock.set(new Date(visit.start));
    expect((await atDesk(visit, 'no-show')).body).toMatchObject({ state: 'no_show' });
    await expectNoOrphanSlots(api, salon.store.id);
  });

  it.each(['start', 'complete', 'confirm'])(
    'skips no step: %s of a confirmed visit',
    async (step) => {
      const visit = await visitAt('12:00');
      expect(codeOf(await atDesk(visit, step))).toBe('TRANSITION_REFUSED');
    },
  );
});

describe('somebody else’s visit', () => {
  it('is not there for another client: not to see, to cancel or to move', async () => {
    const visit = await visitAt('12:00');
    const { token } = await aClient(api);
    const read = await api.call(`/client/appointments/${visit.id}`, { token });
    const answers = [
      read,
      await hers(visit, 'cancel', {}, token),
      await hers(visit, 'reschedule', { start: at('15:00') }, token),
    ];
    for (const answer of answers)
      expect(refusal(answer)).toEqual({ status: 404, code: 'APPOINTMENT_NOT_FOUND' });
    const { items } = (await api.call('/client/appointments', { token })).body as { items: [] };
    expect(items).toEqual([]);
    expect((await seen(visit)).version).toBe(1);
  });

  it('is not there for the staff of another store, and neither are its day and its times', async () => {
    const visit = await visitAt('12:00');
    const elsewhere = await aSalon(api);
    const stranger = await aStaffToken(api, ['manager'], [elsewhere.store.id]);
    const read = await api.call(`/staff/appointments/${visit.id}`, { token: stranger });
    expect(refusal(read)).toEqual({ status: 404, code: 'APPOINTMENT_NOT_FOUND' });
    for (const step of ['confirm', 'arrive', 'start', 'complete', 'cancel', 'no-show']) {
      const body = step === 'start' ? {} : { reason: '停电' };
      expect(refusal(await atDesk(visit, step, body, stranger))).toEqual(refusal(read));
    }
    const move = { start: at('15:00'), version: 1 };
    expect(refusal(await atDesk(visit, 'move', move, stranger))).toEqual(refusal(read));
    const { id } = salon.store;
    const wish = `storeId=${id}&serviceIds=${salon.serviceId}`;
    for (const path of [
      `/staff/appointments?storeId=${id}&date=${TODAY}`,
      `/staff/calendar?storeId=${id}&date=${TODAY}`,
      `/staff/availability?${wish}`,
    ]) {
      const answer = await api.call(path, { token: stranger });
      expect(refusal(answer)).toEqual({ status: 403, code: 'WRONG_STORE' });
    }
    const booking = await api.call('/staff/appointments', {
      ...{ token: stranger, headers: { 'idempotency-key': aKey() } },
      body: { ...salon.wish(at('15:00')), customerId: client.id, channel: 'desk' },
    });
    expect(refusal(booking)).toEqual({ status: 403, code: 'WRONG_STORE' });
  });

  it('is not among a client’s visits as another store’s staff see them', async () => {
    await visitAt('12:00');
    const elsewhere = await aSalon(api);
    const stranger = await aStaffToken(api, ['desk'], [elsewhere.store.id]);
    const page = { visits: { upcoming: [], past: [] } };
    expect(await api.call(`/staff/clients/${client.id}`, { token: stranger })).toMatchObject({
      body: page,
    });
    const own = await api.call(`/staff/clients/${client.id}`, { token: desk });
    expect((own.body as typeof page).visits.upcoming).toHaveLength(1);
  });
});
