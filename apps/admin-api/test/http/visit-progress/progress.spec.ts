import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { anApi, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { A_TREATMENT, aCareSalon, type CareSalon } from '../../support/given/care.js';
import { MONDAY_TEN, TODAY, aKey, aVisit, codeOf } from '../../support/given/index.js';
import { aClient, aStaffToken } from '../../support/people.js';
import { productBody } from '../catalog/a-shelf.js';

type Schemas = components['schemas'];
type Progress = Schemas['VisitProgressDto'];

let api: TestApi;
let salon: CareSalon;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
});
beforeEach(async () => {
  api.clock.set(MONDAY_TEN);
  salon = await aCareSalon(api);
});
afterAll(() => api.close());

const at = (clock: string): Date => new Date(salon.store.at(TODAY, clock));
const read = async (visitId: string, token: string): Promise<Progress> => {
  const answer = await api.call(`/client/appointments/${visitId}/progress`, { token });
  expect(answer.status).toBe(200);
  return answer.body as Progress;
};
const tell = (visitId: string, token: string, body: object, key = aKey()) =>
  api.call(`/client/appointments/${visitId}/feedback`, {
    ...{ token, body, headers: { 'idempotency-key': key } },
  });
const unseen = async (token = salon.tokens.therapist) => {
  const answer = await api.call(`/staff/visit-feedback?storeId=${salon.store.id}`, { token });
  expect(answer.status).toBe(200);
  return (answer.body as Schemas['UnseenFeedbackListDto']).items;
};

/** A visit of noon that was begun at some time. */
async function begun(clock: string) {
  const { visit, client } = await aVisit(api, salon, at('12:00').toISOString());
  await salon.post(salon.tokens.desk, `/staff/appointments/${visit.id}/arrive`);
  api.clock.set(at(clock));
  const answer = await salon.post(salon.tokens.desk, `/staff/appointments/${visit.id}/start`);
  expect(answer.status).toBe(200);
  return { visitId: visit.id, client, end: Date.parse(visit.end) };
}

it('tells where her visit stands, as much later as she was begun later', async () => {
  const { visitId, client, end } = await begun('12:10');
  const progress = await read(visitId, client.token);
  expect(progress).toMatchObject({ state: 'in_service', isOver: false, canTell: true });
  expect(Date.parse(progress.expectedEnd ?? '') - end).toBe(10 * 60_000);
  expect(progress.steps[0]).toMatchObject({ kind: 'hands_on', state: 'now' });
  api.clock.set(new Date(end + 11 * 60_000));
  expect(await read(visitId, client.token)).toMatchObject({ isOver: true });
});

it('has no steps before she came, and all of them done afterwards', async () => {
  const { visit, client } = await aVisit(api, salon, at('12:00').toISOString());
  const before = await read(visit.id, client.token);
  expect(before).toMatchObject({ steps: [], expectedEnd: null, canTell: false });
  const { visitId, client: other } = await salon.served('15:00', 'completed');
  const after = await read(visitId, other.token);
  expect(new Set(after.steps.map(({ state }) => state))).toEqual(new Set(['done']));
  expect(after).toMatchObject({ expectedEnd: null, canTell: false });
});

it('names products of the catalogue that were written down by now, and no word that somebody typed', async () => {
  const { visitId, client } = await salon.served('13:00');
  const made = await api.call('/staff/products', {
    token: salon.tokens.manager,
    headers: { 'idempotency-key': aKey() },
    body: productBody([salon.store.id], { name: `舒缓精华 ${visitId.slice(-6)}` }),
  });
  const product = made.body as { id: string; name: string };
  expect(made.status).toBe(201);
  const used = (productId: string | null, name: string) => ({
    ...{ productId, name, amount: 1, unit: 'ml' },
  });
  const draft = {
    ...{ ...A_TREATMENT, done: [{ serviceId: salon.serviceId, parameters: [] }], revision: 0 },
    products: [used(product.id, ''), used(null, '客人自己带的药膏')],
  };
  const path = `/staff/appointments/${visitId}/treatment/draft`;
  expect((await salon.put(salon.tokens.therapist, path, draft)).status).toBe(200);
  expect((await read(visitId, client.token)).products).toEqual([product.name]);
});

it('takes her word once, sealed, shows it to those who serve, and tells her when it was seen', async () => {
  const { visitId, client } = await begun('12:00');
  const [key, body] = [aKey(), { wish: 'lighter', words: '肩膀那里有旧伤' }];
  const answers = [
    await tell(visitId, client.token, body, key),
    await tell(visitId, client.token, body, key),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  const [said, ...more] = await unseen();
  expect(more).toEqual([]);
  expect(said).toMatchObject({ appointmentId: visitId, ...body, seenAt: null });
  const rows = await api.database.rows('SELECT * FROM visit_feedback WHERE appointment_id = ?', [
    visitId,
  ]);
  expect(JSON.stringify(rows)).not.toContain('旧伤');
  const seen = () =>
    salon.post(salon.tokens.therapist, `/staff/visit-feedback/${said?.id ?? ''}/seen`);
  const [first, second] = await Promise.all([seen(), seen()]);
  expect([first.status, second.status]).toEqual([200, 200]);
  expect(second.body).toEqual(first.body);
  expect(await unseen()).toEqual([]);
  const { feedback } = await read(visitId, client.token);
  expect(feedback).toMatchObject([{ ...body, seenAt: (first.body as Schemas['SeenDto']).seenAt }]);
});

it('takes no word before she came, after she left, from a stranger, or more than anybody can answer to', async () => {
  const { visit, client } = await aVisit(api, salon, at('16:00').toISOString());
  expect(codeOf(await tell(visit.id, client.token, { wish: 'fine' }))).toBe('FEEDBACK_NOT_NOW');
  const { visitId, client: here } = await begun('12:00');
  const stranger = await aClient(api);
  expect((await tell(visitId, stranger.token, { wish: 'fine' })).status).toBe(404);
  const empty = await tell(visitId, here.token, { wish: 'words', words: '  ' });
  expect([empty.status, empty.body]).toMatchObject([400, { errors: [{ field: 'words' }] }]);
  const at20 = await Promise.all(
    Array.from({ length: 22 }, () => tell(visitId, here.token, { wish: 'come' })),
  );
  expect(at20.filter(({ status }) => status === 201)).toHaveLength(20);
  expect(new Set(at20.filter(({ status }) => status !== 201).map(codeOf))).toEqual(
    new Set(['FEEDBACK_TOO_MANY']),
  );
  const elsewhere = await aStaffToken(api, ['therapist'], [(await aCareSalon(api)).store.id]);
  const [said] = await unseen();
  const taken = await salon.post(elsewhere, `/staff/visit-feedback/${said?.id ?? ''}/seen`);
  expect(codeOf(taken)).toBe('FEEDBACK_NOT_FOUND');
});
