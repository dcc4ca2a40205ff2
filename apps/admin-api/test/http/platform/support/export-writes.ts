import type { TestApi } from '../../../support/an-api.js';
import { anExportHouse } from '../../../support/given/exports.js';
import { count, type Given } from './writes.js';

const at =
  (what: 'withdraw' | 'approve' | 'decline', body: object): Given =>
  async (api: TestApi) => {
    const { ask, first, second } = await anExportHouse(api);
    const id = await ask(first);
    return {
      ...{ path: `/staff/client-exports/${id}/${what}`, body },
      token: what === 'withdraw' ? first : second,
      other: { reason: '换一个原因' },
      effects: () =>
        count(api, "FROM audit_log WHERE subject_id = ? AND action <> 'clients.export_requested'", [
          id,
        ]),
    };
  };

/** Writes of exports, each in a store of its own. */
export const EXPORT_WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/staff/client-exports',
    async (api) => {
      const { request, first, storeId } = await anExportHouse(api);
      return {
        ...{ path: '/staff/client-exports', token: first, body: request },
        other: { ...request, reason: '换一个用途' },
        effects: () => count(api, 'FROM client_export WHERE store_id = ?', [storeId]),
      };
    },
  ],
  ['POST /api/staff/client-exports/:exportId/withdraw', at('withdraw', {})],
  ['POST /api/staff/client-exports/:exportId/approve', at('approve', {})],
  ['POST /api/staff/client-exports/:exportId/decline', at('decline', { reason: '用途不清楚' })],
];
