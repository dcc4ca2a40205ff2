import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import {
  AN_AUTOMATION,
  aBirthdaySalon,
  type BirthdaySalon,
} from '../../../support/given/birthdays.js';
import { givenCall } from '../../hostile/support/marketing-stage.js';
import { count, type Given, type Write } from './writes.js';

/** One for an API: its people sign in once. */
const salons = new WeakMap<TestApi, Promise<BirthdaySalon>>();

const at =
  (given: (salon: BirthdaySalon, api: TestApi) => Promise<Write>): Given =>
  async (api) => {
    const salon = salons.get(api) ?? aBirthdaySalon(api);
    salons.set(api, salon);
    return given(await salon, api);
  };

/** Writes of marketing, in a salon of their own. */
export const MARKETING_WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/staff/automations',
    at(async (salon, api) => {
      const { id: templateId } = await salon.aTemplate();
      const body = {
        ...AN_AUTOMATION,
        name: `礼${newId()}`,
        templateId,
        storeIds: [salon.store.id],
      };
      return {
        ...{ path: '/staff/automations', token: salon.tokens.marketing },
        ...{ body, other: { ...body, daysBefore: 1 } },
        effects: () => count(api, 'FROM automation WHERE name = ?', [body.name]),
      };
    }),
  ],
  [
    'POST /api/staff/automations/:automationId/run-now',
    at(async (salon, api) => {
      const { id } = await salon.anAutomation();
      return {
        ...{ path: `/staff/automations/${id}/run-now`, token: salon.tokens.marketing },
        ...{ body: {}, other: { a: 1 } },
        effects: () =>
          count(api, "FROM job WHERE queue = 'marketing.run' AND payload LIKE ?", [`%${id}%`]),
      };
    }),
  ],
  [
    'POST /api/staff/calls/:callId/settle',
    at(async (salon, api) => {
      const customerId = await salon.aFile();
      const { id: templateId } = await salon.aTemplate();
      const { id: couponId } = await salon.give(templateId, customerId);
      const { id: automationId } = await salon.anAutomation({ templateId });
      const facts = { storeId: salon.store.id, customerId, couponId, automationId };
      const id = await givenCall(api, facts);
      return {
        ...{ path: `/staff/calls/${id}/settle`, token: salon.tokens.desk },
        ...{ body: { result: 'not_reached' }, other: { result: 'called' } },
        effects: () =>
          count(api, "FROM audit_log WHERE action = 'client.called' AND subject_id = ?", [
            customerId,
          ]),
      };
    }),
  ],
];
