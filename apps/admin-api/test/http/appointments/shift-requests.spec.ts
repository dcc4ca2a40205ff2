import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { CreateStaffAccount } from '../../../src/modules/identity/index.js';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  TOMORROW,
  aKey,
  aSalon,
  aShift,
  aStore,
  aTherapist,
  book,
  codeOf,
  type GivenTherapist,
  type Salon,
} from '../../support/given/index.js';
import { PASSWORD, aClient, aStaffToken, aUsername } from '../../support/people.js';

type Schemas = components['schemas'];
type Request = Schemas['ShiftRequestDto'];
type Outcome = Schemas['RequestOutcomeDto'];

let api: TestApi;
let salon: Salon;
let anna: GivenTherapist;
let annas: string;
let manager: string;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api);
  manager = await aStaffToken(api, ['manager'], [salon.store.id]);
});
beforeEach(async () => {
  const shifts = [TODAY, TOMORROW].map((date) => ({ date, from: '09:00', to: '21:00' }));
  anna = await aTherapist(api, salon.store, { shifts });
  annas = await tokenOf(anna.staffId);
});
afterAll(() => api.close());

/** Somebody who can be booked signs in. */
async function tokenOf(staffId: string): Promise<string> {
  const username = aUsername();
  const accounts = api.app.get(CreateStaffAccount, { strict: false });
  await api.unitOfWork.run((tx) =>
    accounts.execute(tx, { staffId, username, password: PASSWORD, roles: ['therapist'] }),
  );
  const { body } = await api.call('/staff/session', { body: { username, password: PASSWORD } });
  return (body as { token: string }).token;
}

const at = (time: string, date = TOMORROW): string => salon.store.at(date, time);
const post = (path: string, body: object, token: string, key = aKey()): Promise<Answer> =>
  api.call(path, { token, body, headers: { 'idempotency-key': key } });
const leaveOf = (from: string, to: string, more: object = {}) => ({
  ...{ storeId: salon.store.id, leaveKind: 'personal', from, to },
  ...{ startMinute: null, endMinute: null, words: '家里有事', ...more },
});
const ask = async (wish: object = leaveOf(TOMORROW, TOMORROW), token = annas): Promise<Request> => {
  const answer = await post('/staff/my-shift-requests/leave', wish, token);
  expect(answer.status).toBe(201);
  return answer.body as Request;
};
const approve = (
  id: string,
  how: { dryRun?: boolean; seen?: readonly string[]; token?: string } = {},
): Promise<Answer> => {
  const { dryRun = false, seen = [], token = manager } = how;
  return post(`/staff/shift-requests/${id}/approve`, { dryRun, seenVisits: seen }, token);
};
const settle = (id: string, how: 'refuse' | 'call-off', token = manager) =>
  post(`/staff/shift-requests/${id}/${how}`, { reason: '那天人手不够' }, token);
const withdraw = (id: string, token = annas) =>
  post(`/staff/my-shift-requests/${id}/withdraw`, {}, token);
const mine = async (token = annas): Promise<Request[]> =>
  ((await api.call('/staff/my-shift-requests', { token })).body as Schemas['ShiftRequestListDto'])
    .items;
const bookHer = async (start: string): Promise<Answer> =>
  book(api, (await aClient(api)).token, salon.wish(start, anna.staffId));
const visitOf = async (start: string): Promise<string> =>
  ((await bookHer(start)).body as { id: string }).id;

