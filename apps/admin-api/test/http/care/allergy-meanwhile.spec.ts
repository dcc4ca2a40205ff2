import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { SaveHealthFile } from '../../../src/modules/care/index.js';
import type { StaffPrincipal } from '../../../src/platform/auth/index.js';
import type { Tx } from '../../../src/platform/database/index.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { agreesOnPaper, codeOf } from '../../support/given/index.js';
import { meanwhile } from '../../support/meanwhile.js';
import { aClient } from '../../support/people.js';
import { taken } from '../checkout/a-desk.js';
import { aCareHouse, type CareHouse } from './a-care-house.js';

let house: CareHouse;
beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
});
afterAll(() => house.close());

/** Her therapist writes down that she does not tolerate what the house's service holds. */
const writesAllergy = (customerId: string) => (tx: Tx) => {
  const { staffId } = house.therapist;
  const by: StaffPrincipal = {
    ...{ kind: 'staff', staffId, name: '美容师', roles: ['therapist'], sessionId: '' },
    ...{ storeIds: [house.store.id], permissions: new Set() },
  };
  const allergy = { ingredientId: house.groupId, text: '', severity: 'severe' } as const;
  const facts = { allergies: [allergy], conditions: [], patchTests: [], history: '' };
  const save = house.api.app.get(SaveHealthFile, { strict: false });
  return save.execute(tx, by, customerId, 0, facts);
};

it('an allergy that is written in the same moment is waited for, and stops the start of a visit', async () => {
  const client = await aClient(house.api);
  await agreesOnPaper(house.api, house.therapistToken.token, client.id);
  const { id } = await house.visit('15:00', client);
  const step = (name: string) => house.post(house.desk, `/staff/appointments/${id}/${name}`, {});
  taken(await step('arrive'));
  const [answer] = await meanwhile(house.api, writesAllergy(client.id), () => [step('start')]);
  expect(answer && [answer.status, codeOf(answer)]).toEqual([409, 'CARE_CONTRAINDICATED']);
});
