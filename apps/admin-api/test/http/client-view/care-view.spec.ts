import { randomUUID } from 'node:crypto';
import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { A_TREATMENT, aCareSalon, type CareSalon, type Served } from '../../support/given/care.js';
import {
  MONDAY_TEN,
  TODAY,
  TOMORROW,
  agreesOnPaper,
  aVisit,
  codeOf,
} from '../../support/given/index.js';
import { aStaffToken } from '../../support/people.js';

type Schemas = components['schemas'];
type Overview = Schemas['ClientOverviewView'];
type Briefing = Schemas['BriefingView'];
type TimeLine = Schemas['TimeLineView'];
type Who = keyof CareSalon['tokens'];

const WORDS = '戊二醛';
const SECRET_NOTE = '上次说最近睡得不好';

let api: TestApi;
let salon: CareSalon;
/** Somebody who was treated, does not tolerate something, and of whom the therapist noted a thing. */
let treated: Served;
/** Her next visit. */
let nextId: string;

beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aCareSalon(api);
  treated = await salon.served('19:00', 'completed');
  const { id } = treated.client;
  const done = [{ serviceId: salon.serviceId, parameters: [] }];
  const { therapist } = salon.tokens;
  await salon.post(therapist, `/staff/appointments/${treated.visitId}/treatment`, {
    ...{ ...A_TREATMENT, done },
  });
  await agreesOnPaper(api, salon.tokens.manager, id);
  await salon.put(therapist, `/staff/clients/${id}/health`, {
    allergies: [{ ingredientId: null, text: WORDS, severity: 'severe' }],
    ...{ conditions: [], patchTests: [], history: '', version: 0 },
  });
  const note = { text: SECRET_NOTE, visibility: 'care' };
  await salon.post(salon.tokens.manager, `/staff/clients/${id}/notes`, note);
  await api.call(`/staff/clients/${id}`, {
    ...{ method: 'PATCH', token: salon.tokens.desk, body: { pressure: 'light', scents: '茉莉' } },
  });
  const start = salon.store.at(TOMORROW, '15:00');
  nextId = (await aVisit(api, salon, start, treated.client)).visit.id;
});
beforeEach(() => api.clock.set(MONDAY_TEN));
afterAll(() => api.close());

const ask = async <T>(who: Who, path: string, token = salon.tokens[who]): Promise<T> => {
  const answer = await api.call(path, { token });
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.body as T;
};
const pageFor = (who: Who): Promise<Overview> => ask(who, `/staff/clients/${treated.client.id}`);
const briefingFor = (who: Who): Promise<Briefing> =>
  ask(who, `/staff/appointments/${nextId}/briefing`);
/** Of somebody who signs in at the time that the clock shows: whoever did in the morning is out by the evening. */
const kindsFor = async (who: Who, query = ''): Promise<string[]> => {
  const path = `/staff/clients/${treated.client.id}/time-line${query}`;
  const token = await aStaffToken(api, [who], [salon.store.id]);
  return (await ask<TimeLine>(who, path, token)).items.map(({ kind }) => kind);
};
const readsOf = async (action: string): Promise<number> => {
  const sql = 'SELECT COUNT(*) AS n FROM audit_log WHERE action = ? AND subject_id = ?';
  return Number((await api.database.row<{ n: number }>(sql, [action, treated.client.id]))?.n);
};

