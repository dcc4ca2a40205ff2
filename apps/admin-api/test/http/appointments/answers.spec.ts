import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SweepRunner } from '../../../src/platform/jobs/index.js';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  MONDAY_TEN,
  TODAY,
  TOMORROW,
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
let desk: string;
let client: GivenClient;
let other: string;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aSalon(api, { service: { confirmPolicy: 'staff' } });
  other = (await aTherapist(api, salon.store)).staffId;
  desk = await aStaffToken(api, ['desk'], [salon.store.id]);
  client = await aClient(api);
});
beforeEach(() => api.clock.set(MONDAY_TEN));
afterAll(() => api.close());

const at = (time: string, day = TODAY): string => salon.store.at(day, time);
const byDesk = (visit: Visit, what: string, body: object): Promise<Answer> =>
  api.call(`/staff/appointments/${visit.id}/${what}`, { token: desk, body });
const byClient = (
  visit: Visit,
  what: string,
  body: object,
  token = client.token,
): Promise<Answer> => api.call(`/client/appointments/${visit.id}/${what}`, { token, body });
const seen = async (visit: Visit): Promise<StaffVisit> =>
  (await api.call(`/staff/appointments/${visit.id}`, { token: desk })).body as StaffVisit;
const aRequest = async (time: string, day = TODAY): Promise<Visit> =>
  (await aVisit(api, salon, at(time, day), client)).visit;
const sweep = (name: string): Promise<unknown> => api.app.get(SweepRunner).runNow(name);

/** A request with two other times: later the same day, and the same time with the other person. */
async function anOffer(
  time: string,
  later: string,
): Promise<{ visit: Visit; offered: StaffVisit }> {
  const visit = await aRequest(time);
  const options = [{ start: at(later) }, { start: at(time), staffId: other }];
  const answer = await byDesk(visit, 'offer', { options, version: 1 });
  expect(answer.status).toBe(200);
  return { visit, offered: answer.body as StaffVisit };
}

async function isFree(start: string, staffId?: string): Promise<boolean> {
  const stranger = await aClient(api);
  const answer = await book(api, stranger.token, salon.wish(start, staffId));
  if (answer.status !== 201) return false;
  await byClient(answer.body as Visit, 'cancel', {}, stranger.token);
  return true;
}

describe('a request', () => {
  it('is to be answered within the open minutes of the store’s policy', async () => {
    expect(await aRequest('15:00')).toMatchObject({
      ...{ state: 'requested', expiresAt: at('12:00'), heldFor: null, options: [] },
    });
    api.clock.set(new Date(at('20:30')));
    expect((await aRequest('12:00', TOMORROW)).expiresAt).toBe(at('10:30', TOMORROW));
  });

  it('goes to the manager once, at half of the time, and the client does not hear of it', async () => {
    const visit = await aRequest('16:00');
    api.clock.set(new Date(at('10:59')));
    await sweep('escalate-unanswered');
    expect((await seen(visit)).escalatedAt).toBeNull();
    api.clock.set(new Date(at('11:00')));
    await Promise.all([sweep('escalate-unanswered'), sweep('escalate-unanswered')]);
    const told = await seen(visit);
    expect(told.escalatedAt).toBe(at('11:00'));
    expect(told.changes.map(({ transition }) => transition)).toEqual(['book', 'escalate']);
    expect(told.history).toHaveLength(1);
  });

  it('falls through at its deadline and frees its time', async () => {
    const visit = await aRequest('17:00');
    api.clock.set(new Date(at('11:59')));
    await sweep('expire-unanswered');
    expect((await seen(visit)).state).toBe('requested');
    api.clock.set(new Date(at('12:00')));
    await sweep('expire-unanswered');
    expect(await seen(visit)).toMatchObject({ state: 'expired', expiresAt: null });
    expect(await isFree(at('17:00'), salon.therapist.staffId)).toBe(true);
  });

  it('is declined with a reason that the client reads, and words where the list has none', async () => {
    const visit = await aRequest('14:00');
    expect((await byClient(visit, 'decline', { reason: 'full' })).status).toBe(404);
    const wordless = await byDesk(visit, 'decline', { reason: 'other' });
    expect([wordless.status, codeOf(wordless)]).toEqual([400, 'INVALID_INPUT']);
    const words = '小林周一休息，周二可以吗';
    expect((await byDesk(visit, 'decline', { reason: 'staff_away', words })).status).toBe(200);
    const { body } = await api.call(`/client/appointments/${visit.id}`, { token: client.token });
    expect(body).toMatchObject({
      ...{ state: 'cancelled', declineReason: 'staff_away', cancelReason: words },
      lateCancel: false,
    });
    await expectNoOrphanSlots(api, salon.store.id);
  });
});

