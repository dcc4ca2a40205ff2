import { newId } from '../../../../src/platform/ids/index.js';
import type { components } from '@yance/shared-types';
import type { TestApi } from '../../../support/an-api.js';
import { TODAY, agreesOnPaper } from '../../../support/given/index.js';
import type { Right } from './right-values.js';

/** Right values and ids of calls about plans of care. */
export interface GivenPlan {
  readonly ids: Readonly<Record<string, string>>;
  readonly values: Right;
}

/** Proposes a plan to a client. @throws Error when the API does not take it */
export async function givenPlan(
  api: TestApi,
  token: string,
  { storeId, serviceId, customerId }: Readonly<Record<string, string>>,
): Promise<GivenPlan> {
  const line = { lineId: null, serviceId, productIds: [], times: 3, firstOn: TODAY };
  const values = {
    ...{ goal: '三个月提亮肤色', problems: '两颊暗沉', homeCare: '早晚美白精华', propose: true },
    lines: [{ ...line, minDays: 14, maxDays: 21 }],
  };
  await agreesOnPaper(api, token, customerId ?? '');
  const headers = { 'idempotency-key': newId() };
  const body = { storeId, ...values };
  const answer = await api.call(`/staff/clients/${customerId}/care-plan`, { token, body, headers });
  const { plan } = answer.body as components['schemas']['CarePlanAnswerDto'];
  if (!plan) throw new Error(JSON.stringify(answer.body));
  const stepId = plan.steps[0]?.id ?? '';
  return {
    ids: { 'care-plans': plan.id, steps: stepId },
    values: {
      ...{ goal: values.goal, problems: values.problems, homeCare: values.homeCare },
      ...{ propose: true, score: 5, words: '很舒服', planStepId: stepId },
      'POST /api/client/appointments planStepId': undefined,
      'POST /api/staff/planned-visits useSession': 'auto',
      'POST /api/staff/care-plans/{planId}/state to': 'paused',
      'POST /api/staff/clients/{id}/care-plan lines': values.lines,
      'POST /api/staff/care-plans/{planId}/versions lines': values.lines,
    },
  };
}
