import type { components } from '@yance/shared-types';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aStaffToken } from '../../support/people.js';
import { aCareHouse, type CareHouse } from './a-care-house.js';

type Entries = components['schemas']['AuditListDto'];

let house: CareHouse;
let clientId: string;
let owner: { token: string };
beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
  clientId = (await house.aMember()).id;
  await house.allergic(clientId);
  owner = { token: await aStaffToken(house.api, ['owner'], [house.store.id]) };
});
afterAll(() => house.close());

const nameOf = async (storeId: string): Promise<string> => {
  const row = await house.api.database.row<{ name: string }>(
    'SELECT name FROM store WHERE id = ?',
    [storeId],
  );
  return row?.name ?? '';
};
const livesAt = (homeStoreId: string | null) =>
  house.api.call(`/staff/clients/${clientId}`, {
    ...{ method: 'PATCH', token: house.manager.token, body: { homeStoreId } },
  });
/** A therapist of a store reads something of hers. @returns the facts of the latest entry of that kind */
async function factsOfRead(storeId: string, path: string, action = 'health.read') {
  const token = await aStaffToken(house.api, ['therapist'], [storeId]);
  expect((await house.api.call(`/staff/clients/${clientId}${path}`, { token })).status).toBe(200);
  const query = `customerId=${clientId}&action=${action}`;
  const { items } = await house.get<Entries>(owner, `/staff/audit?${query}`);
  return items[0]?.facts;
}

describe('a client’s health, read in another store of the brand', () => {
  it.each(['/health', '/page', '/care-summary'])(
    'leaves an entry that says of which store the reader was: %s',
    async (path) => {
      await livesAt(house.store.id);
      const [here, there] = [await nameOf(house.store.id), await nameOf(house.other.id)];
      expect(await factsOfRead(house.other.id, path)).toEqual([
        { name: '查看人门店', value: there },
        { name: '跨店查看，顾客常去', value: here },
      ]);
      expect(await factsOfRead(house.store.id, path)).toEqual([
        { name: '查看人门店', value: here },
      ]);
    },
  );

  it('is no read across stores where she has no home store', async () => {
    await livesAt(null);
    const there = await nameOf(house.other.id);
    expect(await factsOfRead(house.other.id, '/health')).toEqual([
      { name: '查看人门店', value: there },
    ]);
  });

  it('is told in the trail with the deed, sealed like every other fact', async () => {
    await factsOfRead(house.other.id, '/health');
    const row = await house.api.database.row<{ detail: unknown }>(
      `SELECT detail FROM audit_log WHERE subject_id = ? AND action = 'health.read'
       ORDER BY id DESC LIMIT 1`,
      [clientId],
    );
    expect(JSON.stringify(row?.detail)).toContain('sealed');
    expect(JSON.stringify(row?.detail)).not.toContain(house.other.id);
  });
});
