import type { TestApi } from '../an-api.js';
import { aStaffToken } from '../people.js';
import { aStore } from './index.js';

/** A store with a client, and two people of whom one may ask for its list and the other agree. */
export async function anExportHouse(api: TestApi, at?: string) {
  const storeId = at ?? (await aStore(api)).id;
  const first = await aStaffToken(api, ['manager'], [storeId]);
  const second = await aStaffToken(api, ['manager'], [storeId]);
  const client = { name: '顾青岚', gender: 'female', homeStoreId: storeId, source: 'walk_in' };
  await api.call('/staff/clients', { token: first, body: client });
  const request = {
    ...{ storeId, kind: 'clients', format: 'csv', columns: ['name'], filter: { storeId } },
    reason: '核对会员人数',
  };
  return {
    ...{ storeId, first, second, request },
    /** Asked for; its id. */
    ask: async (token: string): Promise<string> => {
      const { status, body } = await api.call('/staff/client-exports', { token, body: request });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return (body as { id: string }).id;
    },
  };
}
