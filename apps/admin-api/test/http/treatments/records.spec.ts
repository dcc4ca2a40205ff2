import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/platform/ids/index.js';
import { JoinFiles, SplitFiles } from '../../../src/modules/customers/index.js';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import {
  A_TREATMENT,
  aCareSalon,
  type CareSalon,
  type VisitTreatment,
} from '../../support/given/care.js';
import { MONDAY_TEN, TODAY, aKey, codeOf } from '../../support/given/index.js';
import { aClient, aStaffToken } from '../../support/people.js';

type Schemas = components['schemas'];

let api: TestApi;
let salon: CareSalon;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aCareSalon(api);
});
beforeEach(() => api.clock.set(MONDAY_TEN));
afterAll(() => api.close());

const bodyOf = (change: object = {}) => ({
  ...A_TREATMENT,
  done: [{ serviceId: salon.serviceId, parameters: [{ name: '温度', value: '38', unit: '℃' }] }],
  ...change,
});
const path = (visitId: string): string => `/staff/appointments/${visitId}/treatment`;
const write = (visitId: string, token = salon.tokens.therapist, body: object = bodyOf()) =>
  salon.post(token, path(visitId), body);
const read = async (visitId: string, token = salon.tokens.therapist): Promise<VisitTreatment> => {
  const answer = await api.call(path(visitId), { token });
  expect(answer.status).toBe(200);
  return answer.body as VisitTreatment;
};
const refusal = ({ status, body }: Answer) => [status, codeOf({ status, body } as Answer)];

/** How often somebody read what was done to a client. */
async function reads(customerId: string): Promise<number> {
  const sql = `SELECT COUNT(*) AS n FROM audit_log WHERE action = 'treatment.read' AND subject_id = ?`;
  return Number((await api.database.row<{ n: number }>(sql, [customerId]))?.n);
}

describe('the record of a visit', () => {
  it('says what was done, and is read by those who treat, each time with an entry', async () => {
    const { visitId, client } = await salon.served('20:00');
    const answer = await write(visitId);
    expect(answer.status).toBe(201);
    const before = await reads(client.id);
    const { versions, recordId, draft, writable } = await read(visitId, salon.tokens.manager);
    expect(versions.map(({ version, reason }) => [version, reason])).toEqual([[1, '']]);
    expect(versions[0]?.contents).toMatchObject({
      ...{ reaction: 'mild', advice: A_TREATMENT.advice, products: A_TREATMENT.products },
      done: [{ parameters: [{ name: '温度', value: '38', unit: '℃' }] }],
    });
    expect([recordId !== null, draft, writable]).toEqual([true, null, true]);
    expect((await reads(client.id)) - before).toBe(1);
    const list = `/staff/clients/${client.id}/treatments`;
    const found = (await api.call(list, { token: salon.tokens.therapist })).body;
    expect((found as Schemas['TreatmentRecordListDto']).items).toMatchObject([
      { appointmentId: visitId, version: 1 },
    ]);
    expect((await api.call(list, { token: salon.tokens.desk })).status).toBe(403);
  });

  it('is written once, however often it is sent', async () => {
    const { visitId } = await salon.served('11:30');
    const headers = { 'idempotency-key': aKey() };
    const send = () =>
      api.call(path(visitId), { token: salon.tokens.therapist, body: bodyOf(), headers });
    const answers = [await send(), await send()];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(refusal(await write(visitId))).toEqual([409, 'TREATMENT_WRITTEN']);
  });

  it('of two people who write at once is one’s', async () => {
    const { visitId } = await salon.served('13:00');
    const answers = await Promise.all([write(visitId), write(visitId, salon.tokens.manager)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await read(visitId)).versions).toHaveLength(1);
  });

  it('is corrected by a version of its own with its reason, and what stood before stays', async () => {
    const { visitId } = await salon.served('14:30');
    const { recordId } = (await write(visitId)).body as VisitTreatment;
    const change = { ...bodyOf({ advice: '一周内不做去角质' }), version: 1, reason: '天数写错了' };
    const corrections = `/staff/treatments/${recordId ?? ''}/corrections`;
    const answer = await salon.post(salon.tokens.manager, corrections, change);
    expect(answer.status).toBe(201);
    const { versions } = answer.body as VisitTreatment;
    expect(
      versions.map(({ version, reason, contents }) => [version, reason, contents.advice]),
    ).toEqual([
      [2, '天数写错了', '一周内不做去角质'],
      [1, '', A_TREATMENT.advice],
    ]);
    const late = await salon.post(salon.tokens.therapist, corrections, change);
    expect(refusal(late)).toEqual([409, 'TREATMENT_CHANGED']);
  });

  it('is written by whoever served, or by a manager, once the service has begun', async () => {
    const { visitId } = await salon.served('16:00');
    const other = await aStaffToken(api, ['therapist'], [salon.store.id]);
    expect(refusal(await write(visitId, other))).toEqual([403, 'TREATMENT_NOT_YOURS']);
    expect((await read(visitId, other)).writable).toBe(false);
    const stranger = await aStaffToken(api, ['manager'], [(await aCareSalon(api)).store.id]);
    expect((await write(visitId, stranger)).status).toBe(404);
    const client = await aClient(api);
    const start = salon.store.at(TODAY, '18:00');
    const body = { ...salon.wish(start) };
    const headers = { 'idempotency-key': aKey() };
    const booked = await api.call('/client/appointments', { token: client.token, body, headers });
    const { id } = booked.body as { id: string };
    expect(refusal(await write(id))).toEqual([409, 'TREATMENT_NOT_YET']);
  });

  it('names what the catalogue does not know', async () => {
    const { visitId } = await salon.served('19:00');
    const fields = async (change: object) =>
      ((await write(visitId, undefined, bodyOf(change))).body as { errors: { field: string }[] })
        .errors;
    const unknown = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    expect(await fields({ done: [] })).toMatchObject([{ field: 'done' }]);
    expect(await fields({ done: [{ serviceId: unknown, parameters: [] }] })).toMatchObject([
      { field: 'done' },
    ]);
    const product = { productId: unknown, name: '', amount: null, unit: '' };
    expect(await fields({ products: [product] })).toMatchObject([{ field: 'products' }]);
  });
});