describe('a leave that is asked for', () => {
  it('changes nothing before somebody agrees, and then keeps her from being booked', async () => {
    const { id } = await ask();
    expect((await bookHer(at('12:00'))).status).toBe(201);
    const seen = ((await approve(id, { dryRun: true })).body as Outcome).touched;
    const ids = seen.map(({ visit }) => visit.id);
    expect(ids).toHaveLength(1);
    expect((await mine())[0]?.state).toBe('asked');
    const agreed = await approve(id, { seen: ids });
    expect((agreed.body as Outcome).request).toMatchObject({ state: 'approved', wholeDays: true });
    expect(codeOf(await bookHer(at('16:00')))).toBe('SLOT_TAKEN');
    expect((await mine())[0]).toMatchObject({
      state: 'approved',
      steps: [{ words: '家里有事' }, { state: 'approved', byName: expect.any(String) }],
    });
  });

  it('is not agreed to over a visit that was not shown, and drops none', async () => {
    const { id } = await ask();
    const visit = await visitOf(at('12:00'));
    expect(codeOf(await approve(id))).toBe('SHIFT_TOUCHES_VISITS');
    expect((await approve(id, { seen: [visit] })).status).toBe(200);
    const path = `/staff/touched-visits?storeId=${salon.store.id}`;
    const { items } = (await api.call(path, { token: manager }))
      .body as Schemas['TouchedVisitListDto'];
    const hers = items.find((each) => each.visit.id === visit);
    expect(hers).toMatchObject({
      visit: { state: 'confirmed' },
      absences: [{ staffId: anna.staffId, why: 'away' }],
    });
  });

  it('leaves no hole where a visit stayed in it and was cancelled after all', async () => {
    const { id } = await ask();
    const visit = await visitOf(at('12:00'));
    await approve(id, { seen: [visit] });
    const body = { reason: '顾客改约' };
    expect((await post(`/staff/appointments/${visit}/cancel`, body, manager)).status).toBe(200);
    expect(codeOf(await bookHer(at('12:00')))).toBe('SLOT_TAKEN');
    expect((await settle(id, 'call-off')).status).toBe(200);
    expect((await bookHer(at('12:00'))).status).toBe(201);
    expect((await mine())[0]).toMatchObject({
      state: 'called_off',
      steps: [{}, {}, { words: '那天人手不够' }],
    });
  });

  it('is refused with a reason that she reads, and her day may be asked for again', async () => {
    const { id } = await ask();
    expect((await settle(id, 'refuse')).status).toBe(200);
    expect((await mine())[0]).toMatchObject({
      state: 'refused',
      steps: [{ state: 'asked' }, { state: 'refused', words: '那天人手不够' }],
    });
    expect((await bookHer(at('12:00'))).status).toBe(201);
    await ask();
  });

  it('of some hours leaves the rest of the day to be booked', async () => {
    const { id } = await ask(leaveOf(TOMORROW, TOMORROW, { startMinute: 840, endMinute: 960 }));
    expect((await approve(id)).status).toBe(200);
    expect(codeOf(await bookHer(at('14:30')))).toBe('SLOT_TAKEN');
    expect((await bookHer(at('17:00'))).status).toBe(201);
  });

  it('is one at a time of each day, however many are sent at once', async () => {
    const path = '/staff/my-shift-requests/leave';
    const wishes = [leaveOf(TODAY, TOMORROW), leaveOf(TOMORROW, '2026-11-30')];
    const answers = await Promise.all(wishes.map((wish) => post(path, wish, annas)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.map(codeOf)).toContain('SHIFT_REQUEST_OVERLAPS');
    expect(await mine()).toHaveLength(1);
  });

  it('is hers alone to take back, and only while it waits', async () => {
    const { id } = await ask();
    const other = await aStaffToken(api, ['therapist'], [salon.store.id]);
    expect(codeOf(await withdraw(id, other))).toBe('SHIFT_REQUEST_NOT_FOUND');
    expect(await mine(other)).toEqual([]);
    expect((await withdraw(id)).status).toBe(200);
    expect(codeOf(await approve(id))).toBe('SHIFT_REQUEST_SETTLED');
    expect(codeOf(await withdraw(id))).toBe('SHIFT_REQUEST_SETTLED');
  });

  it('is decided once: of two managers one wins and the other is told', async () => {
    const other = await aStaffToken(api, ['manager'], [salon.store.id]);
    const { id } = await ask();
    const answers = await Promise.all([approve(id), settle(id, 'refuse', other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(codeOf)).toContain('SHIFT_REQUEST_SETTLED');
    const state = answers[0].status === 200 ? 'approved' : 'refused';
    expect((await mine())[0]).toMatchObject({ state, steps: [{}, { state }] });
  });

  it('is decided by those who plan her store, and never by herself', async () => {
    const elsewhere = await aStaffToken(api, ['manager'], [(await aStore(api)).id]);
    const { id } = await ask();
    expect(codeOf(await approve(id, { token: elsewhere }))).toBe('SHIFT_REQUEST_NOT_FOUND');
    expect((await approve(id, { token: annas })).status).toBe(403);
    const own = await ask(leaveOf(TODAY, TODAY), manager);
    expect(codeOf(await approve(own.id))).toBe('SHIFT_REQUEST_OWN');
    const list = await api.call(`/staff/shift-requests?storeId=${salon.store.id}`, {
      token: manager,
    });
    const { waiting } = list.body as Schemas['StoreShiftRequestsDto'];
    expect(waiting.map((each) => each.id)).toEqual(expect.arrayContaining([id, own.id]));
    await withdraw(own.id, manager);
  });

  it('waits for who may plan all stores in which it touches visits', async () => {
    const other = await aSalon(api);
    const storeIds = [salon.store.id, other.store.id];
    const both = await aTherapist(api, salon.store, { storeIds, shifts: [] });
    await aShift(api, other.store, both.staffId, [{ date: TOMORROW, from: '09:00', to: '21:00' }]);
    const { id } = await ask(leaveOf(TOMORROW, TOMORROW), await tokenOf(both.staffId));
    const wish = other.wish(other.store.at(TOMORROW, '12:00'), both.staffId);
    const visit = (await book(api, (await aClient(api)).token, wish)).body as { id: string };
    expect(codeOf(await approve(id, { dryRun: true }))).toBe('SHIFT_REQUEST_ELSEWHERE');
    expect(codeOf(await approve(id, { seen: [visit.id] }))).toBe('SHIFT_REQUEST_ELSEWHERE');
    const token = await aStaffToken(api, ['manager'], storeIds);
    expect((await approve(id, { seen: [visit.id], token })).status).toBe(200);
  });
});

describe('other hours that are asked for', () => {
  const hours = (templateId: string | null, date = TOMORROW) =>
    post(
      '/staff/my-shift-requests/hours',
      { storeId: salon.store.id, date, templateId, words: '和晓晓换班' },
      annas,
    );
  const aTemplate = async (): Promise<string> => {
    const body = {
      ...{ storeId: salon.store.id, name: '早班', colour: 'leaf', breaks: [] },
      ...{ startMinute: 540, endMinute: 840 },
    };
    return ((await post('/staff/shift-templates', body, manager)).body as { id: string }).id;
  };

  it('are in the plan once somebody agrees, with the visits outside them named', async () => {
    const asked = (await hours(await aTemplate())).body as Request;
    expect(asked).toMatchObject({ kind: 'change', templateName: '早班', state: 'asked' });
    const visit = await visitOf(at('16:00'));
    const seen = ((await approve(asked.id, { dryRun: true })).body as Outcome).touched;
    expect(seen.map((each) => [each.visit.id, each.absences[0]?.why])).toEqual([
      [visit, 'off_duty'],
    ]);
    expect((await approve(asked.id, { seen: [visit] })).status).toBe(200);
    expect(codeOf(await bookHer(at('18:00')))).toBe('SLOT_TAKEN');
    const path = `/staff/my-shifts?from=${TODAY}&days=2`;
    const { shifts } = (await api.call(path, { token: annas })).body as Schemas['OwnShiftsDto'];
    expect(shifts.map((each) => [each.localDate, each.templateName])).toEqual([
      [TODAY, null],
      [TOMORROW, '早班'],
    ]);
  });

  it('are not agreed to once her day was changed by somebody else', async () => {
    const asked = (await hours(null)).body as Request;
    const plan = await api.call(
      `/staff/shift-plan?storeId=${salon.store.id}&from=${TOMORROW}&days=1`,
      { token: manager },
    );
    const person = (plan.body as Schemas['ShiftPlanDto']).people.find(
      ({ staffId }) => staffId === anna.staffId,
    );
    const day = {
      ...{ staffId: anna.staffId, date: TOMORROW, seen: person?.days[0]?.seen },
      shifts: [{ templateId: null, startMinute: 600, endMinute: 900, breaks: [] }],
    };
    const change = { storeId: salon.store.id, days: [day], dryRun: false, seenVisits: [] };
    expect((await post('/staff/shift-plan/changes', change, manager)).status).toBe(200);
    expect(codeOf(await approve(asked.id))).toBe('SHIFT_REQUEST_STALE');
    expect((await mine())[0]?.state).toBe('asked');
  });

  it('are of the store, other than hers now, and ahead', async () => {
    expect(codeOf(await hours('01J0000000000000000000000A'))).toBe('SHIFT_TEMPLATE_NOT_FOUND');
    expect(codeOf(await hours(null, '2026-11-01'))).toBe('INVALID_INPUT');
    expect(codeOf(await hours(null, '2026-12-20'))).toBe('INVALID_INPUT');
  });
});
