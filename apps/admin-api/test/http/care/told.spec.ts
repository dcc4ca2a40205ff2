import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/platform/ids/index.js';
import type { Answer } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { TOMORROW, aKey, agreesOnPaper, codeOf, withdraws } from '../../support/given/index.js';
import { A_FORM, aQuestion, aQuestionnaire, publish } from '../../support/given/questionnaires.js';
import { aClient } from '../../support/people.js';
import {
  aCareHouse,
  type CareHouse,
  type Findings,
  type Health,
  type Summary,
} from './a-care-house.js';

type ClientAnswers = components['schemas']['ClientAnswersDto'];

let house: CareHouse;
let conditionId: string;
let questionnaireId: string;
beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
  const { manager, serviceId } = house;
  const path = '/staff/care-knowledge';
  const condition = { name: `孕期 ${aKey().slice(0, 8)}`, hint: '', state: 'active' };
  const made = await house.post(manager, `${path}/conditions`, condition);
  conditionId = (made.body as { id: string }).id;
  await house.post(manager, `${path}/rules`, {
    ...{ conditionId, targetKind: 'service', targetId: serviceId },
    ...{ severity: 'hard', advice: '改做舒缓护理' },
  });
  questionnaireId = await aQuestionnaire(house.api, manager.token, formWith());
});
afterAll(() => house.close());

const option = (key: string, label: string, change: object = {}) => ({
  ...{ key, label, caution: false, ...change },
});
/** Pregnancy and one of the reactions mean something by the care knowledge; fear of needles only to a person. */
function formWith(pregnancy: object = { conditionId }) {
  return {
    ...{ ...A_FORM, signed: false },
    questions: [
      aQuestion('pregnant', 'yes_no', { label: '是否怀孕', caution: 'yes', ...pregnancy }),
      aQuestion('reacts', 'several', {
        ...{ label: '用了会不舒服的', required: false },
        options: [
          option('acid', '水杨酸', { caution: true, ingredientId: house.groupId }),
          option('needles', '怕针', { caution: true }),
          option('none', '都没有'),
        ],
      }),
    ],
  };
}

interface Client {
  readonly id: string;
  readonly token: string;
}
const PREGNANT = [{ key: 'pregnant', yes: true }];
const REACTS = (...options: string[]) => [
  { key: 'pregnant', yes: false },
  { key: 'reacts', options },
];

const answer = ({ token }: Client, answers: object[]): Promise<Answer> =>
  house.post({ token }, `/client/questionnaires/${questionnaireId}/answers`, {
    ...{ version: 1, answers },
  });
async function whoSaid(answers: object[]): Promise<Client & { readonly answerId: string }> {
  const client = await aClient(house.api);
  await agreesOnPaper(house.api, house.therapistToken.token, client.id);
  const given = await answer(client, answers);
  expect(given.status).toBe(201);
  return { ...client, answerId: (given.body as { id: string }).id };
}

type PlannedFor = 'booking' | 'plan' | 'start' | 'bill' | 'walk_in';
const asked = async (
  { id }: { readonly id: string },
  plannedFor: PlannedFor = 'booking',
  who: { readonly token: string } = house.therapistToken,
) => {
  const query = `storeId=${house.store.id}&serviceIds=${house.serviceId}&plannedFor=${plannedFor}`;
  return (await house.get<Findings>(who, `/staff/clients/${id}/care-check?${query}`)).findings;
};
/** How often somebody read words about her health in a look. */
async function readsOf(clientId: string): Promise<number> {
  const sql = `SELECT id FROM audit_log WHERE subject_id = ? AND action = 'health.read'`;
  return (await house.api.database.rows(sql, [clientId])).length;
}
const confirms = (
  { id, answerId }: { readonly id: string; readonly answerId: string },
  body: object,
  who: { readonly token: string } = house.therapistToken,
): Promise<Answer> =>
  house.post(who, `/staff/clients/${id}/questionnaire-answers/${answerId}/confirm`, body);
const fileOf = ({ id }: Client): Promise<Health> =>
  house.get(house.therapistToken, `/staff/clients/${id}/health`);