describe('other times that the salon offers', () => {
  it('are kept for her beside what she asked for, and shown on the board', async () => {
    const { visit, offered } = await anOffer('13:00', '18:00');
    expect(offered).toMatchObject({
      ...{ state: 'held', heldFor: 'choice', expiresAt: at('12:00') },
      options: [
        { start: at('18:00'), items: [{ staffId: salon.therapist.staffId }] },
        { start: at('13:00'), items: [{ staffId: other }] },
      ],
    });
    for (const staffId of [salon.therapist.staffId, other])
      expect(await isFree(at('13:00'), staffId)).toBe(false);
    expect(await isFree(at('18:00'), salon.therapist.staffId)).toBe(false);
    const query = `storeId=${salon.store.id}&date=${TODAY}`;
    const { body } = await api.call(`/staff/calendar?${query}`, { token: desk });
    const { staff } = body as {
      staff: { id: string; blocks: { kind: string; start: string }[] }[];
    };
    expect(staff.find(({ id }) => id === other)?.blocks).toContainEqual(
      expect.objectContaining({ kind: 'offer', start: at('13:00') }),
    );
    expect((await byClient(visit, 'cancel', {})).body).toMatchObject({ lateCancel: false });
    expect(await isFree(at('13:00'), other)).toBe(true);
    expect(await isFree(at('18:00'), salon.therapist.staffId)).toBe(true);
  });

  it('are hers to choose: one is agreed, the others and what she asked for are free', async () => {
    const { visit, offered } = await anOffer('13:00', '18:00');
    const optionId = offered.options[1]?.id;
    const stranger = await aClient(api);
    expect((await byClient(visit, 'accept', { optionId }, stranger.token)).status).toBe(404);
    const accepted = await byClient(visit, 'accept', { optionId });
    expect(accepted.body).toMatchObject({
      ...{ state: 'confirmed', start: at('13:00'), options: [], expiresAt: null },
      items: [{ staffId: other, requested: false }],
    });
    expect(codeOf(await byClient(visit, 'accept', { optionId }))).toBe('TRANSITION_REFUSED');
    expect(await isFree(at('13:00'), salon.therapist.staffId)).toBe(true);
    expect(await isFree(at('18:00'), salon.therapist.staffId)).toBe(true);
    await expectNoOrphanSlots(api, salon.store.id);
    await byDesk(visit, 'cancel', { reason: '停电' });
  });

  it('are over at their expiry, whether or not the sweep has come by', async () => {
    const { visit, offered } = await anOffer('13:00', '18:00');
    api.clock.set(new Date(at('12:00')));
    const late = await byClient(visit, 'accept', { optionId: offered.options[0]?.id });
    expect(codeOf(late)).toBe('OFFER_GONE');
    await sweep('expire-unanswered');
    expect((await seen(visit)).state).toBe('expired');
    expect(await isFree(at('18:00'), salon.therapist.staffId)).toBe(true);
  });

  it('give way to a yes of the desk and to a new offer', async () => {
    const { visit, offered } = await anOffer('13:00', '18:00');
    const again = await byDesk(visit, 'offer', {
      ...{ options: [{ start: at('19:00') }], version: offered.version },
    });
    expect((again.body as StaffVisit).options).toHaveLength(1);
    expect(await isFree(at('18:00'), salon.therapist.staffId)).toBe(true);
    const gone = await byClient(visit, 'accept', { optionId: offered.options[0]?.id });
    expect(codeOf(gone)).toBe('OFFER_GONE');
    const yes = await byDesk(visit, 'confirm', {});
    expect(yes.body).toMatchObject({ state: 'confirmed', start: at('13:00'), options: [] });
    expect(await isFree(at('19:00'), salon.therapist.staffId)).toBe(true);
    await expectNoOrphanSlots(api, salon.store.id);
    await byDesk(visit, 'cancel', { reason: '停电' });
  });

  it('are other times: not the same, not taken, not past, and seen on the version that stands', async () => {
    const taken = await aRequest('18:00');
    const visit = await aRequest('13:00');
    const offer = (start: string, version = 1): Promise<Answer> =>
      byDesk(visit, 'offer', { options: [{ start }], version });
    expect((await offer(at('13:00'))).status).toBe(400);
    expect(codeOf(await offer(at('09:30')))).toBe('TOO_SOON');
    expect(codeOf(await offer(at('14:00'), 2))).toBe('APPOINTMENT_CHANGED');
    const refused = await offer(at('18:00'));
    expect(codeOf(refused)).toBe('SLOT_TAKEN');
    expect((refused.body as { alternatives: unknown[] }).alternatives.length).toBeGreaterThan(0);
    for (const each of [taken, visit]) await byDesk(each, 'decline', { reason: 'full' });
  });
});

describe('how long the salon may wait', () => {
  it('is the manager’s to decide, and holds for what comes after', async () => {
    const path = `/staff/stores/${salon.store.id}/booking-policy`;
    const body = {
      ...{ answerMinutes: 30, offerMinutes: 45, freeCancelHours: 3 },
      ...{ historyMonths: 6, mostNoShows: null, mostLateCancels: null },
    };
    const put = (token: string, change: object): Promise<Answer> =>
      api.call(path, { method: 'PUT', token, body: { ...body, ...change } });
    expect((await put(desk, {})).status).toBe(403);
    const manager = await aStaffToken(api, ['manager'], [salon.store.id]);
    expect((await put(manager, { answerMinutes: 5 })).status).toBe(400);
    expect((await put(manager, {})).body).toEqual(body);
    expect((await api.call(path, { token: desk })).body).toEqual(body);
    const visit = await aRequest('15:30');
    expect(visit.expiresAt).toBe(at('10:30'));
    expect(visit.freeCancelUntil).toBe(at('12:30'));
    const offered = await byDesk(visit, 'offer', { options: [{ start: at('20:00') }], version: 1 });
    expect((offered.body as StaffVisit).expiresAt).toBe(at('10:45'));
    await byDesk(visit, 'decline', { reason: 'full' });
  });
});
