import type { components } from '@yance/shared-types';
import { NameSkill } from '../../../../src/modules/staff/index.js';
import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { TODAY, TOMORROW } from '../../../support/given/index.js';
import { agreedTo, aLeave, askedFor } from '../../../support/given/shift-requests.js';
import { aStaffToken } from '../../../support/people.js';
import type { Right } from './right-values.js';

const HOURS = { startMinute: 600, endMinute: 1140, breaks: [{ startMinute: 780, endMinute: 825 }] };

/** A shift template of a store: its id. @throws Error when the API does not take it */
export async function givenTemplate(api: TestApi, storeId: string): Promise<string> {
  const token = await aStaffToken(api, ['manager'], [storeId]);
  const body = { storeId, name: '早班', colour: 'amber', ...HOURS };
  const headers = { 'idempotency-key': newId() };
  const answer = await api.call('/staff/shift-templates', { token, body, headers });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return (answer.body as components['schemas']['ShiftTemplateDto']).id;
}

const QUALIFY = 'POST /api/staff/qualifications/{id}';
const ASK = 'POST /api/staff/my-shift-requests';
const CALL = 'POST /api/staff/shift-requests/{id}';

/** What people of a store ask for at each step of its way, by call; `token` asks for what she may take back. */
export async function givenRequests(
  api: TestApi,
  storeId: string,
  token: string,
): Promise<Readonly<Record<string, string>>> {
  const hers = await aStaffToken(api, ['therapist'], [storeId]);
  const ask = (date: string, who = hers) => askedFor(api, who, aLeave(storeId, date));
  const agreed = await ask('2026-12-03');
  await agreedTo(api, storeId, agreed);
  return {
    'my-shift-requests': await ask('2026-12-01', token),
    'shift-requests': await ask('2026-12-01'),
    [`${CALL}/refuse shift-requests`]: await ask('2026-12-02'),
    [`${CALL}/call-off shift-requests`]: agreed,
  };
}

/** A skill that the house knows. */
export const givenSkill = (api: TestApi): Promise<string> =>
  api.unitOfWork.run((tx) =>
    api.app.get(NameSkill, { strict: false }).execute(tx, `光电 ${newId()}`),
  );

/** The right values of the members that are about shifts. */
export function valuesOfShifts(staffId: string, templateId: string, skillId: string): Right {
  const change = 'POST /api/staff/shift-plan/changes';
  const templates = ['POST /api/staff/shift-templates', 'POST /api/staff/shift-templates/{id}'];
  const shifts = [{ ...HOURS, templateId: null }];
  return {
    ...HOURS,
    ...{ dryRun: true, seenVisits: [], leaveKind: 'personal' },
    ...{ [`${ASK}/leave to`]: TODAY, [`${ASK}/leave words`]: '家里有事' },
    ...{ [`${ASK}/hours date`]: TOMORROW, [`${ASK}/hours words`]: '和晓晓换班' },
    [`${ASK}/hours templateId`]: templateId,
    ...{ isRequired: false, skillId, has: true },
    [`${QUALIFY}/certificate validUntil`]: '2027-11-23',
    ...{
      [`${QUALIFY}/certificate number`]: '沪健A20260001',
      [`${QUALIFY}/certificate version`]: 0,
    },
    [`${change} days`]: [{ staffId, date: TODAY, seen: '', shifts }],
    ...Object.fromEntries(
      templates.flatMap((call) => [
        [`${call} name`, '早班'],
        [`${call} colour`, 'amber'],
        [`${call} state`, 'active'],
      ]),
    ),
  };
}
