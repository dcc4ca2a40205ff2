import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { agreesOnPaper } from '../../../support/given/index.js';
import { A_FORM, ANSWERS, aQuestionnaire } from '../../../support/given/questionnaires.js';
import { aClient, aStaffToken } from '../../../support/people.js';
import { SIGNATURE } from '../../../support/signature.js';
import { count, recorded, type Given } from './writes.js';

const BODY = { version: 1, answers: ANSWERS, signature: SIGNATURE };
const OTHER = { ...BODY, answers: ANSWERS.slice(0, 4) };
const FOUND = { kind: 'allergy', text: '怕疼', severity: 'mild' };
const secrets = (): Promise<readonly string[]> => Promise.resolve(['四个月', '怕疼']);

/** A questionnaire, somebody who may answer it, and a manager. */
async function asked(api: TestApi) {
  const manager = await aStaffToken(api, ['manager']);
  const { id, token } = await aClient(api);
  await agreesOnPaper(api, manager, id);
  return { manager, id, token, questionnaireId: await aQuestionnaire(api, manager) };
}

/** A form with a title of its own, so that its rows can be counted. */
const aForm = () => ({ ...A_FORM, title: `问卷${newId()}` });

/** Writes of what clients are asked, and of what they answer. */
export const QUESTIONNAIRE_WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/client/questionnaires/:questionnaireId/answers',
    async (api) => {
      const { id, token, questionnaireId } = await asked(api);
      return {
        ...{ path: `/client/questionnaires/${questionnaireId}/answers`, token, body: BODY },
        ...{ other: OTHER, secrets, effects: () => recorded(api, 'questionnaire.answered', id) },
      };
    },
  ],
  [
    'POST /api/staff/clients/:id/questionnaires/:questionnaireId/answers',
    async (api) => {
      const { id, questionnaireId } = await asked(api);
      const path = `/staff/clients/${id}/questionnaires/${questionnaireId}/answers`;
      return {
        ...{ path, token: await aStaffToken(api, ['desk']), body: BODY, other: OTHER, secrets },
        effects: () => recorded(api, 'questionnaire.answered', id),
      };
    },
  ],
  [
    'POST /api/staff/clients/:id/questionnaire-answers/:answerId/confirm',
    async (api) => {
      const { manager, id, token, questionnaireId } = await asked(api);
      const given = await api.call(`/client/questionnaires/${questionnaireId}/answers`, {
        ...{ token, body: BODY, headers: { 'idempotency-key': newId() } },
      });
      const { id: answerId } = given.body as { id: string };
      return {
        path: `/staff/clients/${id}/questionnaire-answers/${answerId}/confirm`,
        ...{ token: manager, body: { key: 'pregnant', meaning: FOUND } },
        ...{ other: { key: 'skin', meaning: FOUND }, secrets },
        effects: () => recorded(api, 'health.written', id),
      };
    },
  ],
  [
    'POST /api/staff/questionnaires',
    async (api) => {
      const form = aForm();
      const of = "FROM questionnaire WHERE JSON_UNQUOTE(JSON_EXTRACT(draft, '$.title')) = ?";
      return {
        ...{ path: '/staff/questionnaires', token: await aStaffToken(api, ['manager']) },
        ...{ body: { form }, other: { form: aForm() } },
        effects: () => count(api, of, [form.title]),
      };
    },
  ],
  [
    'POST /api/staff/questionnaires/:questionnaireId/publish',
    async (api) => {
      const token = await aStaffToken(api, ['manager']);
      const headers = { 'idempotency-key': newId() };
      const path = '/staff/questionnaires';
      const begun = await api.call(path, { token, body: { form: aForm() }, headers });
      const { id } = begun.body as { id: string };
      return {
        ...{ path: `${path}/${id}/publish`, token, body: { revision: 1 }, other: { revision: 2 } },
        effects: () => count(api, 'FROM questionnaire_version WHERE questionnaire_id = ?', [id]),
      };
    },
  ],
];
