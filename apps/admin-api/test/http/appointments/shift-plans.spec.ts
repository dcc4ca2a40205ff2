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
  aShift,
  aStore,
  aTherapist,
  aVisit,
  book,
  codeOf,
  tally,
  type GivenTherapist,
  type Salon,
} from '../../support/given/index.js';
import { aClient, aStaffToken } from '../../support/people.js';

type Schemas = components['schemas'];
type Day = Schemas['WantedDayDto'];
type Outcome = Schemas['PlanOutcomeDto'];

let api: TestApi;
let salon: Salon;
let anna: GivenTherapist;
let manager: string;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api);
  manager = await aStaffToken(api, ['manager'], [salon.store.id]);
});
beforeEach(async () => {
  // On duty today and tomorrow from 09:00 to 21:00, in a store where nobody else of the test is.
  const shifts = [TODAY, TOMORROW].map((date) => ({ date, from: '09:00', to: '21:00' }));
  anna = await aTherapist(api, salon.store, { shifts });
});
afterAll(() => api.close());

const hours = (startMinute: number, endMinute: number, breaks: number[][] = []) => ({
  ...{ templateId: null, startMinute, endMinute },
  breaks: breaks.map(([from, to]) => ({ startMinute: from ?? 0, endMinute: to ?? 0 })),
});
const MORNING = hours(540, 840);
const EVENING = hours(840, 1260);

async function planOf(staffId: string): Promise<Schemas['PlanDayDto'][]> {
  const path = `/staff/shift-plan?storeId=${salon.store.id}&from=${TODAY}&days=3`;
  const { people } = (await api.call(path, { token: manager })).body as Schemas['ShiftPlanDto'];
  return people.find((person) => person.staffId === staffId)?.days ?? [];
}

/** Her day as the plan shows it, with other shifts. */
async function wanted(date: string, shifts: Day['shifts'], { staffId } = anna): Promise<Day> {
  const seen = (await planOf(staffId)).find((day) => day.date === date)?.seen ?? '';
  return { staffId, date, seen, shifts };
}

function change(
  days: Day[],
  more: { dryRun?: boolean; seenVisits?: string[]; key?: string; token?: string } = {},
): Promise<Answer> {
  const { dryRun = false, seenVisits = [], key = aKey(), token = manager } = more;
  const body = { storeId: salon.store.id, days, dryRun, seenVisits };
  const headers = { 'idempotency-key': key };
  return api.call('/staff/shift-plan/changes', { token, body, headers });
}
const outcome = (answer: Answer): Outcome => answer.body as Outcome;
const at = (time: string, date = TODAY): string => salon.store.at(date, time);
const bookHer = async (start: string): Promise<Answer> =>
  book(api, (await aClient(api)).token, salon.wish(start, anna.staffId));
const visitOf = async (start: string): Promise<string> => {
  const { visit } = await aVisit(
    api,
    { ...salon, therapist: anna, wish: (when) => salon.wish(when, anna.staffId) },
    start,
  );
  return visit.id;
};

async function touched(): Promise<Schemas['TouchedVisitDto'][]> {
  const path = `/staff/touched-visits?storeId=${salon.store.id}`;
  const { items } = (await api.call(path, { token: manager }))
    .body as Schemas['TouchedVisitListDto'];
  return items.filter(({ absences }) => absences.some(({ staffId }) => staffId === anna.staffId));
}

