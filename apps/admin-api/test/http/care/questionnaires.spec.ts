import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JoinFiles, SplitFiles } from '../../../src/modules/customers/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aCareSalon, type CareSalon } from '../../support/given/care.js';
import { MONDAY_TEN, TODAY, agreesOnPaper, codeOf, withdraws } from '../../support/given/index.js';
import {
  A_FORM,
  ANSWERS,
  aQuestion,
  aQuestionnaire,
  publish,
} from '../../support/given/questionnaires.js';
import { aClient, aPhone } from '../../support/people.js';
import { SIGNATURE } from '../../support/signature.js';

type Schemas = components['schemas'];
type Standings = Schemas['QuestionnaireStandingsDto'];
type Mine = Schemas['MyQuestionnaireDto'];
type Answers = Schemas['ClientAnswersDto'];
type House = Schemas['QuestionnaireDto'];

let api: TestApi;
let salon: CareSalon;
/** In force for every service, health data, signed. */
let questionnaireId: string;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aCareSalon(api);
  questionnaireId = await aQuestionnaire(api, salon.tokens.manager);
});
afterAll(() => api.close());

interface Client {
  readonly id: string;
  readonly token: string;
}

async function anAgreeingClient(): Promise<Client> {
  const client = await aClient(api);
  await agreesOnPaper(api, salon.tokens.therapist, client.id);
  return client;
}

const RIGHT = { version: 1, answers: ANSWERS, signature: SIGNATURE };
const fill = ({ token }: Client, change: object = {}, id = questionnaireId): Promise<Answer> =>
  salon.post(token, `/client/questionnaires/${id}/answers`, { ...RIGHT, ...change });
const get = async <T>(token: string, path: string): Promise<T> =>
  (await api.call(path, { token })).body as T;
const answersOf = ({ id }: Client): Promise<Answers> =>
  get(salon.tokens.therapist, `/staff/clients/${id}/questionnaire-answers`);
const mine = ({ token }: Client, id = questionnaireId): Promise<Mine> =>
  get(token, `/client/questionnaires/${id}`);
const standingOf = async (token: string, path: string, id = questionnaireId) =>
  (await get<Standings>(token, path)).items.find((one) => one.questionnaireId === id);
const refusal = (answer: Answer) => [answer.status, codeOf(answer)];

