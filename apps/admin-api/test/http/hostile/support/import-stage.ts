import { anImporter } from '../../../support/given/imports.js';
import { aStaffToken } from '../../../support/people.js';
import type { Api, Right } from './right-values.js';

const FILE = Buffer.from('姓名,手机号\n王一,13800138000\n王一,13800138000');

const CALLS = {
  check: 'PUT /api/staff/client-imports/{importId}/check',
  part: 'PUT /api/staff/client-imports/{importId}/part',
  choice: 'PUT /api/staff/client-imports/{importId}/choice',
  run: 'POST /api/staff/client-imports/{importId}/run',
  undo: 'POST /api/staff/client-imports/{importId}/undo',
} as const;

/** Imports of a store at each step of their way: by what stands before them in a path, or by call. */
export async function givenImports(
  api: Api,
  storeId: string,
): Promise<Readonly<Record<string, string>>> {
  const token = await aStaffToken(api, ['manager'], [storeId]);
  const importer = anImporter(api, token, storeId);
  const checked = async (): Promise<string> => (await importer.check(await importer.sent(FILE))).id;
  const body = { storeId, fileName: 'a.csv', bytes: 3 };
  const begun = (await api.call('/staff/client-imports', { token, body })).body as { id: string };
  const done = await checked();
  await api.unitOfWork.run((tx) =>
    tx.run("UPDATE client_import SET state = 'done' WHERE id = ?", [done]),
  );
  const of = (call: keyof typeof CALLS, id: string) => ({ [`${CALLS[call]} client-imports`]: id });
  return {
    ...{ 'client-imports': await checked() },
    ...{ ...of('part', begun.id), ...of('choice', await checked()) },
    ...{ ...of('run', await checked()), ...of('undo', done) },
  };
}

/** The right values of the members that are about imports. */
export const IMPORT_VALUES: Right = {
  ...{ fileName: '老顾客.csv', bytes: 300, onDuplicate: 'skip', row: 3, choice: 'add' },
  ...{ columns: [{ column: 0, field: 'name' }], rowState: 'ready', after: '0' },
  ...{ [`${CALLS.check} protocolNo`]: 'QC-7', [`${CALLS.check} validEverywhere`]: true },
  ...{ [`${CALLS.part} seq`]: 0, [`${CALLS.part} content`]: 'YWJj' },
};

/** The import that was set going before is still at it: no job runs on this stage. */
export const ANSWERED_OTHERWISE_TO_IMPORTS = { [CALLS.undo]: 'IMPORT_RUNNING' } as const;
