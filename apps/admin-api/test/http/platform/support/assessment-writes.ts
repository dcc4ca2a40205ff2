import { A_FORMULA, AN_ASSESSMENT, ASSESSMENT_FORM } from '../../../support/given/assessments.js';
import { TODAY, agreesOnPaper } from '../../../support/given/index.js';
import { aClient, aStaffToken } from '../../../support/people.js';
import type { TestApi } from '../../../support/an-api.js';
import { count, recorded, type Given } from './writes.js';

interface Assessed {
  readonly token: string;
  readonly id: string;
}

/** A client who agreed to health data, and who treats her. */
async function whoAgreed(api: TestApi): Promise<Assessed> {
  const token = await aStaffToken(api, ['manager']);
  const { id } = await aClient(api);
  await agreesOnPaper(api, token, id);
  return { token, id };
}

const first = { ...AN_ASSESSMENT, on: TODAY, appointmentId: null, released: false };
const words = { ...AN_ASSESSMENT.contents, words: '换了一句话' };
const secrets = (): Promise<readonly string[]> => Promise.resolve([AN_ASSESSMENT.contents.words]);

/** Writes of how clients' skin and hair are. */
export const ASSESSMENT_WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/staff/clients/:id/assessments',
    async (api) => {
      const { token, id } = await whoAgreed(api);
      return {
        ...{ path: `/staff/clients/${id}/assessments`, token, body: first, secrets },
        other: { ...first, contents: words },
        effects: () => recorded(api, 'assessment.written', id),
      };
    },
  ],
  [
    'POST /api/staff/assessments/:assessmentId/corrections',
    async (api) => {
      const { token, id } = await whoAgreed(api);
      const path = `/staff/clients/${id}/assessments`;
      const written = await api.call(path, { token, body: first });
      const sheetId = (written.body as { id: string }).id;
      const { formVersion, contents } = AN_ASSESSMENT;
      const body = { formVersion, contents, released: true, version: 1, reason: '写错了部位' };
      return {
        ...{ path: `/staff/assessments/${sheetId}/corrections`, token, body, secrets },
        other: { ...body, contents: words },
        effects: () => recorded(api, 'assessment.corrected', id),
      };
    },
  ],
  [
    'POST /api/staff/clients/:id/formulas',
    async (api) => {
      const { token, id } = await whoAgreed(api);
      const body = { on: TODAY, appointmentId: null, contents: A_FORMULA };
      return {
        ...{ path: `/staff/clients/${id}/formulas`, token, body },
        other: { ...body, contents: { ...A_FORMULA, minutes: 40 } },
        secrets: () => Promise.resolve([A_FORMULA.remark]),
        effects: () => recorded(api, 'formula.written', id),
      };
    },
  ],
  [
    'POST /api/staff/assessment-forms',
    async (api) => {
      const token = await aStaffToken(api, ['manager']);
      const { body } = await api.call('/staff/assessment-forms', { token });
      const { items } = body as { items: { kind: string; version: number }[] };
      const version = items.find(({ kind }) => kind === 'hair')?.version ?? 0;
      const of = 'FROM assessment_form WHERE kind = ? AND version > ?';
      return {
        ...{ path: '/staff/assessment-forms', token, body: { ...ASSESSMENT_FORM, version } },
        other: { ...ASSESSMENT_FORM, version, name: '头发' },
        effects: () => count(api, of, ['hair', String(version)]),
      };
    },
  ],
];