describe('an answer', () => {
  it('is given on the phone, signed, read by those who treat with an entry each time, and lies in the database only sealed', async () => {
    const client = await anAgreeingClient();
    expect((await mine(client)).state).toBe('missing');
    expect((await fill(client)).status).toBe(201);
    const { items } = await answersOf(client);
    expect(items).toMatchObject([
      { title: A_FORM.title, version: 1, on: TODAY, way: 'phone', state: 'filled', proved: true },
    ]);
    expect(items[0]?.lines.slice(0, 3)).toEqual([
      {
        key: 'pregnant',
        label: '是否怀孕或备孕',
        words: '是：四个月',
        caution: true,
        toConfirm: null,
        toJudge: true,
      },
      {
        key: 'week',
        label: '孕周',
        words: '17 周',
        caution: false,
        toConfirm: null,
        toJudge: false,
      },
      {
        key: 'skin',
        label: '肤感',
        words: '平稳',
        caution: false,
        toConfirm: null,
        toJudge: false,
      },
    ]);
    const path = `/staff/clients/${client.id}/questionnaire-answers/${items[0]?.id}`;
    const proof = await get<Schemas['ClientAnswerProofDto']>(salon.tokens.therapist, path);
    expect(proof).toMatchObject({ signature: SIGNATURE, guardianName: null });
    const audits = await api.database.rows<{ action: string }>(
      `SELECT action FROM audit_log WHERE subject_id = ? AND action LIKE 'questionnaire%' ORDER BY id`,
      [client.id],
    );
    expect(audits.map(({ action }) => action)).toEqual([
      ...['questionnaire.answered', 'questionnaire.read', 'questionnaire.read'],
    ]);
    const [row] = await api.database.rows<{ sealed: Buffer; proof: Buffer }>(
      'SELECT sealed, proof_sealed AS proof FROM questionnaire_answer WHERE customer_id = ?',
      [client.id],
    );
    expect(row?.sealed.toString('utf8')).not.toMatch(/四个月|pregnant|acid/);
    expect(row?.proof.toString('utf8')).not.toContain('strokes');
  });

  it('is hers to read again, and to correct by a further one; the earlier stays', async () => {
    const client = await anAgreeingClient();
    await fill(client);
    const calm = [
      { key: 'pregnant', yes: false },
      { key: 'skin', options: ['calm'] },
    ];
    expect((await fill(client, { answers: calm })).status).toBe(201);
    const { history, state } = await mine(client);
    expect(state).toBe('filled');
    expect(history.map(({ lines }) => lines[0]?.words)).toEqual(['否', '是：四个月']);
    expect((await answersOf(client)).items.map((one) => one.state)).toEqual(['filled', 'older']);
  });

  it.each<[string, string, object]>([
    ['a question that nobody asked', 'answers.0.key', { answers: [{ key: 'nobody', yes: true }] }],
    [
      'a question that is hidden by an earlier answer',
      'answers.1.key',
      {
        answers: [
          { key: 'pregnant', yes: false },
          { key: 'week', number: 3 },
        ],
      },
    ],
    ['the manner of another kind', 'answers.0.text', { answers: [{ key: 'skin', text: '平稳' }] }],
    ['nothing where something must be', 'answers', { answers: [{ key: 'pregnant', yes: false }] }],
    ['no signature', 'signature', { signature: undefined }],
    ['a dot for a signature', 'signature', { signature: { ...SIGNATURE, strokes: [[1, 1]] } }],
  ])('with %s is refused, naming the field', async (_, field, change) => {
    const answer = await fill(await anAgreeingClient(), change);
    expect(answer.body).toMatchObject({ code: 'INVALID_INPUT', errors: [{ field }] });
  });

  it('is given to the version that she read, and shown with it for good', async () => {
    const client = await anAgreeingClient();
    const { manager } = salon.tokens;
    const id = await aQuestionnaire(api, manager);
    await fill(client, {}, id);
    const next = [aQuestion('pregnant', 'yes_no', { label: '是否怀孕', caution: 'yes' })];
    const form = { ...A_FORM, title: '术前问卷', questions: next };
    const kept = await salon.put(manager, `/staff/questionnaires/${id}/draft`, {
      ...{ revision: 1, form },
    });
    expect(kept.body).toEqual({ revision: 2 });
    expect((await fill(client, {}, id)).status).toBe(201);
    await publish(api, manager, id, 2);
    expect(refusal(await fill(client, {}, id))).toEqual([409, 'QUESTIONNAIRE_CHANGED']);
    const said = { version: 2, answers: [{ key: 'pregnant', yes: true }] };
    expect((await fill(client, said, id)).status).toBe(201);
    const { items } = await answersOf(client);
    expect(items.map(({ title, version, lines }) => [title, version, lines[0]?.label])).toEqual([
      ['术前问卷', 2, '是否怀孕'],
      ['术前健康问卷', 1, '是否怀孕或备孕'],
      ['术前健康问卷', 1, '是否怀孕或备孕'],
    ]);
  });

  it('runs out after the days that the salon set', async () => {
    const client = await anAgreeingClient();
    const daysAgo = (days: number) => new Date(MONDAY_TEN.getTime() - days * 86_400_000);
    try {
      api.clock.set(daysAgo(91));
      await fill(client);
    } finally {
      api.clock.set(MONDAY_TEN);
    }
    const expired = await mine(client);
    expect([expired.state, expired.until]).toEqual(['expired', '2026-11-22']);
    expect((await answersOf(client)).items[0]?.state).toBe('expired');
    await fill(client);
    expect((await mine(client)).state).toBe('filled');
  });
});

