import type { components } from '@yance/shared-types';
import type { TestApi } from '../../../support/an-api.js';
import { aCareSalon, type CareSalon } from '../../../support/given/care.js';
import { TODAY, TOMORROW, agreesOnPaper, type GivenClient } from '../../../support/given/index.js';
import { aClient } from '../../../support/people.js';
import { count, recorded, type Given } from './writes.js';

type Plan = components['schemas']['CarePlanDto'];

interface APlan {
  readonly salon: CareSalon;
  readonly client: GivenClient;
  readonly plan: Plan;
  readonly body: ReturnType<typeof planOf>;
}

const planOf = ({ store, serviceId }: CareSalon) => ({
  ...{ storeId: store.id, goal: '三个月提亮肤色', problems: '两颊暗沉', homeCare: '美白精华' },
  lines: [
    {
      ...{ lineId: null, serviceId, productIds: [], times: 3 },
      ...{ minDays: 14, maxDays: 21, firstOn: TODAY },
    },
  ],
  propose: true,
});

async function aPlan(api: TestApi): Promise<APlan> {
  const [salon, client] = [await aCareSalon(api), await aClient(api)];
  await agreesOnPaper(api, salon.tokens.manager, client.id);
  const body = planOf(salon);
  const path = `/staff/clients/${client.id}/care-plan`;
  const { plan } = (await salon.post(salon.tokens.manager, path, body))
    .body as components['schemas']['CarePlanAnswerDto'];
  if (!plan) throw new Error('the plan was not taken');
  return { salon, client, plan, body };
}

const versions = (api: TestApi, customerId: string): Promise<number> =>
  count(
    api,
    'FROM care_plan p JOIN care_plan_version v ON v.plan_id = p.id WHERE p.customer_id = ?',
    [customerId],
  );
const secrets = (): Promise<readonly string[]> => Promise.resolve(['提亮肤色', '两颊暗沉']);

/** Writes of what is planned for a client. */
export const CARE_PLAN_WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/staff/clients/:id/care-plan',
    async (api) => {
      const [salon, { id }] = [await aCareSalon(api), await aClient(api)];
      await agreesOnPaper(api, salon.tokens.manager, id);
      const body = planOf(salon);
      return {
        ...{ path: `/staff/clients/${id}/care-plan`, token: salon.tokens.manager, body, secrets },
        other: { ...body, goal: '淡斑' },
        effects: () => versions(api, id),
      };
    },
  ],
  [
    'POST /api/staff/care-plans/:planId/versions',
    async (api) => {
      const { salon, client, plan, body: typed } = await aPlan(api);
      const body = { ...typed, version: 1, reason: '皮肤耐受变好了' };
      return {
        ...{ path: `/staff/care-plans/${plan.id}/versions`, token: salon.tokens.manager },
        ...{ body, other: { ...body, goal: '淡斑' }, secrets },
        effects: async () => (await versions(api, client.id)) - 1,
      };
    },
  ],
  [
    'POST /api/staff/care-plans/:planId/state',
    async (api) => {
      const { salon, client, plan } = await aPlan(api);
      return {
        ...{ path: `/staff/care-plans/${plan.id}/state`, token: salon.tokens.manager },
        ...{ body: { version: 1, to: 'stopped' }, other: { version: 1, to: 'paused' } },
        effects: () => recorded(api, 'care-plan.stopped', client.id),
      };
    },
  ],
  [
    'POST /api/staff/planned-visits',
    async (api) => {
      const { salon, client, plan } = await aPlan(api);
      const wish = { storeId: salon.store.id, planStepId: plan.steps[0]?.id ?? '' };
      const body = { ...wish, start: salon.store.at(TOMORROW, '14:00') };
      return {
        ...{ path: '/staff/planned-visits', token: salon.tokens.therapist, body },
        other: { ...wish, start: salon.store.at(TOMORROW, '16:00') },
        effects: () => count(api, 'FROM appointment WHERE customer_id = ?', [client.id]),
      };
    },
  ],
  [
    'POST /api/client/care-plan/agree',
    async (api) => {
      const { client } = await aPlan(api);
      return {
        ...{ path: '/client/care-plan/agree', token: client.token },
        ...{ body: { version: 1 }, other: { version: 2 } },
        effects: () => recorded(api, 'care-plan.agreed', client.id),
      };
    },
  ],
];
