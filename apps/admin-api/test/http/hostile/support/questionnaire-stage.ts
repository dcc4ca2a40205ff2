import type { components } from '@yance/shared-types';
import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { agreesOnPaper } from '../../../support/given/index.js';
import { A_FORM, aQuestion, aQuestionnaire } from '../../../support/given/questionnaires.js';
import { SIGNATURE } from '../../../support/signature.js';
import type { Right } from './right-values.js';

type Schemas = components['schemas'];

/** Asks for nothing that needs a consent; one question of each member of an answer. */
const FORM = {
  ...{ ...A_FORM, health: false },
  questions: [
    aQuestion('first', 'yes_no', { explain: 'yes' }),
    aQuestion('feel', 'several', {
      options: [
        { key: 'calm', label: '平稳', caution: false },
        { key: 'tight', label: '紧绷', caution: false },
      ],
    }),
    aQuestion('week', 'number', { unit: '周', least: 1, most: 42 }),
    aQuestion('since', 'date'),
    aQuestion('words', 'text', { shownWhen: { key: 'first', answer: 'yes' } }),
  ],
};
const ANSWERS = [
  // The members of other kinds are null: each has its right value here.
  { key: 'first', yes: true, text: '四个月', options: null, number: null, day: null },
  { key: 'feel', options: ['calm'] },
  { key: 'week', number: 17 },
  { key: 'since', day: '2026-10-01' },
  { key: 'words', text: '怕疼' },
];

/** What a caution may mean. */
interface Meaning {
  readonly conditionId: string;
  readonly ingredientId: string;
}

/** A draft may be unfinished, so its first question says everything that any kind could. */
const draftWith = (meaning: Meaning) => ({
  ...{ ...FORM, serviceIds: [] },
  questions: [
    aQuestion('first', 'single', {
      options: FORM.questions[1]?.options.map((option) => ({ ...option, ...meaning })),
      ...{ explain: 'yes', caution: 'yes', unit: '周', ...meaning },
      ...{ least: 1, most: 42, shownWhen: { key: 'other', answer: 'yes' } },
    }),
  ],
});

/** She said something that nobody has confirmed. @returns the id of the answer. @throws Error when it is refused */
async function aCaution(
  api: TestApi,
  owner: string,
  { id, token }: { readonly id: string; readonly token: string },
): Promise<string> {
  await agreesOnPaper(api, owner, id);
  const questions = [aQuestion('first', 'yes_no', { caution: 'yes' })];
  const form = await aQuestionnaire(api, owner, { ...A_FORM, signed: false, questions });
  const given = await api.call(`/client/questionnaires/${form}/answers`, {
    ...{ token, body: { version: 1, answers: [{ key: 'first', yes: true }] } },
    headers: { 'idempotency-key': newId() },
  });
  if (given.status !== 201) throw new Error(JSON.stringify(given.body));
  return (given.body as Schemas['QuestionnaireAnsweredDto']).id;
}

export interface GivenQuestionnaires {
  readonly ids: Readonly<Record<string, string>>;
  readonly values: Right;
}

/** A questionnaire in force, one that waits to be published, and an answer of a client. @throws Error when one is refused */
export async function givenQuestionnaires(
  api: TestApi,
  owner: string,
  { id: clientId, token }: { readonly id: string; readonly token: string },
  meaning: Meaning,
): Promise<GivenQuestionnaires> {
  const id = await aQuestionnaire(api, owner, FORM);
  const send = (path: string, body: object, by = owner) =>
    api.call(path, { token: by, body, headers: { 'idempotency-key': newId() } });
  const begun = await send('/staff/questionnaires', { form: FORM });
  const waiting = (begun.body as Schemas['QuestionnaireBegunDto']).id;
  const body = { version: 1, answers: ANSWERS, signature: SIGNATURE };
  const given = await send(`/client/questionnaires/${id}/answers`, body, token);
  if (given.status !== 201) throw new Error(JSON.stringify(given.body));
  const caution = await aCaution(api, owner, { id: clientId, token });
  const answers = '/api/staff/clients/{id}/questionnaire-answers/{answerId}';
  return {
    ids: {
      questionnaires: id,
      'questionnaire-answers': (given.body as Schemas['QuestionnaireAnsweredDto']).id,
      'POST /api/staff/questionnaires/{questionnaireId}/publish questionnaires': waiting,
      [`GET ${answers} clients`]: clientId,
      [`POST ${answers}/confirm clients`]: clientId,
      [`POST ${answers}/confirm questionnaire-answers`]: caution,
    },
    values: {
      ...{ form: draftWith(meaning), answers: ANSWERS },
      [`POST ${answers}/confirm key`]: 'first',
      [`POST ${answers}/confirm severity`]: 'mild',
      [`POST ${answers}/confirm meaning`]: {
        ...{
          kind: 'remark',
          text: '护理不用针',
          severity: 'mild',
          conditionId: meaning.conditionId,
        },
      },
      'PUT /api/staff/questionnaires/{questionnaireId}/draft revision': 1,
      'POST /api/staff/questionnaires/{questionnaireId}/publish revision': 1,
      'POST /api/client/questionnaires/{questionnaireId}/answers version': 1,
      'POST /api/staff/clients/{id}/questionnaires/{questionnaireId}/answers version': 1,
    },
  };
}
