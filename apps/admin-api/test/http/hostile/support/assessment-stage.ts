import { A_FORMULA, AN_ASSESSMENT, ASSESSMENT_FORM } from '../../../support/given/assessments.js';
import { TODAY } from '../../../support/given/index.js';
import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import type { Right } from './right-values.js';

/** An assessment of a client who agreed to health data: its id. @throws Error when the API does not take it */
export async function givenAssessment(
  api: TestApi,
  token: string,
  customerId: string,
): Promise<string> {
  const body = { ...AN_ASSESSMENT, on: TODAY, appointmentId: null, released: true };
  const headers = { 'idempotency-key': newId() };
  const path = `/staff/clients/${customerId}/assessments`;
  const answer = await api.call(path, { token, body, headers });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return (answer.body as { id: string }).id;
}

/** The right values of the members that are about assessments and formulas. */
export function valuesOfAssessments(): Right {
  const of = (call: string, body: object): Right =>
    Object.fromEntries(Object.entries(body).map(([name, value]) => [`${call} ${name}`, value]));
  const first = { ...AN_ASSESSMENT, on: TODAY, appointmentId: null, released: true };
  const { formVersion, contents } = AN_ASSESSMENT;
  const at = '/api/staff/clients/{id}';
  return {
    ...of(`POST ${at}/assessments`, first),
    ...of('POST /api/staff/assessments/{assessmentId}/corrections', {
      ...{ formVersion, contents, released: false, version: 1, reason: '写错了部位' },
    }),
    ...of(`PUT ${at}/assessment-draft`, { ...AN_ASSESSMENT, revision: 0 }),
    ...of(`POST ${at}/formulas`, { on: TODAY, appointmentId: null, contents: A_FORMULA }),
    ...of('POST /api/staff/assessment-forms', { ...ASSESSMENT_FORM, version: 1 }),
  };
}