describe('a plan of a month', () => {
  it('shows shifts, leave, visits and where else she works, and is changed in one request', async () => {
    await visitOf(at('12:00'));
    const answer = await change([
      await wanted(TODAY, [hours(540, 1260, [[1080, 1140]])]),
      await wanted(TOMORROW, []),
      await wanted('2026-11-25', [MORNING, EVENING]),
    ]);
    expect(outcome(answer)).toEqual({ refused: [], touched: [] });
    const days = await planOf(anna.staffId);
    expect(days).toMatchObject([
      { date: TODAY, visits: 1, shifts: [hours(540, 1260, [[1080, 1140]])], elsewhere: [] },
      { date: '2026-11-25', visits: 0, shifts: [MORNING, EVENING] },
    ]);
    expect(codeOf(await bookHer(at('18:00')))).toBe('SLOT_TAKEN');
    expect((await bookHer(at('13:30', '2026-11-25'))).status).toBe(201);
  });

  it('changes nothing in a dry run', async () => {
    const before = await planOf(anna.staffId);
    const answer = await change([await wanted(TODAY, [])], { dryRun: true });
    expect(outcome(answer)).toEqual({ refused: [], touched: [] });
    expect(await planOf(anna.staffId)).toEqual(before);
    expect((await bookHer(at('13:00'))).status).toBe(201);
  });

  it('names each day that cannot be changed and changes the others', async () => {
    const elsewhere = await aStore(api);
    const both = await aTherapist(api, salon.store, {
      ...{ storeIds: [salon.store.id, elsewhere.id], shifts: [] },
    });
    const stranger = await aTherapist(api, elsewhere, {
      shifts: [{ date: TODAY, from: '09:00', to: '12:00' }],
    });
    await aShift(api, elsewhere, both.staffId, [{ date: TODAY, from: '09:00', to: '12:00' }]);
    const days = [
      await wanted(TODAY, [MORNING], both),
      await wanted(TOMORROW, [MORNING], both),
      { ...(await wanted(TODAY, [MORNING])), seen: 'another' },
      await wanted('2026-11-22', [MORNING]),
      await wanted(TODAY, [], stranger),
    ];
    expect(outcome(await change(days)).refused).toEqual([
      { staffId: anna.staffId, date: TODAY, why: 'changed' },
      { staffId: anna.staffId, date: '2026-11-22', why: 'past' },
      { staffId: stranger.staffId, date: TODAY, why: 'not_here' },
      { staffId: both.staffId, date: TODAY, why: 'overlaps' },
    ]);
    expect(await planOf(both.staffId)).toMatchObject([
      { date: TODAY, shifts: [], elsewhere: ['颜册'] },
      { date: TOMORROW, shifts: [MORNING] },
    ]);
  });

  it('is refused as a whole when it makes no sense', async () => {
    const day = await wanted(TODAY, [hours(540, 500)]);
    expect(codeOf(await change([day]))).toBe('INVALID_INPUT');
    const twice = await wanted(TODAY, []);
    expect(codeOf(await change([twice, twice]))).toBe('INVALID_INPUT');
    const named = [{ ...MORNING, templateId: '01J0000000000000000000000A' }];
    expect(codeOf(await change([await wanted(TODAY, named)]))).toBe('SHIFT_TEMPLATE_NOT_FOUND');
    expect((await planOf(anna.staffId)).map(({ date }) => date)).toEqual([TODAY, TOMORROW]);
  });

  it('is not written by who only reads it', async () => {
    const token = await aStaffToken(api, ['desk'], [salon.store.id]);
    expect((await change([await wanted(TODAY, [])], { token })).status).toBe(403);
  });
});

describe('two managers who change the same day at once', () => {
  it('are not both heard: the second is told, and loses nothing of the other days', async () => {
    const [one, two] = [await wanted(TODAY, [MORNING]), await wanted(TODAY, [EVENING])];
    const [other, third] = [
      await wanted(TOMORROW, [MORNING]),
      await wanted('2026-11-25', [EVENING]),
    ];
    const answers = await Promise.all([change([one, other]), change([two, third])]);
    const refused = answers.map((answer) => outcome(answer).refused);
    expect(refused.flat()).toEqual([{ staffId: anna.staffId, date: TODAY, why: 'changed' }]);
    const first = refused[0]?.length === 0 ? MORNING : EVENING;
    expect((await planOf(anna.staffId)).map(({ shifts }) => shifts)).toEqual([
      ...[[first], [MORNING], [EVENING]],
    ]);
  });

  it('cannot put one person into two stores at the same time', async () => {
    const elsewhere = await aStore(api);
    const both = await aTherapist(api, salon.store, {
      ...{ storeIds: [salon.store.id, elsewhere.id], shifts: [] },
    });
    const there = await aStaffToken(api, ['manager'], [elsewhere.id]);
    const days = [{ staffId: both.staffId, date: TODAY, seen: '', shifts: [MORNING] }];
    const inOther = () =>
      api.call('/staff/shift-plan/changes', {
        ...{ token: there, headers: { 'idempotency-key': aKey() } },
        body: { storeId: elsewhere.id, days, dryRun: false, seenVisits: [] },
      });
    const answers = await Promise.all([change(days), inOther()]);
    expect(answers.flatMap((answer) => outcome(answer).refused.map(({ why }) => why))).toEqual([
      'overlaps',
    ]);
  });
});

describe('a shift that is cut', () => {
  it('lists the visits in it, drops none, and asks again for one that came meanwhile', async () => {
    const [early, late] = [await visitOf(at('12:00')), await visitOf(at('16:00'))];
    const shorter = [await wanted(TODAY, [MORNING])];
    const seen = outcome(await change(shorter, { dryRun: true })).touched;
    expect(seen.map(({ visit }) => visit.id)).toEqual([late]);
    expect(seen[0]?.absences).toMatchObject([{ staffId: anna.staffId, why: 'off_duty' }]);
    const came = await visitOf(at('18:00'));
    expect(codeOf(await change(shorter, { seenVisits: [late] }))).toBe('SHIFT_TOUCHES_VISITS');
    expect((await change(shorter, { seenVisits: [late, came] })).status).toBe(200);
    const left = await touched();
    expect(left.map(({ visit }) => visit.id)).toEqual([late, came]);
    expect(left.map(({ visit }) => visit.state)).toEqual(['confirmed', 'confirmed']);
    expect(left.map(({ visit }) => visit.id)).not.toContain(early);
  });

  it('and a booking into it at the same instant: the visit is refused, or it is listed', async () => {
    for (let round = 0; round < 4; round += 1) {
      anna = await aTherapist(api, salon.store, {
        shifts: [{ date: TODAY, from: '09:00', to: '21:00' }],
      });
      const off = [await wanted(TODAY, [])];
      const [booked, cut] = await Promise.all([bookHer(at('15:00')), change(off)]);
      const took = booked.status === 201;
      expect(took ? [] : [codeOf(booked)]).toEqual(took ? [] : ['SLOT_TAKEN']);
      // Who saves has seen every visit that is touched, or nothing was saved.
      expect(cut.status).toBe(took ? 409 : 200);
      expect(await touched()).toEqual([]);
    }
  });

  it('is bookable again once it is given back', async () => {
    await change([await wanted(TODAY, [])]);
    expect(codeOf(await bookHer(at('15:00')))).toBe('SLOT_TAKEN');
    await change([await wanted(TODAY, [EVENING])]);
    const clients = await Promise.all(['15:00', '15:00'].map((time) => bookHer(at(time))));
    expect(tally(clients)).toEqual({ '201': 1, SLOT_TAKEN: 1 });
  });

  it('is saved once, however often it is sent', async () => {
    const [days, key] = [[await wanted(TODAY, [MORNING])], aKey()];
    const [first, again] = [await change(days, { key }), await change(days, { key })];
    expect(outcome(first)).toEqual({ refused: [], touched: [] });
    expect(outcome(again)).toEqual(outcome(first));
  });
});

