import type { components } from '@yance/shared-types';
import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { AN_AUTOMATION } from '../../../support/given/birthdays.js';
import { aStaffToken } from '../../../support/people.js';
import type { Right } from './right-values.js';

/** A birthday automation of a store that is on: its id. @throws Error when the API does not take it */
export async function givenAutomation(
  api: TestApi,
  storeId: string,
  templateId: string,
): Promise<string> {
  const token = await aStaffToken(api, ['marketing'], [storeId]);
  const body = { ...AN_AUTOMATION, templateId, storeIds: [storeId] };
  const headers = { 'idempotency-key': newId() };
  const answer = await api.call('/staff/automations', { token, body, headers });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return (answer.body as components['schemas']['AutomationDto']).id;
}

/** The right values of the members that are about marketing. */
export function valuesOfMarketing(storeId: string): Right {
  const { name: _name, state, ...others } = AN_AUTOMATION;
  const write = ['POST /api/staff/automations', 'PUT /api/staff/automations/{automationId}'];
  return {
    ...{ ...others, optedOut: false, sms: true, calls: true },
    ...Object.fromEntries(
      write.flatMap((call) => [
        [`${call} state`, state],
        [`${call} storeIds`, [storeId]],
      ]),
    ),
    'POST /api/staff/automations/{automationId}/run-now dryRun': '1',
    'PUT /api/client/marketing-choice version': 0,
    'PUT /api/staff/clients/{id}/marketing-choice version': 0,
  };
}