describe('what a client told in a questionnaire', () => {
  it.each<PlannedFor>(['booking', 'plan', 'start', 'bill', 'walk_in'])(
    'is judged by the rules for a condition, softly, in the look for a %s',
    async (plannedFor) => {
      const client = await whoSaid(PREGNANT);
      const [found, ...more] = await asked(client, plannedFor);
      expect(more).toEqual([]);
      expect(found).toMatchObject({ severity: 'soft', serviceId: house.serviceId });
      expect(found?.words).toContain('她在问卷里说「是否怀孕：是」');
      expect(found?.words).toContain('改做舒缓护理');
      // Whoever decides at the desk is warned too, and learns nothing of it.
      const plain = await asked(client, plannedFor, house.desk);
      expect(plain).toMatchObject([{ severity: 'soft', kind: 'caution' }]);
      expect(JSON.stringify(plain)).not.toMatch(/怀孕|孕期|问卷/);
      expect(await readsOf(client.id)).toBe(1);
    },
  );

  it('is judged by what the service holds, where it names an ingredient', async () => {
    const client = await whoSaid(REACTS('acid'));
    expect(await asked(client)).toMatchObject([
      { severity: 'soft', kind: 'allergy', serviceId: house.serviceId },
    ]);
  });

  it('is one soft finding where no rule can judge it', async () => {
    const client = await whoSaid(REACTS('needles'));
    const found = await asked(client, 'bill');
    expect(found).toMatchObject([{ severity: 'soft', kind: 'told', serviceId: null }]);
    expect(found[0]?.words).toContain('怕针');
  });

  it('is nothing where she said that nothing is the matter', async () => {
    expect(await asked(await whoSaid(REACTS('none')))).toEqual([]);
  });

  it('stops no booking, and is told to the desk and to her without a word of health', async () => {
    const client = await whoSaid([...PREGNANT, { key: 'reacts', options: ['needles', 'acid'] }]);
    const plain = await asked(client, 'booking', house.desk);
    expect(plain.every(({ kind, severity }) => kind === 'caution' && severity === 'soft')).toBe(
      true,
    );
    expect(plain.length).toBeGreaterThan(0);
    expect(JSON.stringify(plain)).not.toMatch(/怀孕|孕期|水杨酸|怕针|问卷/);
    const path = `/client/care-check?storeId=${house.store.id}&serviceIds=${house.serviceId}`;
    const hers = await house.get<Findings>(client, path);
    expect(hers.findings).toEqual(plain);
    const booked = await house.post(house.desk, '/staff/appointments', {
      ...{ storeId: house.store.id, start: house.store.at(TOMORROW, '11:00') },
      services: [{ serviceId: house.serviceId, staffId: house.therapist.staffId }],
      ...{ customerId: client.id, channel: 'desk' },
    });
    expect(booked.status).toBe(201);
  });

  it('is no more what she says now, and nothing once she took her consent back', async () => {
    const client = await whoSaid(PREGNANT);
    await answer(client, REACTS('none'));
    expect(await asked(client)).toEqual([]);
    const other = await whoSaid(PREGNANT);
    await withdraws(house.api, house.therapistToken.token, other.id);
    expect(await asked(other)).toMatchObject([{ kind: 'consent' }]);
  });
});

describe('a question that the form stopped asking', () => {
  const NEEDLES = [aQuestion('needles', 'yes_no', { label: '怕不怕针', required: false })];
  /** Her file, once she said that she is pregnant and answered the next version, which does not ask for it. */
  async function whoAnsweredOn() {
    const { manager, api } = house;
    const id = await aQuestionnaire(api, manager.token, formWith());
    const publishes = async (revision: number, questions: object[]): Promise<void> => {
      const form = { ...formWith(), questions };
      await house.put(manager, `/staff/questionnaires/${id}/draft`, { revision, form });
      await publish(api, manager.token, id, revision + 1);
    };
    const client = await aClient(api);
    await agreesOnPaper(api, house.therapistToken.token, client.id);
    const says = (version: number, answers: object[]): Promise<Answer> =>
      house.post(client, `/client/questionnaires/${id}/answers`, { version, answers });
    const first = await says(1, PREGNANT);
    await publishes(1, NEEDLES);
    expect((await says(2, [{ key: 'needles', yes: false }])).status).toBe(201);
    return { ...client, answerId: (first.body as { id: string }).id, publishes, says };
  }

  it('leaves what she said to it standing, until she answers it otherwise', async () => {
    const client = await whoAnsweredOn();
    const [found] = await asked(client);
    expect(found?.words).toContain('之后没有再答');
    await client.publishes(2, [...formWith().questions, ...NEEDLES]);
    await client.says(3, [{ key: 'pregnant', yes: false }]);
    expect(await asked(client)).toEqual([]);
  });

  it('is confirmed like any other', async () => {
    const client = await whoAnsweredOn();
    expect((await confirms(client, { key: 'pregnant' })).status).toBe(200);
    expect(await asked(client)).toMatchObject([{ severity: 'hard', kind: 'condition' }]);
  });
});

