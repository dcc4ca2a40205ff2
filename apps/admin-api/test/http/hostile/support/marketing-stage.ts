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

/** A call that waits for the desk of a store, about a coupon of its client: its id. */
export async function givenCall(
  api: TestApi,
  { storeId, customerId, couponId, automationId }: Readonly<Record<CallFact, string>>,
): Promise<string> {
  const id = newId();
  const at = api.clock.now();
  await api.unitOfWork.run((tx) =>
    tx.run(
      `INSERT INTO message (id, message_key, customer_id, about_id, sent_for_id, store_id, kind, channel, state,
         created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, 'coupon_given', 'call', 'to_call', ?, ?)`,
      [id, `coupon.given:${id}:call`, customerId, couponId, automationId, storeId, at, at],
    ),
  );
  return id;
}
type CallFact = 'storeId' | 'customerId' | 'couponId' | 'automationId';

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
    'POST /api/staff/calls/{callId}/settle result': 'not_reached',
    // When a store reminds of visits.
    ...{ dayBefore: true, dayBeforeHour: 18, soon: true, soonMinutes: 60, byCall: true },
    ...{ tellFromHour: 9, tellUntilHour: 21 },
    'PUT /api/client/marketing-choice version': 0,
    'PUT /api/staff/clients/{id}/marketing-choice version': 0,
  };
}