describe('a draft', () => {
  let own: CareSalon;
  beforeAll(async () => {
    own = await aCareSalon(api);
  });

  it('is kept as it was typed, for its author alone, until the record is written', async () => {
    const { visitId } = await own.served('12:00');
    const send = (revision: number, done: object[], token = own.tokens.therapist) =>
      own.put(token, `${path(visitId)}/draft`, { ...bodyOf({ done }), revision });
    expect((await send(0, [])).body).toEqual({ revision: 1 });
    expect((await send(1, [])).body).toEqual({ revision: 2 });
    expect(refusal(await send(1, []))).toEqual([409, 'TREATMENT_DRAFT_CHANGED']);
    const { draft, recordId } = await read(visitId, own.tokens.therapist);
    expect([draft?.revision, draft?.contents.advice, recordId]).toEqual([
      2,
      A_TREATMENT.advice,
      null,
    ]);
    expect((await read(visitId, own.tokens.manager)).draft).toBeNull();
    const done = [{ serviceId: own.serviceId, parameters: [] }];
    await write(visitId, own.tokens.therapist, bodyOf({ done }));
    expect((await read(visitId, own.tokens.therapist)).draft).toBeNull();
    expect(refusal(await send(0, []))).toEqual([409, 'TREATMENT_WRITTEN']);
  });

  it('shows on the day of its author, and an unwritten visit on the days after', async () => {
    const { visitId } = await own.served('14:00', 'completed');
    await own.put(own.tokens.therapist, `${path(visitId)}/draft`, {
      ...bodyOf({ done: [] }),
      revision: 0,
    });
    const day = async (token: string, date: string) => {
      const query = `?storeId=${own.store.id}&date=${date}`;
      return (await api.call(`/staff/care-day${query}`, { token })).body as Schemas['CareDayDto'];
    };
    const today = await day(own.tokens.therapist, TODAY);
    expect(today.visits.find(({ id }) => id === visitId)).toMatchObject({
      ...{ record: 'draft', mine: true, writable: true, next: null },
    });
    const later = await day(own.tokens.therapist, '2026-11-26');
    expect(later.unwritten.map(({ id }) => id)).toContain(visitId);
    const other = await aStaffToken(api, ['therapist'], [own.store.id]);
    expect((await day(other, '2026-11-26')).unwritten).toEqual([]);
    expect((await day(own.tokens.manager, '2026-11-26')).unwritten.map(({ id }) => id)).toContain(
      visitId,
    );
  });
});

