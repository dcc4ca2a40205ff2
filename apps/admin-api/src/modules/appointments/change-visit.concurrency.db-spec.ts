import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anApi, type Answer, type TestApi } from '../../../test/support/an-api.js';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  aSalon,
  aVisit,
  book,
  codeOf,
  expectNoOrphanSlots,
  tally,
  type GivenClient,
  type Salon,
  type StaffVisit,
  type Visit,
} from '../../../test/support/given/index.js';
import { aClient, aStaffToken } from '../../../test/support/people.js';
import { SweepRunner } from '../../platform/jobs/index.js';
import { ExpireUnanswered } from './expire-unanswered.js';

const ROUNDS = 8;

let api: TestApi;
let salon: Salon;
let desk: string;
let client: GivenClient;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api, { service: { confirmPolicy: 'staff' } });
  desk = await aStaffToken(api, ['desk'], [salon.store.id]);
  client = await aClient(api);
});
beforeEach(() => api.clock.set(MONDAY_TEN));
afterAll(() => api.close());

const at = (time: string): string => salon.store.at(TODAY, time);

const byClient = (visit: Visit, what: string, body: object = {}): Promise<Answer> =>
  api.call(`/client/appointments/${visit.id}/${what}`, { token: client.token, body });

const byDesk = (visit: Visit, what: string, body: object = {}): Promise<Answer> =>
  api.call(`/staff/appointments/${visit.id}/${what}`, { token: desk, body });

async function seen(visit: Visit): Promise<StaffVisit> {
  return (await api.call(`/staff/appointments/${visit.id}`, { token: desk })).body as StaffVisit;
}

async function aRequest(time: string): Promise<Visit> {
  return (await aVisit(api, salon, at(time), client)).visit;
}

async function aConfirmed(time: string): Promise<Visit> {
  const visit = await aRequest(time);
  await byDesk(visit, 'confirm');
  return visit;
}

/** Nothing of a round is left on the therapist's day. */
async function clear(visit: Visit): Promise<void> {
  const { state } = await seen(visit);
  if (['requested', 'confirmed'].includes(state)) await byDesk(visit, 'cancel', { reason: '停电' });
  else if (state === 'arrived') {
    await byDesk(visit, 'start');
    await byDesk(visit, 'complete');
  }
  await expectNoOrphanSlots(api, salon.store.id);
}

/** Slots that are kept for choices. */
const offeredSlots = async (): Promise<number> => {
  const sql = `SELECT COUNT(*) AS slots FROM booking_slot b JOIN resource r ON r.id = b.resource_id
               LEFT JOIN staff_store o ON o.staff_id = r.staff_id
               WHERE b.holder_kind = 'offer' AND ? IN (r.store_id, o.store_id)`;
  return Number((await api.database.row<{ slots: number }>(sql, [salon.store.id]))?.slots);
};

/** What happened to a visit, oldest first. */
const transitions = async (visit: Visit): Promise<string[]> =>
  (await seen(visit)).changes.map((change) => change.transition);

describe('cancelling while the client checks in', () => {
  it('lets exactly one of the two win, and the slots follow it', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const visit = await aConfirmed('12:00');
      const both = [byClient(visit, 'cancel'), byDesk(visit, 'arrive')];
      const answers = await Promise.all(round % 2 ? both.reverse() : both);
      expect(tally(answers)).toEqual({ 200: 1, TRANSITION_REFUSED: 1 });
      expect(['cancelled', 'arrived']).toContain((await seen(visit)).state);
      expect(await transitions(visit)).toHaveLength(3);
      await expectNoOrphanSlots(api, salon.store.id);
      await clear(visit);
    }
  });

  it('cancels once however many do it', async () => {
    const visit = await aConfirmed('12:00');
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => byClient(visit, 'cancel')),
      ...Array.from({ length: 5 }, () => byDesk(visit, 'cancel', { reason: '停电' })),
    ]);
    expect(tally(answers)).toEqual({ 200: 1, TRANSITION_REFUSED: 9 });
    expect(await transitions(visit)).toEqual(['book', 'confirm', 'cancel']);
    await expectNoOrphanSlots(api, salon.store.id);
  });
});