describe('a visit whose person will not be there', () => {
  const cut = async (visitId: string): Promise<void> => {
    await change([await wanted(TODAY, [MORNING])], { seenVisits: [visitId] });
  };
  const standIns = async (id: string): Promise<Schemas['StandInDto'][]> => {
    const path = `/staff/appointments/${id}/stand-ins?staffId=${anna.staffId}`;
    return ((await api.call(path, { token: manager })).body as Schemas['StandInListDto']).items;
  };

  it('goes to somebody who is able and free at the same time', async () => {
    const id = await visitOf(at('16:00'));
    await cut(id);
    const [free, busy, assistant] = [
      await aTherapist(api, salon.store),
      await aTherapist(api, salon.store),
      await aTherapist(api, salon.store, { position: 'assistant' }),
    ];
    await book(api, (await aClient(api)).token, salon.wish(at('16:30'), busy.staffId));
    const offered = await standIns(id);
    const ids = offered.map(({ staffId }) => staffId);
    expect(ids).toContain(free.staffId);
    for (const other of [busy, assistant, anna]) expect(ids).not.toContain(other.staffId);
    const taker = offered.find(({ staffId }) => staffId === free.staffId);
    const [before] = await touched();
    const moved = await api.call(`/staff/appointments/${id}/move`, {
      token: manager,
      body: {
        ...{ start: at('16:00'), version: before?.visit.version },
        ...{ staffId: taker?.staffId, fromStaffId: taker?.fromStaffId },
      },
    });
    expect(moved.status).toBe(200);
    expect(await touched()).toEqual([]);
  });

  it('may stay as it is', async () => {
    const id = await visitOf(at('16:00'));
    await cut(id);
    const [before] = await touched();
    const version = before?.visit.version ?? 0;
    const keep = (seen: number) =>
      api.call(`/staff/appointments/${id}/keep`, { token: manager, body: { version: seen } });
    expect(codeOf(await keep(version + 1))).toBe('APPOINTMENT_CHANGED');
    expect((await keep(version)).status).toBe(200);
    expect((await touched()).map(({ keptBy }) => keptBy)).toEqual([expect.any(String)]);
    // A kept one is nobody's question any more.
    const shorter = await change([await wanted(TODAY, [hours(540, 780)])]);
    expect(outcome(shorter)).toEqual({ refused: [], touched: [] });
  });
});

describe('a day on which the store does not open', () => {
  it('lists the visits on it before and after, offers nothing, and opens again', async () => {
    const id = await visitOf(at('12:00', TOMORROW));
    const close = (dryRun: boolean, seenVisits: string[]) =>
      api.call('/staff/store-closures', {
        ...{ token: manager, headers: { 'idempotency-key': aKey() } },
        body: { storeId: salon.store.id, date: TOMORROW, reason: '停电检修', dryRun, seenVisits },
      });
    const tried = (await close(true, [])).body as Schemas['TouchedVisitListDto'];
    expect(tried.items.map(({ visit }) => visit.id)).toContain(id);
    expect(codeOf(await close(false, []))).toBe('SHIFT_TOUCHES_VISITS');
    expect((await bookHer(at('15:00', TOMORROW))).status).toBe(201);
    const again = (await close(true, [])).body as Schemas['TouchedVisitListDto'];
    const seen = again.items.map(({ visit }) => visit.id);
    expect((await close(false, seen)).status).toBe(200);
    expect((await touched())[0]?.absences).toMatchObject([{ why: 'closed' }]);
    expect(codeOf(await bookHer(at('18:00', TOMORROW)))).toBe('SLOT_TAKEN');
    const body = { storeId: salon.store.id, date: TOMORROW };
    const lifted = await api.call('/staff/store-closures/lift', { token: manager, body });
    expect(lifted.status).toBe(200);
    expect(await touched()).toEqual([]);
    expect((await bookHer(at('18:00', TOMORROW))).status).toBe(201);
  });
});