describe('what was written about a client', () => {
  it('stands in no table in clear', async () => {
    const own = await aCareSalon(api);
    const { visitId } = await own.served('12:00');
    const secret = '额头旧疤';
    const done = [{ serviceId: own.serviceId, parameters: [] }];
    const draft = { ...bodyOf({ done, advice: secret }), revision: 0 };
    await own.put(own.tokens.therapist, `${path(visitId)}/draft`, draft);
    await write(visitId, own.tokens.manager, bodyOf({ done, advice: secret }));
    for (const table of ['treatment_record_version', 'treatment_draft']) {
      const sql = `SELECT COUNT(*) AS n, SUM(contents LIKE ?) AS clear FROM ${table}`;
      const row = await api.database.row<{ n: number; clear: string }>(sql, [`%${secret}%`]);
      expect([Number(row?.n) > 0, Number(row?.clear)]).toEqual([true, 0]);
    }
  });

  it('is hers to read, without the note for colleagues', async () => {
    const own = await aCareSalon(api);
    const { visitId, client } = await own.served('12:00');
    const done = [{ serviceId: own.serviceId, parameters: [] }];
    await write(visitId, own.tokens.therapist, bodyOf({ done }));
    const answer = await api.call('/client/treatments', { token: client.token });
    const { items } = answer.body as Schemas['ClientTreatmentListDto'];
    expect(items).toMatchObject([{ appointmentId: visitId, advice: A_TREATMENT.advice }]);
    expect(JSON.stringify(answer.body)).not.toContain(A_TREATMENT.staffNote);
    const stranger = await aClient(api);
    const theirs = await api.call('/client/treatments', { token: stranger.token });
    expect((theirs.body as Schemas['ClientTreatmentListDto']).items).toEqual([]);
  });

  it('goes along when her file is joined to another, opens there, and goes back with it', async () => {
    const own = await aCareSalon(api);
    const { visitId, client } = await own.served('12:00');
    const done = [{ serviceId: own.serviceId, parameters: [] }];
    await write(visitId, own.tokens.therapist, bodyOf({ done }));
    const next = await own.served('14:00', 'in_service', client);
    const draft = { ...bodyOf({ done: [] }), revision: 0 };
    await own.put(own.tokens.therapist, `${path(next.visitId)}/draft`, draft);
    const to = await aClient(api);
    const join = api.app.get(JoinFiles, { strict: false });
    const mergeId = await api.unitOfWork.run((tx) => join.execute(tx, client.id, to.id));
    const answer = await api.call('/client/treatments', { token: to.token });
    const { items } = answer.body as Schemas['ClientTreatmentListDto'];
    expect(items.map(({ advice }) => advice)).toEqual([A_TREATMENT.advice]);
    const moved = await read(next.visitId, own.tokens.therapist);
    expect(moved.draft?.contents.advice).toBe(A_TREATMENT.advice);
    const split = api.app.get(SplitFiles, { strict: false });
    const by = { id: newId(), name: '店长', reason: '其实是两个人' };
    await api.unitOfWork.run((tx) => split.execute(tx, mergeId, by));
    expect((await read(next.visitId, own.tokens.therapist)).draft?.contents.advice).toBe(
      A_TREATMENT.advice,
    );
    const theirs = await api.call('/client/treatments', { token: to.token });
    expect((theirs.body as Schemas['ClientTreatmentListDto']).items).toEqual([]);
  });
});

describe('a template', () => {
  it('is what records of its service begin with, and a manager’s to set up', async () => {
    const own = await aCareSalon(api);
    const template = {
      parameters: [{ name: '能量', unit: 'J', usual: '12' }],
      products: [{ name: '导入凝胶', amount: 5, unit: 'ml' }],
      ...{ advice: '当天不化妆', homeCare: '早晚补水', nextAfterDays: 28, version: 0 },
      recordFirst: false,
    };
    const at = `/staff/treatment-templates/${own.serviceId}`;
    expect((await own.put(own.tokens.therapist, at, template)).status).toBe(403);
    expect((await own.put(own.tokens.manager, at, template)).body).toMatchObject({ version: 1 });
    expect(refusal(await own.put(own.tokens.manager, at, template))).toEqual([
      409,
      'TREATMENT_TEMPLATE_CHANGED',
    ]);
    const { visitId } = await own.served('12:00');
    const { templates, visitedOn } = await read(visitId, own.tokens.therapist);
    expect(templates).toMatchObject([{ serviceId: own.serviceId, nextAfterDays: 28, version: 1 }]);
    expect(visitedOn).toBe(TODAY);
    const list = `/staff/treatment-templates?storeId=${own.store.id}`;
    expect((await api.call(list, { token: own.tokens.therapist })).status).toBe(403);
    const { body } = await api.call(list, { token: own.tokens.manager });
    expect((body as Schemas['TreatmentTemplateListDto']).items).toHaveLength(1);
  });

  it('may ask for the record first: until it is written, its visit is not completed', async () => {
    const own = await aCareSalon(api);
    const words = { parameters: [], products: [], advice: '', homeCare: '' };
    const template = { ...words, nextAfterDays: null, recordFirst: true, version: 0 };
    await own.put(own.tokens.manager, `/staff/treatment-templates/${own.serviceId}`, template);
    const { visitId } = await own.served('12:00');
    const complete = () =>
      own.post(own.tokens.therapist, `/staff/appointments/${visitId}/complete`);
    expect(refusal(await complete())).toEqual([409, 'TREATMENT_FIRST']);
    const done = [{ serviceId: own.serviceId, parameters: [] }];
    await write(visitId, own.tokens.therapist, bodyOf({ done }));
    expect((await complete()).status).toBe(200);
  });
});