describe('moving while somebody else does something', () => {
  it('lets one of several moves win and tells the others that the visit changed', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const visit = await aConfirmed('12:00');
      const { version } = await seen(visit);
      const targets = ['13:00', '14:00', '15:00', '16:00', '17:00'];
      const answers = await Promise.all(
        targets.map((time) => byDesk(visit, 'move', { start: at(time), version })),
      );
      expect(tally(answers)).toEqual({ 200: 1, APPOINTMENT_CHANGED: targets.length - 1 });
      const winner = answers.find((answer) => answer.status === 200)?.body as StaffVisit;
      expect((await seen(visit)).start).toBe(winner.start);
      await expectNoOrphanSlots(api, salon.store.id);
      await clear(visit);
    }
  });

  it('leaves a visit either moved and then cancelled, or cancelled, and never holding slots', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const visit = await aConfirmed('12:00');
      const both = [
        byClient(visit, 'reschedule', { start: at('15:00') }),
        byDesk(visit, 'cancel', { reason: '停电' }),
      ];
      const [first, second] = await Promise.all(round % 2 ? both.reverse() : both);
      const [moved, cancelled] = round % 2 ? [second, first] : [first, second];
      expect(cancelled?.status).toBe(200);
      expect([undefined, 'TRANSITION_REFUSED']).toContain(moved && codeOf(moved));
      expect((await seen(visit)).state).toBe('cancelled');
      await expectNoOrphanSlots(api, salon.store.id);
    }
  });

  it('lets a time go to one of a move and a booking, never to both', async () => {
    const other = await aClient(api);
    for (let round = 0; round < ROUNDS; round += 1) {
      const visit = await aConfirmed('12:00');
      const [moved, booked] = await Promise.all([
        byClient(visit, 'reschedule', { start: at('15:00') }),
        book(api, other.token, salon.wish(at('15:00'))),
      ]);
      expect([moved.status, booked.status].sort()).toEqual(
        booked.status === 201 ? [201, 409] : [200, 409],
      );
      expect(codeOf(moved) ?? codeOf(booked)).toBe('SLOT_TAKEN');
      await expectNoOrphanSlots(api, salon.store.id);
      await clear(visit);
      if (booked.status === 201) await clear(booked.body as Visit);
    }
  });

  it('lets two visits swap times only one after the other', async () => {
    const [first, second] = [await aConfirmed('12:00'), await aConfirmed('15:00')];
    const answers = await Promise.all([
      byClient(first, 'reschedule', { start: at('15:00') }),
      byClient(second, 'reschedule', { start: at('12:00') }),
    ]);
    expect(tally(answers)).toEqual({ SLOT_TAKEN: 2 });
    expect([(await seen(first)).start, (await seen(second)).start]).toEqual([
      at('12:00'),
      at('15:00'),
    ]);
    await expectNoOrphanSlots(api, salon.store.id);
    await Promise.all([clear(first), clear(second)]);
  });
});

describe('two who answer one request', () => {
  it('lets one answer count: yes, no or other times', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const visit = await aRequest('12:00');
      const answers = await Promise.all([
        byDesk(visit, 'confirm'),
        byDesk(visit, 'decline', { reason: 'full' }),
        byDesk(visit, 'offer', { options: [{ start: at('15:00') }], version: 1 }),
      ]);
      const { state, changes } = await seen(visit);
      // An offer may still be followed by a yes or a no; nothing follows those.
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(changes.length - 1);
      expect(['confirmed', 'cancelled', 'held']).toContain(state);
      await expectNoOrphanSlots(api, salon.store.id);
      if (state === 'held') await byDesk(visit, 'decline', { reason: 'full' });
      await clear(visit);
      expect(await offeredSlots()).toBe(0);
    }
  });
});

describe('a choice at the moment the offer expires', () => {
  it('is either agreed or over, and what was kept is free', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const visit = await aRequest('12:00');
      const options = [{ start: at('15:00') }, { start: at('16:00') }];
      const offered = (await byDesk(visit, 'offer', { options, version: 1 })).body as StaffVisit;
      api.clock.set(new Date(new Date(offered.expiresAt ?? '').getTime() - 1));
      const chosen = byClient(visit, 'accept', { optionId: offered.options[0]?.id });
      api.clock.set(new Date(offered.expiresAt ?? ''));
      const sweep = api.app.get(SweepRunner).runNow('expire-unanswered');
      const [answer] = await Promise.all([chosen, sweep]);
      const { state, start } = await seen(visit);
      if (answer.status === 200) expect([state, start]).toEqual(['confirmed', at('15:00')]);
      else expect(state).toBe('expired');
      expect(await offeredSlots()).toBe(0);
      await expectNoOrphanSlots(api, salon.store.id);
      api.clock.set(MONDAY_TEN);
      await clear(visit);
    }
  });

  it('agrees to one of two that are chosen at once', async () => {
    const visit = await aRequest('12:00');
    const options = [{ start: at('15:00') }, { start: at('16:00') }];
    const offered = (await byDesk(visit, 'offer', { options, version: 1 })).body as StaffVisit;
    const answers = await Promise.all(
      offered.options.map(({ id: optionId }) => byClient(visit, 'accept', { optionId })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    await expectNoOrphanSlots(api, salon.store.id);
    await clear(visit);
  });
});

describe('a request whose time comes while the desk answers it', () => {
  it('is either confirmed or expired, and the slots follow', async () => {
    const times = ['12:00', '13:00', '14:00', '15:00', '16:00', '17:00'];
    for (const time of times) {
      const visit = await aRequest(time);
      api.clock.set(new Date(visit.start));
      const sweep = api.app.get(SweepRunner).runNow('expire-unanswered');
      const [confirmed] = await Promise.all([byDesk(visit, 'confirm'), sweep]);
      const { state } = await seen(visit);
      expect(state).toBe(confirmed.status === 200 ? 'confirmed' : 'expired');
      expect(codeOf(confirmed)).toBe(confirmed.status === 200 ? undefined : 'TRANSITION_REFUSED');
      await expectNoOrphanSlots(api, salon.store.id);
      api.clock.set(MONDAY_TEN);
    }
  });

  it('expires once however many sweeps run', async () => {
    const visit = await aRequest('18:00');
    api.clock.set(new Date(visit.start));
    const sweep = api.app.get(ExpireUnanswered, { strict: false });
    await Promise.all([sweep.run(), sweep.run(), sweep.run()]);
    expect(await transitions(visit)).toEqual(['book', 'expire']);
    await expectNoOrphanSlots(api, salon.store.id);
  });
});
