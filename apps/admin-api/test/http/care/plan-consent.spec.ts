import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { TODAY, aKey, agreesOnPaper, codeOf, withdraws } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import { taken } from '../checkout/a-desk.js';
import { aCareHouse, type CareHouse } from './a-care-house.js';

type Schemas = components['schemas'];
type Plan = Schemas['CarePlanDto'];
type Who = { readonly token: string };

let house: CareHouse;
beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
});
afterAll(() => house.close());

const WORDS = { goal: '三个月提亮肤色', problems: '两颊暗沉', homeCare: '早晚美白精华' };
const LINE = { lineId: null, productIds: [], times: 3, minDays: 2, maxDays: 4, firstOn: TODAY };
const planBody = () => ({
  ...{ storeId: house.store.id, ...WORDS, propose: true },
  lines: [{ ...LINE, serviceId: house.serviceId }],
});
const planPath = (clientId: string): string => `/staff/clients/${clientId}/care-plan`;
const planIn = (answer: Answer): Plan => {
  const { plan } = taken<Schemas['CarePlanAnswerDto']>(answer);
  if (!plan) throw new Error('there is no plan');
  return plan;
};
const read = async (clientId: string): Promise<Plan> =>
  planIn(await house.api.call(planPath(clientId), house.therapistToken));
/** Once she agreed to what is kept of her health. */
async function create(clientId: string): Promise<Answer> {
  await agreesOnPaper(house.api, house.therapistToken.token, clientId);
  return house.post(house.therapistToken, planPath(clientId), planBody());
}
const change = ({ id, version, lines }: Plan) =>
  house.post(house.therapistToken, `/staff/care-plans/${id}/versions`, {
    ...{ ...planBody(), version, reason: '皮肤耐受变好了' },
    lines: lines.map(({ serviceName: _name, products, ...kept }) => ({
      ...{ ...kept, productIds: products.map(({ productId }) => productId) },
    })),
  });
const stop = ({ id, version }: Plan) =>
  house.post(house.therapistToken, `/staff/care-plans/${id}/state`, { version, to: 'stopped' });

describe('a care plan without her consent to health data', () => {
  const words = async (who: Who, path: string) => JSON.stringify(await house.get(who, path));
  const said = new RegExp(Object.values(WORDS).join('|'));

  it('is not written, and not changed once she took it back; it can still be stopped', async () => {
    const { id } = await aClient(house.api);
    const refused = await house.post(house.therapistToken, planPath(id), planBody());
    expect([refused.status, codeOf(refused)]).toEqual([409, 'HEALTH_CONSENT_MISSING']);
    const plan = planIn(await create(id));
    await withdraws(house.api, house.therapistToken.token, id);
    expect(codeOf(await change(plan))).toBe('HEALTH_CONSENT_MISSING');
    expect((await stop(plan)).status).toBe(200);
  });

  it('has its words hidden at work and on her phone, and stand again once she agrees anew', async () => {
    const client = await aClient(house.api);
    taken(await create(client.id));
    expect(await words(house.therapistToken, planPath(client.id))).toMatch(said);
    await withdraws(house.api, house.therapistToken.token, client.id);
    for (const [who, path] of [
      [house.therapistToken, planPath(client.id)],
      [client, '/client/care-plan'],
    ] as const)
      expect(await words(who, path)).not.toMatch(said);
    const hidden = await read(client.id);
    expect(hidden).toMatchObject({ consent: 'withdrawn', goal: '', version: 1 });
    expect(hidden.steps).toHaveLength(3);
    expect(hidden.lines.map(({ serviceId }) => serviceId)).toEqual([house.serviceId]);
    await agreesOnPaper(house.api, house.therapistToken.token, client.id);
    expect(await words(house.therapistToken, planPath(client.id))).toMatch(said);
  });
});

describe('a plan', () => {
  it('is written once, however often it is sent', async () => {
    const { id } = await aClient(house.api);
    await agreesOnPaper(house.api, house.therapistToken.token, id);
    const headers = { 'idempotency-key': aKey() };
    const send = () =>
      house.api.call(planPath(id), { ...house.therapistToken, body: planBody(), headers });
    const answers = [await send(), await send()];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
  });
});