describe('taking it over into her health file', () => {
  it('makes the file speak: a condition forbids what its rule forbids', async () => {
    const client = await whoSaid(PREGNANT);
    expect((await confirms(client, { key: 'pregnant' })).body).toEqual({ version: 1 });
    const file = await fileOf(client);
    expect(file.conditions).toMatchObject([{ conditionId, until: null }]);
    expect(file.changes).toMatchObject([{ source: 'client' }]);
    const found = await asked(client);
    expect(found).toMatchObject([{ severity: 'hard', kind: 'condition' }]);
    expect(found[0]?.words).not.toContain('问卷');
    expect(codeOf(await confirms(client, { key: 'pregnant' }))).toBe('TOLD_CONFIRMED');
  });

  it('asks how badly she reacts, and keeps what stood in the file', async () => {
    const client = await whoSaid(REACTS('acid'));
    await house.allergic(client.id, { allergies: [], history: '去年做过光子' });
    const refused = await confirms(client, { key: 'reacts' });
    expect(refused.body).toMatchObject({ errors: [{ field: 'severity' }] });
    const severe = { key: 'reacts', severity: 'severe' };
    expect((await confirms(client, severe)).body).toEqual({ version: 2 });
    expect(await fileOf(client)).toMatchObject({
      allergies: [{ ingredientId: house.groupId, severity: 'severe' }],
      history: '去年做过光子',
    });
    expect(await asked(client)).toMatchObject([{ severity: 'hard', kind: 'allergy' }]);
  });

  it('is not needed where somebody wrote it there by hand', async () => {
    const client = await whoSaid(PREGNANT);
    const conditions = [{ conditionId, note: '16 周', until: null }];
    await house.allergic(client.id, { allergies: [], conditions });
    expect(await asked(client)).toMatchObject([{ severity: 'hard', kind: 'condition' }]);
    const path = `/staff/clients/${client.id}/questionnaire-answers`;
    const { items } = await house.get<{ items: { lines: { toConfirm: string | null }[] }[] }>(
      house.therapistToken,
      path,
    );
    expect(items[0]?.lines.map(({ toConfirm }) => toConfirm)).toEqual([null]);
  });

  it('is for those who treat, while she agrees, and only for what she says now', async () => {
    const client = await whoSaid(PREGNANT);
    const body = { key: 'pregnant' };
    expect(codeOf(await confirms(client, body, house.desk))).toBe('FORBIDDEN');
    const strange = await whoSaid(PREGNANT);
    const others = { id: strange.id, answerId: client.answerId };
    expect(codeOf(await confirms(others, body))).toBe('QUESTIONNAIRE_NOT_FOUND');
    await withdraws(house.api, house.therapistToken.token, strange.id);
    expect(codeOf(await confirms(strange, body))).toBe('HEALTH_CONSENT_MISSING');
    await answer(client, PREGNANT);
    expect(codeOf(await confirms(client, body))).toBe('QUESTIONNAIRE_NOT_FOUND');
  });
});

