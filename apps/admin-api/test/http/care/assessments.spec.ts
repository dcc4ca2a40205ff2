import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AssessmentQueries } from '../../../src/modules/care/index.js';
import { CareSheets } from '../../../src/modules/care/assessments/data/sheets.js';
import type { AssessmentContents } from '../../../src/modules/care/assessments/rules/form.js';
import { JoinFiles, SplitFiles } from '../../../src/modules/customers/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { anApi, type Answer, type TestApi } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { A_FORMULA, AN_ASSESSMENT, ASSESSMENT_FORM } from '../../support/given/assessments.js';
import { aCareSalon, type CareSalon } from '../../support/given/care.js';
import { MONDAY_TEN, TODAY, agreesOnPaper, codeOf, withdraws } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';

type Schemas = components['schemas'];
type Assessments = Schemas['ClientAssessmentsDto'];

let api: TestApi;
let salon: CareSalon;
beforeAll(async () => {
  api = await anApi(await workerDatabaseUrl());
  api.clock.set(MONDAY_TEN);
  salon = await aCareSalon(api);
});
afterAll(() => api.close());

async function anAgreeingClient() {
  const client = await aClient(api);
  await agreesOnPaper(api, salon.tokens.therapist, client.id);
  return client;
}

const bodyOf = (change: object = {}) => ({
  ...{ ...AN_ASSESSMENT, on: TODAY, appointmentId: null, released: false },
  ...change,
});
const scored = (value: number) => ({
  contents: { ...AN_ASSESSMENT.contents, scores: [{ key: 'moisture', value }] },
});
const assess = (id: string, change: object = {}, token = salon.tokens.therapist): Promise<Answer> =>
  salon.post(token, `/staff/clients/${id}/assessments`, bodyOf(change));
async function read(id: string): Promise<Assessments> {
  const path = `/staff/clients/${id}/assessments`;
  return (await api.call(path, { token: salon.tokens.therapist })).body as Assessments;
}
const refusal = (answer: Answer) => [answer.status, codeOf(answer)];