describe('health data in answers', () => {
  it('is taken only while she agrees to it, and is as if never said once she takes that back', async () => {
    const client = await aClient(api);
    expect(refusal(await fill(client))).toEqual([409, 'HEALTH_CONSENT_MISSING']);
    await agreesOnPaper(api, salon.tokens.therapist, client.id);
    expect((await fill(client)).status).toBe(201);
    await withdraws(api, salon.tokens.therapist, client.id);
    expect(await answersOf(client)).toEqual({ consent: 'withdrawn', items: [] });
    const hers = await mine(client);
    expect([hers.state, hers.answeredOn, hers.history]).toEqual(['missing', null, []]);
    expect(refusal(await fill(client))).toEqual([409, 'HEALTH_CONSENT_MISSING']);
    await agreesOnPaper(api, salon.tokens.therapist, client.id);
    expect((await answersOf(client)).items).toHaveLength(1);
  });

  it('is asked for without it where the questionnaire is about nothing of the kind', async () => {
    const client = await aClient(api);
    const change = { health: false, signed: false, questions: [aQuestion('from', 'text')] };
    const id = await aQuestionnaire(api, salon.tokens.manager, change);
    const answers = [{ key: 'from', text: '朋友介绍' }];
    expect((await fill(client, { answers, signature: undefined }, id)).status).toBe(201);
    const signed = await fill(client, { answers }, id);
    expect(signed.body).toMatchObject({ errors: [{ field: 'signature' }] });
    expect((await answersOf(client)).items).toMatchObject([{ proved: false }]);
  });

  it('warns whoever serves her without being written into her health file', async () => {
    const client = await anAgreeingClient();
    await fill(client);
    const summary = `/staff/clients/${client.id}/care-summary`;
    const { alerts } = await get<Schemas['CareSummaryDto']>(salon.tokens.therapist, summary);
    expect(alerts.map(({ words }) => words)).toEqual([
      `是否怀孕或备孕：是：四个月（${A_FORM.title}，${TODAY} 填写）`,
    ]);
    const atDesk = await get<Schemas['CareSummaryDto']>(salon.tokens.desk, summary);
    expect(JSON.stringify(atDesk.alerts)).not.toMatch(/怀孕|四个月/);
    const file = `/staff/clients/${client.id}/health`;
    expect(await get(salon.tokens.therapist, file)).toMatchObject({ version: 0, conditions: [] });
    const calm = [
      { key: 'pregnant', yes: false },
      { key: 'skin', options: ['calm'] },
    ];
    await fill(client, { answers: calm });
    const after = await get<Schemas['CareSummaryDto']>(salon.tokens.therapist, summary);
    expect(after.alerts).toEqual([]);
  });
});

describe('who may', () => {
  it('read: those who treat, never the desk, and no client another’s', async () => {
    const client = await anAgreeingClient();
    await fill(client);
    const path = `/staff/clients/${client.id}/questionnaire-answers`;
    expect(refusal(await api.call(path, { token: salon.tokens.desk }))).toEqual([403, 'FORBIDDEN']);
    const [answer] = (await answersOf(client)).items;
    const other = await anAgreeingClient();
    const strange = `/staff/clients/${other.id}/questionnaire-answers/${answer?.id}`;
    const token = salon.tokens.therapist;
    expect(refusal(await api.call(strange, { token }))).toEqual([404, 'QUESTIONNAIRE_NOT_FOUND']);
    expect((await mine(other)).history).toEqual([]);
    const nobody = `/staff/clients/${newId()}/questionnaire-answers`;
    expect(codeOf(await api.call(nobody, { token }))).toBe('CLIENT_NOT_FOUND');
  });

  it('hand over the device: the desk, which learns that it is filled and no more', async () => {
    const client = await anAgreeingClient();
    const { desk } = salon.tokens;
    const path = `/staff/clients/${client.id}/questionnaires`;
    const form = await get<Schemas['QuestionnaireToFillDto']>(desk, `${path}/${questionnaireId}`);
    expect([form.state, form.questions.length]).toEqual(['missing', A_FORM.questions.length]);
    const given = await salon.post(desk, `${path}/${questionnaireId}/answers`, RIGHT);
    expect(given.status).toBe(201);
    const standing = await standingOf(desk, path);
    expect(standing).toMatchObject({ state: 'filled', answeredOn: TODAY, until: '2027-02-21' });
    expect(JSON.stringify(standing)).not.toMatch(/四个月|怕疼/);
    expect((await answersOf(client)).items).toMatchObject([{ way: 'screen' }]);
  });

  it('write forms: the manager; a therapist reads none of the drafts', async () => {
    const token = salon.tokens.therapist;
    for (const path of ['/staff/questionnaires', `/staff/questionnaires/${questionnaireId}`])
      expect(refusal(await api.call(path, { token }))).toEqual([403, 'FORBIDDEN']);
    const begun = await salon.post(token, '/staff/questionnaires', { form: A_FORM });
    expect(refusal(begun)).toEqual([403, 'FORBIDDEN']);
  });
});

