import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { codeOf } from '../../support/given/index.js';
import { aClient, aStaffToken } from '../../support/people.js';
import { aCareHouse, type CareHouse } from './a-care-house.js';

let house: CareHouse;
beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
});
afterAll(() => house.close());

describe('whether there is a caution', () => {
  it.each(['marketing', 'finance'] as const)(
    'is no business of %s: neither the check nor the summary nor her page tells',
    async (role) => {
      const { id } = await aClient(house.api);
      expect((await house.allergic(id)).status).toBe(200);
      const token = await aStaffToken(house.api, [role], [house.store.id]);
      const query = `storeId=${house.store.id}&serviceIds=${house.serviceId}&plannedFor=booking`;
      for (const path of [`care-check?${query}`, 'care-summary'])
        expect(codeOf(await house.api.call(`/staff/clients/${id}/${path}`, { token }))).toBe(
          'FORBIDDEN',
        );
      const { status, body } = await house.api.call(`/staff/clients/${id}`, { token });
      expect([status, /caution|禁忌/.test(JSON.stringify(body))]).toEqual([200, false]);
      const page = await house.api.call(`/staff/clients/${id}/page`, { token });
      expect(page.body).toMatchObject({ cautions: null, care: null, overview: { alerts: [] } });
    },
  );

  it.each(['desk', 'marketing', 'finance'] as const)(
    'and what the salon knows of ingredients is nothing that %s needs',
    async (role) => {
      const token = await aStaffToken(house.api, [role], [house.store.id]);
      const answer = await house.api.call('/staff/care-knowledge', { token });
      expect(codeOf(answer)).toBe('FORBIDDEN');
    },
  );
});
