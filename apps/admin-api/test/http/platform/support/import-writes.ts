import type { TestApi } from '../../../support/an-api.js';
import { aStore } from '../../../support/given/index.js';
import { anImporter, type Importer } from '../../../support/given/imports.js';
import { aStaffToken } from '../../../support/people.js';
import { count, type Given } from './writes.js';

const FILE = Buffer.from('姓名,手机号\n王一,');

async function atAStore(
  api: TestApi,
): Promise<{ storeId: string; token: string; importer: Importer }> {
  const { id: storeId } = await aStore(api);
  const token = await aStaffToken(api, ['manager'], [storeId]);
  return { storeId, token, importer: anImporter(api, token, storeId) };
}

/** A checked import, or one that is done; whatever ran before on this database is over. */
const at =
  (what: 'run' | 'undo', body: object): Given =>
  async (api) => {
    const { token, importer } = await atAStore(api);
    const { id } = await importer.check(await importer.sent(FILE));
    await api.unitOfWork.run(async (tx) => {
      await tx.run(
        "UPDATE client_import SET state = IF(state = 'running', 'done', 'undone'), running = NULL WHERE running = 1",
      );
      if (what === 'undo')
        await tx.run("UPDATE client_import SET state = 'done' WHERE id = ?", [id]);
    });
    return {
      ...{ path: `/staff/client-imports/${id}/${what}`, token, body },
      other: { reason: '换一个原因' },
      effects: () =>
        count(api, "FROM job WHERE queue = 'client-imports' AND payload LIKE ?", [`%${id}%`]),
    };
  };

/** Writes of imports, each in a store of its own. */
export const IMPORT_WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/staff/client-imports',
    async (api) => {
      const { storeId, token } = await atAStore(api);
      const body = { storeId, fileName: '王一的表.csv', bytes: 3 };
      return {
        ...{ path: '/staff/client-imports', token, body, other: { ...body, bytes: 4 } },
        effects: () => count(api, 'FROM client_import WHERE store_id = ?', [storeId]),
      };
    },
  ],
  ['POST /api/staff/client-imports/:importId/run', at('run', {})],
  ['POST /api/staff/client-imports/:importId/undo', at('undo', { reason: '导错了文件' })],
];