describe('a client who is too young', () => {
  it('answers with her guardian, whose phone is masked', async () => {
    const client = await anAgreeingClient();
    const change = { name: '林小朵', birthday: '2015-03-01' };
    const patched = await api.call(`/staff/clients/${client.id}`, {
      ...{ method: 'PATCH', token: salon.tokens.desk, body: change },
      headers: { 'idempotency-key': newId() },
    });
    expect(patched.status).toBe(200);
    expect((await mine(client)).guardianNeeded).toBe(true);
    expect(refusal(await fill(client))).toEqual([409, 'GUARDIAN_REQUIRED']);
    const phone = aPhone();
    const guardian = { name: '林女士', relation: '母亲', phone };
    expect((await fill(client, { guardian })).status).toBe(201);
    const [answer] = (await answersOf(client)).items;
    const path = `/staff/clients/${client.id}/questionnaire-answers/${answer?.id}`;
    const proof = await get<Schemas['ClientAnswerProofDto']>(salon.tokens.therapist, path);
    expect(proof).toMatchObject({ guardianName: '林女士', guardianRelation: '母亲' });
    expect(JSON.stringify(proof)).not.toContain(phone);
  });
});

describe('a questionnaire', () => {
  it('is asked for by the services that it names, and by nobody once it is off', async () => {
    const { manager } = salon.tokens;
    const { serviceId } = salon;
    const client = await anAgreeingClient();
    const id = await aQuestionnaire(api, manager, { serviceIds: [serviceId] });
    const asked = `/client/questionnaires?serviceIds=${serviceId}`;
    expect(await standingOf(client.token, '/client/questionnaires', id)).toBeUndefined();
    expect(await standingOf(client.token, asked, id)).toMatchObject({ state: 'missing' });
    const form = { ...A_FORM, asked: false };
    await salon.put(manager, `/staff/questionnaires/${id}/draft`, { revision: 1, form });
    await publish(api, manager, id, 2);
    expect(await standingOf(client.token, asked, id)).toBeUndefined();
    expect(refusal(await fill(client, { version: 2 }, id))).toEqual([
      404,
      'QUESTIONNAIRE_NOT_FOUND',
    ]);
  });

  it('may be unfinished as a draft, is asked of nobody before it is published, and then must be whole', async () => {
    const { manager } = salon.tokens;
    const form = { ...A_FORM, questions: [aQuestion('one', 'single', { label: '' })] };
    const begun = await salon.post(manager, '/staff/questionnaires', { form });
    const { id } = begun.body as { id: string };
    const path = `/staff/questionnaires/${id}`;
    const refused = await salon.post(manager, `${path}/publish`, { revision: 1 });
    expect(refused.body).toMatchObject({ errors: [{ field: 'form.questions.0.label' }] });
    expect(refusal(await fill(await anAgreeingClient(), {}, id))).toEqual([
      ...[404, 'QUESTIONNAIRE_NOT_FOUND'],
    ]);
    const stale = await salon.put(manager, `${path}/draft`, { revision: 9, form: A_FORM });
    expect(refusal(stale)).toEqual([409, 'QUESTIONNAIRE_DRAFT_CHANGED']);
    await salon.put(manager, `${path}/draft`, { revision: 1, form: A_FORM });
    await publish(api, manager, id, 2);
    const again = await salon.post(manager, `${path}/publish`, { revision: 2 });
    expect(refusal(again)).toEqual([409, 'QUESTIONNAIRE_DRAFT_CHANGED']);
    const house = await get<House>(manager, path);
    expect(house).toMatchObject({ version: 1, draft: null, versions: [{ version: 1 }] });
  });

  it('names services that there are', async () => {
    const form = { ...A_FORM, serviceIds: [newId()] };
    const answer = await salon.post(salon.tokens.manager, '/staff/questionnaires', { form });
    expect(answer.body).toMatchObject({ errors: [{ field: 'form.serviceIds.0' }] });
  });
});

describe('two files of one client', () => {
  it('bring their answers together, and part with their own again', async () => {
    const [from, to] = [await anAgreeingClient(), await anAgreeingClient()];
    await fill(from);
    await fill(to);
    const join = api.app.get(JoinFiles, { strict: false });
    const mergeId = await api.unitOfWork.run((tx) => join.execute(tx, from.id, to.id));
    expect((await answersOf(to)).items).toHaveLength(2);
    const split = api.app.get(SplitFiles, { strict: false });
    const by = { id: newId(), name: '店长', reason: '其实是两个人' };
    await api.unitOfWork.run((tx) => split.execute(tx, mergeId, by));
    expect((await answersOf(from)).items).toHaveLength(1);
    const [{ id: answerId } = { id: '' }] = (await answersOf(from)).items;
    const path = `/staff/clients/${from.id}/questionnaire-answers/${answerId}`;
    const proof = await get(salon.tokens.therapist, path);
    expect(proof).toMatchObject({ signature: SIGNATURE });
  });
});
