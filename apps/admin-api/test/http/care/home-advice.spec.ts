import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Answer } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { MONDAY_TEN, TODAY, aService, codeOf, exceptionFor } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import { taken } from '../checkout/a-desk.js';
import { aCareHouse, type CareHouse } from './a-care-house.js';

type Planned = components['schemas']['CarePlanAnswerDto'];

let house: CareHouse;
let clientId: string;
let harmlessId: string;
beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
  harmlessId = await aService(house.api, house.store);
});
beforeEach(async () => {
  house.api.clock.set(MONDAY_TEN);
  clientId = (await aClient(house.api)).id;
  taken(await house.allergic(clientId));
});
afterAll(() => house.close());

/** A plan of a harmless service, with this to do at home. */
const plan = (homeCare: string, more: object = {}): Promise<Answer> =>
  house.post(house.therapistToken, `/staff/clients/${clientId}/care-plan`, {
    ...{ storeId: house.store.id, goal: '三个月提亮肤色', problems: '', homeCare, propose: true },
    lines: [
      {
        ...{ lineId: null, serviceId: harmlessId, productIds: [], times: 3 },
        ...{ minDays: 2, maxDays: 4, firstOn: TODAY },
      },
    ],
    ...more,
  });

it('what she does not tolerate is not planned for home in words either, without two people', async () => {
  const advice = `早晚补水，每晚用${house.ingredientName}精华。`;
  const refused = await plan(advice);
  expect([refused.status, codeOf(refused)]).toEqual([409, 'CARE_CONTRAINDICATED']);
  const second = { ...house.manager, reason: '已做小面积试用' };
  const planned = taken<Planned>(await plan(advice, await exceptionFor(house, refused, second)));
  expect(planned.plan).toMatchObject({ homeCare: advice, overrides: [{ contextKind: 'plan' }] });
});

it('she is told freely what to leave out', async () => {
  const advice = `早晚补水，不要用${house.ingredientName}。`;
  expect(taken<Planned>(await plan(advice)).plan).toMatchObject({ homeCare: advice });
});
