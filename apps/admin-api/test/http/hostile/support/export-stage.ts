import { BuildExport } from '../../../../src/modules/privacy/index.js';
import { anExportHouse } from '../../../support/given/exports.js';
import { newId } from '../../../../src/platform/ids/index.js';
import { TODAY } from '../../../support/given/index.js';
import type { Api, Right } from './right-values.js';

const CALL = 'POST /api/staff/client-exports/{exportId}';

/** Lists of a store at each step of their way, asked for by `token` or by somebody else: by call. */
export async function givenExports(
  api: Api,
  storeId: string,
  token: string,
): Promise<Readonly<Record<string, string>>> {
  const { ask, first, second } = await anExportHouse(api, storeId);
  const ready = await ask(token);
  await api.call(`/staff/client-exports/${ready}/approve`, { token: second, body: {} });
  await api.app.get(BuildExport).build(ready);
  return {
    'client-exports': ready,
    [`${CALL}/withdraw client-exports`]: await ask(token),
    [`${CALL}/approve client-exports`]: await ask(first),
    [`${CALL}/decline client-exports`]: await ask(first),
  };
}

const ASK = 'POST /api/staff/client-exports';

/** The right values of the members that are about exports. Nobody is all of that at once: the answer is EXPORT_EMPTY. */
export const EXPORT_VALUES: Right = {
  ...{ [`${ASK} kind`]: 'clients', format: 'csv', phonesReason: '逐个短信通知搬迁' },
  [`${ASK} columns`]: ['name', 'phone'],
  [`${ASK} filter`]: {
    ...{ stage: 'active', tierId: newId(), storeId: newId(), source: 'walk_in', birthMonth: 5 },
    ...{ lastVisitFrom: TODAY, lastVisitUntil: TODAY, minBalanceFen: 0 },
    ...{ consultantId: newId(), tagIds: [newId()], belowPercent: 60, missing: 'birthday' },
  },
};