describe('an assessment', () => {
  it('is read by those who treat, with an entry each time, and stands in the database only sealed', async () => {
    const { id } = await anAgreeingClient();
    expect((await assess(id)).status).toBe(201);
    const { items } = await read(id);
    expect(items).toMatchObject([
      { kind: 'face', on: TODAY, versions: [{ version: 1, contents: AN_ASSESSMENT.contents }] },
    ]);
    const audits = await api.database.rows<{ action: string }>(
      "SELECT action FROM audit_log WHERE subject_id = ? AND action LIKE 'assessment%' ORDER BY id",
      [id],
    );
    expect(audits.map(({ action }) => action)).toEqual(['assessment.written', 'assessment.read']);
    const path = `/staff/clients/${id}/assessments`;
    expect(refusal(await api.call(path, { token: salon.tokens.desk }))).toEqual([403, 'FORBIDDEN']);
    const [row] = await api.database.rows<{ sealed: Buffer }>(
      `SELECT v.sealed FROM care_sheet_version v JOIN care_sheet s ON s.id = v.sheet_id
       WHERE s.customer_id = ?`,
      [id],
    );
    expect(row?.sealed.toString('latin1')).not.toMatch(/redness|moisture|38/);
  });

  it('is corrected as a version of its own; who saw an older one is told', async () => {
    const { id } = await anAgreeingClient();
    const sheetId = ((await assess(id)).body as { id: string }).id;
    const { formVersion } = AN_ASSESSMENT;
    const body = { formVersion, ...scored(52), released: true, version: 1, reason: '仪器没校准' };
    const correct = () =>
      salon.post(salon.tokens.therapist, `/staff/assessments/${sheetId}/corrections`, body);
    expect((await correct()).status).toBe(201);
    expect(refusal(await correct())).toEqual([409, 'ASSESSMENT_CHANGED']);
    const [sheet] = (await read(id)).items;
    expect(sheet).toMatchObject({ released: true, versions: [{ reason: '仪器没校准' }, {}] });
    expect(sheet?.versions[1]?.contents.scores).toEqual(AN_ASSESSMENT.contents.scores);
  });

  it.each([
    [
      'contents.scores',
      { contents: { ...scored(1).contents, choices: [], findings: [], readings: [], scores: [] } },
    ],
    [
      'contents.scores.0',
      { contents: { ...scored(1).contents, scores: [{ key: 'nobody', value: 1 }] } },
    ],
    ['on', { on: '2027-01-01' }],
    ['appointmentId', { appointmentId: newId() }],
  ])('is refused where it would say nothing or what nobody asked: %s', async (field, change) => {
    const { id } = await anAgreeingClient();
    const answer = await assess(id, change);
    expect(answer.body).toMatchObject({ code: 'INVALID_INPUT', errors: [{ field }] });
  });

  it('belongs to a visit of the client herself', async () => {
    const { visitId, client } = await salon.served('12:00');
    await agreesOnPaper(api, salon.tokens.therapist, client.id);
    expect((await assess(client.id, { appointmentId: visitId })).status).toBe(201);
    const stranger = await anAgreeingClient();
    expect(codeOf(await assess(stranger.id, { appointmentId: visitId }))).toBe('INVALID_INPUT');
  });

  it('is kept as a draft for its author alone, until it is written', async () => {
    const { id } = await anAgreeingClient();
    const { kind, formVersion, contents } = AN_ASSESSMENT;
    const keep = (revision: number, token = salon.tokens.therapist) =>
      salon.put(token, `/staff/clients/${id}/assessment-draft`, {
        ...{ kind, formVersion, contents, revision },
      });
    expect((await keep(0)).body).toEqual({ revision: 1 });
    expect(refusal(await keep(0))).toEqual([409, 'ASSESSMENT_DRAFT_CHANGED']);
    expect((await keep(0, salon.tokens.manager)).body).toEqual({ revision: 1 });
    expect((await read(id)).drafts).toMatchObject([{ kind, revision: 1, contents }]);
    await assess(id);
    expect((await read(id)).drafts).toEqual([]);
  });

  it('needs her consent, and closes when she takes it back', async () => {
    const client = await aClient(api);
    expect(refusal(await assess(client.id))).toEqual([409, 'HEALTH_CONSENT_MISSING']);
    await agreesOnPaper(api, salon.tokens.therapist, client.id);
    await assess(client.id, { released: true });
    await withdraws(api, salon.tokens.therapist, client.id);
    expect(await read(client.id)).toMatchObject({ consent: 'withdrawn', items: [], drafts: [] });
    const mine = await api.call('/client/assessments', { token: client.token });
    expect(mine.body).toEqual({ items: [] });
  });

  it('is hers to read once it is released, with what changed, without what is for colleagues', async () => {
    const client = await anAgreeingClient();
    await assess(client.id, { ...scored(40), on: '2026-10-01', released: true });
    await assess(client.id, { ...scored(90), on: '2026-11-01' });
    await assess(client.id, { ...scored(52), released: true });
    const answer = await api.call('/client/assessments', { token: client.token });
    const { items } = answer.body as Schemas['MyAssessmentListDto'];
    expect(items.map(({ scores }) => scores)).toEqual([
      [{ key: 'moisture', name: '水润', value: 52, change: 12 }],
      [{ key: 'moisture', name: '水润', value: 40, change: null }],
    ]);
    expect(items[0]).toMatchObject({
      facts: [{ name: '肤质', value: '混合' }],
      findings: [{ zone: 'cheek_left', name: '泛红', severity: 2 }],
      advice: AN_ASSESSMENT.contents.advice,
    });
    expect(JSON.stringify(answer.body)).not.toContain(AN_ASSESSMENT.contents.words);
    const queries = api.app.get(AssessmentQueries, { strict: false });
    const series = await queries.scoresOverTime(api.database, client.id);
    expect(series.map(({ points }) => points.map(({ value }) => value))).toEqual([[40, 90, 52]]);
    expect((await queries.last(api.database, client.id))?.on).toBe(TODAY);
  });

  it('is left out where there are many of its kind, save the first: it is what all are measured by', async () => {
    const { id } = await anAgreeingClient();
    for (const [day, value] of [40, 45, 50, 60].entries())
      await assess(id, { ...scored(value), on: `2026-10-0${day + 1}` });
    await assess(id, { ...scored(70), on: '2026-10-04' });
    const scalp = { findings: [], choices: [], readings: [], scores: [{ key: 'oil', value: 30 }] };
    const contents = { ...AN_ASSESSMENT.contents, ...scalp };
    const written = await assess(id, { kind: 'scalp', contents, on: '2026-09-01' });
    expect(written.status).toBe(201);
    const sheets = api.app.get(CareSheets, { strict: false });
    const opened = await sheets.ofClient<AssessmentContents>(
      ...([api.database, id, ['face', 'scalp'], 2] as const),
    );
    const values = opened.map(({ versions: [{ contents: now }] }) => now.scores[0]?.value);
    expect(values).toEqual([70, 60, 40, 30]);
  });

  it('goes with her file when two become one, and back', async () => {
    const [from, to] = [await anAgreeingClient(), await anAgreeingClient()];
    await assess(from.id);
    await salon.post(salon.tokens.therapist, `/staff/clients/${from.id}/formulas`, {
      ...{ on: TODAY, appointmentId: null, contents: A_FORMULA },
    });
    const join = api.app.get(JoinFiles, { strict: false });
    const split = api.app.get(SplitFiles, { strict: false });
    const mergeId = await api.unitOfWork.run((tx) => join.execute(tx, from.id, to.id));
    expect((await read(to.id)).items).toHaveLength(1);
    await assess(to.id);
    const by = { id: newId(), name: '店长', reason: '其实是两个人' };
    await api.unitOfWork.run((tx) => split.execute(tx, mergeId, by));
    expect((await read(from.id)).items).toHaveLength(1);
    expect((await read(to.id)).items).toHaveLength(1);
  });
});

