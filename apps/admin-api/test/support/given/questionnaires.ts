import type { components } from '@yance/shared-types';
import type { TestApi } from '../an-api.js';
import { aKey } from './visit.js';

export type Form = components['schemas']['QuestionnaireFormDto'];
export type Question = Form['questions'][number];
export type Given = components['schemas']['AnswerQuestionnaireDto']['answers'];

/** A question of a kind with nothing that another kind uses. */
export const aQuestion = (key: string, kind: Question['kind'], change: object = {}): Question => ({
  ...{ key, kind, label: `第 ${key} 题`, help: '', required: true, options: [] },
  ...{ explain: null, caution: null, unit: '', least: null, most: null, shownWhen: null },
  ...change,
});

/** Asks for one of each kind; pregnancy is a caution, and a yes to it asks for the week. */
export const A_FORM: Form = {
  ...{ title: '术前健康问卷', intro: '请如实填写，只有为您护理的人看得到。' },
  ...{ asked: true, health: true, signed: true, guardianBelow: 14, validDays: 90, serviceIds: [] },
  questions: [
    aQuestion('pregnant', 'yes_no', { label: '是否怀孕或备孕', explain: 'yes', caution: 'yes' }),
    aQuestion('week', 'number', {
      ...{ label: '孕周', required: false, unit: '周', least: 1, most: 42 },
      shownWhen: { key: 'pregnant', answer: 'yes' },
    }),
    aQuestion('skin', 'single', {
      label: '肤感',
      options: [
        { key: 'calm', label: '平稳', caution: false },
        { key: 'burning', label: '刺痛', caution: true },
      ],
    }),
    aQuestion('used', 'several', {
      ...{ label: '近期用过', required: false },
      options: [
        { key: 'acid', label: '果酸', caution: false },
        { key: 'retinol', label: '维A', caution: false },
      ],
    }),
    aQuestion('since', 'date', { label: '上次做是哪天', required: false }),
    aQuestion('words', 'text', { label: '还想告诉我们什么', required: false }),
  ],
};

/** Right for the form, and a caution. */
export const ANSWERS: Given = [
  { key: 'pregnant', yes: true, text: '四个月' },
  { key: 'week', number: 17 },
  { key: 'skin', options: ['calm'] },
  { key: 'used', options: ['acid', 'retinol'] },
  { key: 'since', day: '2026-10-01' },
  { key: 'words', text: '怕疼' },
];

/**
 * A questionnaire in force: its id. `token` may write rules of care.
 * @throws Error when the API does not take it
 */
export async function aQuestionnaire(
  api: TestApi,
  token: string,
  change: Partial<Form> = {},
): Promise<string> {
  const begun = await api.call('/staff/questionnaires', {
    ...{ token, body: { form: { ...A_FORM, ...change } }, headers: { 'idempotency-key': aKey() } },
  });
  if (begun.status !== 201) throw new Error(JSON.stringify(begun.body));
  const { id } = begun.body as { id: string };
  await publish(api, token, id, 1);
  return id;
}

/** Puts the draft of a revision in force. @throws Error when the API does not take it */
export async function publish(
  api: TestApi,
  token: string,
  id: string,
  revision: number,
): Promise<void> {
  const headers = { 'idempotency-key': aKey() };
  const path = `/staff/questionnaires/${id}/publish`;
  const answer = await api.call(path, { token, body: { revision }, headers });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}