describe('the page of a client who is treated', () => {
  it('warns those who treat in words and first of all, and each look leaves its entries', async () => {
    const before = [await readsOf('health.read'), await readsOf('treatment.read')];
    const { alerts, lastTreatment } = await pageFor('therapist');
    expect(alerts[0]).toMatchObject({ kind: 'caution', tone: 'alarm' });
    expect(alerts[0]?.words).toContain(WORDS);
    expect(lastTreatment).toMatchObject({
      ...{ appointmentId: treated.visitId, advice: A_TREATMENT.advice, reaction: 'mild' },
    });
    const after = [await readsOf('health.read'), await readsOf('treatment.read')];
    expect(after.map((count, n) => count - (before[n] ?? 0))).toEqual([1, 1]);
  });

  it('warns, and so does the briefing, of what counts today as gravely as a look at services would', async () => {
    const { therapist, manager } = salon.tokens;
    const knowledge = '/staff/care-knowledge';
    const condition = { name: `孕期 ${randomUUID().slice(0, 8)}`, hint: '', state: 'active' };
    const { id: conditionId } = (await salon.post(manager, `${knowledge}/conditions`, condition))
      .body as { id: string };
    await salon.post(manager, `${knowledge}/rules`, {
      ...{ conditionId, targetKind: 'service', targetId: salon.serviceId },
      ...{ severity: 'hard', advice: '' },
    });
    await salon.put(manager, `${knowledge}/services/${salon.serviceId}`, {
      ...{ ingredientIds: [], patchTestDays: 180, intervalDays: null },
    });
    const { visit, client } = await aVisit(api, salon, salon.store.at(TOMORROW, '13:00'));
    await agreesOnPaper(api, manager, client.id);
    const test = { serviceId: salon.serviceId, on: TODAY, result: 'reaction', note: '' };
    const written = await salon.put(therapist, `/staff/clients/${client.id}/health`, {
      ...{ allergies: [], patchTests: [test], history: '', version: 0 },
      conditions: [{ conditionId, note: '', until: TODAY }],
    });
    expect(written.status).toBe(200);
    const page = `/staff/clients/${client.id}`;
    const tellsAt = async (path: string): Promise<string[]> => {
      const token = await aStaffToken(api, ['therapist'], [salon.store.id]);
      const { alerts } = await ask<Pick<Overview, 'alerts'>>('therapist', path, token);
      const told = alerts.filter(({ kind }) => kind === 'caution');
      return told.map(({ tone, words }) => `${tone} ${words}`);
    };
    const both = [`/staff/appointments/${visit.id}/briefing`, page];
    const pregnant = `alarm ${condition.name}（到 ${TODAY}）`;
    for (const path of both)
      expect(await tellsAt(path)).toEqual([pregnant, expect.stringMatching(/^alarm .*皮试有反应/)]);
    api.clock.set(new Date(salon.store.at(TOMORROW, '09:00')));
    for (const path of both)
      expect(await tellsAt(path)).toEqual([expect.stringMatching(/^alarm .*皮试有反应/)]);
    // Others of this salon are served without a test.
    api.clock.set(MONDAY_TEN);
    const asBefore = await salon.put(manager, `${knowledge}/services/${salon.serviceId}`, {
      ...{ ingredientIds: [], patchTestDays: null, intervalDays: null },
    });
    expect(asBefore.status).toBe(204);
  });

  it('names what her next visit asks her to sign', async () => {
    const { visit, client } = await aVisit(api, salon, salon.store.at(TOMORROW, '17:00'));
    const papersOf = async (path: string): Promise<number> =>
      (await ask<Pick<Overview, 'alerts'>>('desk', path)).alerts.filter(
        ({ kind }) => kind === 'paper',
      ).length;
    const page = `/staff/clients/${client.id}`;
    expect(await papersOf(page)).toBe(1);
    expect(await papersOf(`/staff/appointments/${visit.id}/briefing`)).toBe(1);
    await agreesOnPaper(api, salon.tokens.manager, client.id);
    expect(await papersOf(page)).toBe(0);
  });

  it('tells the desk only that there is something, and leaves no entry of what was not read', async () => {
    const before = await readsOf('health.read');
    const page = await pageFor('desk');
    expect(page.alerts.filter(({ kind }) => kind === 'caution')).toHaveLength(1);
    expect(JSON.stringify(page)).not.toContain(WORDS);
    expect(page.lastTreatment).toBeNull();
    expect(await readsOf('health.read')).toBe(before);
  });

  it('has care, notes and changes in the time line, for whoever may read them', async () => {
    api.clock.set(new Date(salon.store.at(TODAY, '21:00')));
    expect(await kindsFor('therapist')).toEqual(
      expect.arrayContaining(['treatment', 'health', 'note', 'change']),
    );
    expect(await kindsFor('therapist', '?group=care')).toEqual(
      expect.arrayContaining(['treatment', 'health']),
    );
    const desk = await kindsFor('desk', '?group=file');
    expect(desk).toContain('change');
    expect(desk).not.toContain('note');
    expect(await kindsFor('desk', '?group=care')).toEqual([]);
  });
});

describe('GET /staff/appointments/{id}/briefing', () => {
  it('says what those who treat have to know, and nothing of money', async () => {
    const briefing = await briefingFor('therapist');
    expect(briefing).toMatchObject({
      ...{ clientId: treated.client.id, likes: { pressure: 'light', scents: '茉莉' } },
      lastTreatment: { appointmentId: treated.visitId, staffNote: A_TREATMENT.staffNote },
      notes: [{ text: SECRET_NOTE }],
    });
    expect(briefing.alerts[0]?.words).toContain(WORDS);
    expect(JSON.stringify(briefing)).not.toMatch(/Fen"/);
  });

  it('tells of the last visit to which she came, however many she cancelled since', async () => {
    const came = await salon.served('11:00', 'completed');
    const bookAgain = () => aVisit(api, salon, salon.store.at(TOMORROW, '18:30'), came.client);
    for (let turn = 0; turn < 5; turn += 1) {
      const { visit } = await bookAgain();
      const path = `/client/appointments/${visit.id}/cancel`;
      const answer = await api.call(path, { token: came.client.token, body: {} });
      expect(answer.status).toBe(200);
    }
    const { visit } = await bookAgain();
    api.clock.set(new Date(salon.store.at(TOMORROW, '19:00')));
    const token = await aStaffToken(api, ['therapist'], [salon.store.id]);
    const briefing = `/staff/appointments/${visit.id}/briefing`;
    const { lastVisit } = await ask<Briefing>('therapist', briefing, token);
    expect(lastVisit?.start).toBe(salon.store.at(TODAY, '11:00'));
    const { visits } = await ask<Overview>('therapist', `/staff/clients/${came.client.id}`, token);
    expect(visits?.past.map(({ id }) => id)).toEqual([came.visitId]);
  });

  it('keeps words about health and notes of those who treat from the desk', async () => {
    const briefing = await briefingFor('desk');
    expect(briefing).toMatchObject({ lastTreatment: null, notes: [] });
    expect(briefing.alerts.map(({ kind }) => kind)).toContain('caution');
    expect(JSON.stringify(briefing)).not.toContain(WORDS);
  });

  it('is not there for staff of another store', async () => {
    const elsewhere = await aCareSalon(api);
    const token = await aStaffToken(api, ['therapist'], [elsewhere.store.id]);
    const answer = await api.call(`/staff/appointments/${nextId}/briefing`, { token });
    expect([answer.status, codeOf(answer)]).toEqual([404, 'APPOINTMENT_NOT_FOUND']);
  });
});
