import { FindDuplicates } from '../../../../src/modules/privacy/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { aStore } from '../../../support/given/index.js';
import { aDuplicate } from '../../../support/given/duplicates.js';
import { aStaffToken } from '../../../support/people.js';
import { count, type Given } from './writes.js';

const dismiss: Given = async (api: TestApi) => {
  const token = await aStaffToken(api, ['manager'], [(await aStore(api)).id]);
  const id = await aDuplicate(api, token, api.app.get(FindDuplicates));
  return {
    ...{ path: `/staff/duplicates/${id}/dismiss`, token, body: {}, other: { reason: '多余' } },
    effects: () => count(api, 'FROM audit_log WHERE subject_id = ?', [id]),
  };
};

/** What is said of pairs of files. */
export const DUPLICATE_WRITES: readonly (readonly [string, Given])[] = [
  ['POST /api/staff/duplicates/:pairId/dismiss', dismiss],
];