describe('what no rule can judge', () => {
  const judges = (
    client: Parameters<typeof confirms>[0],
    meaning?: object,
    more: object = {},
  ): Promise<Answer> => confirms(client, { key: 'reacts', ...more, ...(meaning && { meaning }) });
  const toAsk = async ({ id }: Client) => {
    const path = `/staff/clients/${id}/questionnaire-answers`;
    const { items } = await house.get<ClientAnswers>(house.therapistToken, path);
    const line = items[0]?.lines.find(({ key }) => key === 'reacts');
    return { toConfirm: line?.toConfirm, toJudge: line?.toJudge };
  };
  const told = { severity: 'soft', kind: 'told' };

  it.each([
    ['nothing', undefined, 'meaning'],
    ['an allergy to nothing', { kind: 'allergy', text: ' ', severity: 'mild' }, 'meaning.text'],
    ['an allergy of no degree', { kind: 'allergy', text: '酒精' }, 'meaning.severity'],
    ['no condition', { kind: 'condition' }, 'meaning.conditionId'],
    ['a strange condition', { kind: 'condition', conditionId: newId() }, 'meaning.conditionId'],
    ['a remark without a reason', { kind: 'remark', text: null }, 'meaning.text'],
  ])(
    'is warned of until somebody says what it is: %s is no word',
    async (_what, meaning, field) => {
      const client = await whoSaid(REACTS('needles'));
      expect(await toAsk(client)).toEqual({ toConfirm: null, toJudge: true });
      const refused = await judges(client, meaning);
      expect([refused.status, refused.body]).toMatchObject([400, { errors: [{ field }] }]);
      expect(await asked(client)).toMatchObject([told]);
    },
  );

  it('is an allergy in her own words: from then on the file warns, or stops', async () => {
    const [mild, severe] = [await whoSaid(REACTS('needles')), await whoSaid(REACTS('needles'))];
    const allergy = { kind: 'allergy', text: house.ingredientName };
    expect((await judges(mild, { ...allergy, severity: 'mild' })).body).toEqual({ version: 1 });
    expect(await asked(mild)).toMatchObject([{ severity: 'soft', kind: 'allergy' }]);
    await judges(severe, { ...allergy, severity: 'severe' });
    expect(await asked(severe)).toMatchObject([{ severity: 'hard', kind: 'allergy' }]);
    expect(await fileOf(severe)).toMatchObject({
      allergies: [{ ingredientId: null, text: house.ingredientName, severity: 'severe' }],
    });
    expect(await toAsk(severe)).toEqual({ toConfirm: null, toJudge: false });
    expect(codeOf(await judges(severe, allergy))).toBe('TOLD_CONFIRMED');
  });

  it('is a condition of the list, which its rules judge', async () => {
    const client = await whoSaid(REACTS('needles'));
    await judges(client, { kind: 'condition', conditionId });
    expect(await asked(client)).toMatchObject([{ severity: 'hard', kind: 'condition' }]);
    const { conditions } = await fileOf(client);
    expect(conditions).toMatchObject([{ conditionId, until: null }]);
    expect(conditions[0]?.note).toContain('怕针');
  });

  it('is nothing to watch once somebody says why, also when the file is written again', async () => {
    const client = await whoSaid(REACTS('needles'));
    await judges(client, { kind: 'remark', text: '只是怕打针，护理不用针' });
    const { history, version } = await fileOf(client);
    expect(history).toMatch(/怕针（无需留意：只是怕打针，护理不用针）/);
    expect(await asked(client)).toEqual([]);
    await house.allergic(client.id, { allergies: [], history: '', version });
    expect(await asked(client)).toEqual([]);
    const { alerts } = await house.get<Summary>(
      house.therapistToken,
      `/staff/clients/${client.id}/care-summary`,
    );
    expect(alerts).toEqual([]);
  });

  it('stays when what the care knowledge names beside it is taken over, and the other way round', async () => {
    const client = await whoSaid(REACTS('acid', 'needles'));
    expect(await toAsk(client)).toEqual({ toConfirm: 'allergy', toJudge: true });
    await judges(client, undefined, { severity: 'severe' });
    expect(await toAsk(client)).toEqual({ toConfirm: null, toJudge: true });
    expect(await asked(client)).toMatchObject([{ severity: 'hard' }, told]);
    const other = await whoSaid(REACTS('acid', 'needles'));
    await judges(other, { kind: 'remark', text: '护理不用针' });
    expect(await toAsk(other)).toEqual({ toConfirm: 'allergy', toJudge: false });
    expect(await asked(other)).toMatchObject([{ severity: 'soft', kind: 'allergy' }]);
    const named = await whoSaid(REACTS('acid'));
    const refused = await judges(named, { kind: 'remark', text: '没事' });
    expect(codeOf(refused)).toBe('TOLD_CONFIRMED');
  });
});

describe('a form', () => {
  const begin = (questions: object[]) =>
    house.post(house.manager, '/staff/questionnaires', { form: { ...formWith(), questions } });

  it('names only conditions and ingredients that there are', async () => {
    const question = (change: object) => aQuestion('q', 'yes_no', { caution: 'yes', ...change });
    const strange = await begin([question({ conditionId: newId() })]);
    expect(strange.body).toMatchObject({ errors: [{ field: 'form.questions.0.conditionId' }] });
    const other = await begin([question({ ingredientId: newId() })]);
    expect(other.body).toMatchObject({ errors: [{ field: 'form.questions.0.ingredientId' }] });
  });

  it('lets only a caution mean something, and tells her nothing of what it means', async () => {
    const begun = await begin([aQuestion('q', 'yes_no', { conditionId })]);
    const { id } = begun.body as { id: string };
    const path = `/staff/questionnaires/${id}/publish`;
    const refused = await house.post(house.manager, path, { revision: 1 });
    expect(refused.body).toMatchObject({ errors: [{ field: 'form.questions.0.caution' }] });
    const { token } = await whoSaid(PREGNANT);
    const shown = await house.get({ token }, `/client/questionnaires/${questionnaireId}`);
    expect(JSON.stringify(shown)).not.toContain(conditionId);
    const written = await house.get(house.manager, `/staff/questionnaires/${questionnaireId}`);
    expect(JSON.stringify(written)).toContain(conditionId);
  });
});