describe('a form', () => {
  it('is published by managers as the next version; what was written by an older one is read by it', async () => {
    const { id } = await anAgreeingClient();
    const hair = {
      kind: 'hair',
      contents: {
        ...AN_ASSESSMENT.contents,
        choices: [],
        findings: [],
        readings: [],
        scores: [{ key: 'shine', value: 60 }],
      },
    };
    const current = async (): Promise<number> => {
      const { body } = await api.call('/staff/assessment-forms', { token: salon.tokens.desk });
      const { items } = body as Schemas['AssessmentFormListDto'];
      return items.find(({ kind }) => kind === 'hair')?.version ?? 0;
    };
    const version = await current();
    await assess(id, { ...hair, formVersion: version });
    const publish = (token: string) =>
      salon.post(token, '/staff/assessment-forms', { ...ASSESSMENT_FORM, version });
    expect(refusal(await publish(salon.tokens.therapist))).toEqual([403, 'FORBIDDEN']);
    expect((await publish(salon.tokens.manager)).body).toEqual({ version: version + 1 });
    expect(refusal(await publish(salon.tokens.manager))).toEqual([409, 'ASSESSMENT_FORM_CHANGED']);
    expect(refusal(await assess(id, { ...hair, formVersion: version }))).toEqual([
      ...[409, 'ASSESSMENT_FORM_CHANGED'],
    ]);
    expect((await assess(id, { ...hair, formVersion: version + 1 })).status).toBe(201);
    const { forms, items } = await read(id);
    const used = items.map(({ versions }) => versions[0]?.formVersion).sort();
    expect(used).toEqual([version, version + 1]);
    const known = forms.filter(({ kind }) => kind === 'hair').map((form) => form.version);
    expect(known).toEqual(expect.arrayContaining(used));
  });
});

describe('a hair formula', () => {
  it('is read again by those who mix, the latest first, and only sealed in the database', async () => {
    const { id } = await anAgreeingClient();
    const path = `/staff/clients/${id}/formulas`;
    const write = (on: string, contents: object = A_FORMULA) =>
      salon.post(salon.tokens.therapist, path, { on, appointmentId: null, contents });
    expect((await write('2026-10-01')).status).toBe(201);
    expect((await write(TODAY, { ...A_FORMULA, minutes: 40 })).status).toBe(201);
    const { items } = (await api.call(path, { token: salon.tokens.therapist }))
      .body as Schemas['FormulaListDto'];
    expect(items.map(({ on, contents }) => [on, contents.minutes])).toEqual([
      [TODAY, 40],
      ['2026-10-01', 35],
    ]);
    expect(codeOf(await write(TODAY, { ...A_FORMULA, zones: ['nose'] }))).toBe('INVALID_INPUT');
    expect(codeOf(await write(TODAY, { ...A_FORMULA, ratio: '一比一' }))).toBe('INVALID_INPUT');
    expect(refusal(await api.call(path, { token: salon.tokens.desk }))).toEqual([403, 'FORBIDDEN']);
  });
});
