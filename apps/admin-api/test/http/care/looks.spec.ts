import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { TODAY, agreesOnPaper, type Visit } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import { taken } from '../checkout/a-desk.js';
import { aCareHouse, type CareHouse, type Findings } from './a-care-house.js';

type Planned = components['schemas']['CarePlanAnswerDto'];

let house: CareHouse;
beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
});
afterAll(() => house.close());

/** What the product is called, as a client says it; the service holds nothing of the kind. */
const OWN_WORDS = { ingredientId: null, text: '舒缓面膜', severity: 'severe' };

async function anAllergicClient() {
  const client = await aClient(house.api);
  taken(await house.allergic(client.id, { allergies: [OWN_WORDS] }));
  return client;
}

/** A visit of a plan that names the product. @returns its id */
async function aPlannedVisit(clientId: string): Promise<string> {
  await agreesOnPaper(house.api, house.therapistToken.token, clientId);
  const { id: storeId } = house.store;
  const line = { lineId: null, serviceId: house.serviceId, productIds: [house.productId] };
  const rhythm = { times: 1, minDays: 2, maxDays: 4, firstOn: TODAY };
  const { plan } = taken<Planned>(
    await house.post(house.therapistToken, `/staff/clients/${clientId}/care-plan`, {
      ...{ storeId, goal: '三个月提亮肤色', problems: '', homeCare: '', propose: true },
      lines: [{ ...line, ...rhythm }],
    }),
  );
  const wish = {
    ...{ storeId, planStepId: plan?.steps[0]?.id, start: house.store.at(TODAY, '15:00') },
    staffId: house.therapist.staffId,
  };
  return taken<Visit>(await house.post(house.therapistToken, '/staff/planned-visits', wish)).id;
}

/** Products that a look speaks of. */
async function productsIn(clientId: string, look: string): Promise<string[]> {
  const path = `/staff/clients/${clientId}/care-check?storeId=${house.store.id}&${look}`;
  const { findings } = await house.get<Findings>(house.desk, path);
  return findings.flatMap(({ productId }) => productId ?? []);
}

describe('a look before something is done', () => {
  it('has the products that the plan of a visit names go along, and those of nobody else’s visit', async () => {
    const client = await aClient(house.api);
    const visitId = await aPlannedVisit(client.id);
    taken(await house.allergic(client.id, { allergies: [OWN_WORDS] }));
    const look = `serviceIds=${house.serviceId}&plannedFor=start&subjectId=${visitId}`;
    expect(await productsIn(client.id, look)).toEqual([house.productId]);
    const other = await anAllergicClient();
    expect(await productsIn(other.id, look)).toEqual([]);
  });

  it('takes as many products as a plan can name', async () => {
    const { id } = await anAllergicClient();
    const eighty = Array<string>(80).fill(house.productId).join(',');
    expect(await productsIn(id, `productIds=${eighty}&plannedFor=plan`)).toEqual([house.productId]);
  });
});
