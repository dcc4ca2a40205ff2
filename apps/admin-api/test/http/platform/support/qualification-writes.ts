import { NameSkill } from '../../../../src/modules/staff/index.js';
import { newId } from '../../../../src/platform/ids/index.js';
import { aStore, aTherapist } from '../../../support/given/index.js';
import { aStaffToken } from '../../../support/people.js';
import { count, type Given } from './writes.js';

const TRYING = { dryRun: false, seenVisits: [] };

/** Writes of certificates and skills. */
export const QUALIFICATION_WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/staff/qualifications/:id/certificate',
    async (api) => {
      const store = await aStore(api);
      const { staffId } = await aTherapist(api, store, { shifts: [] });
      const token = await aStaffToken(api, ['manager'], [store.id]);
      const body = { ...TRYING, number: '沪健A1', validUntil: '2027-01-01', version: 0 };
      const kept = 'FROM health_certificate WHERE staff_id = ? AND version = 1';
      return {
        ...{ path: `/staff/qualifications/${staffId}/certificate`, token, body },
        other: { ...body, validUntil: '2027-02-01' },
        effects: () => count(api, kept, [staffId]),
      };
    },
  ],
  [
    'POST /api/staff/qualifications/:id/skills',
    async (api) => {
      const store = await aStore(api);
      const { staffId } = await aTherapist(api, store, { shifts: [] });
      const token = await aStaffToken(api, ['manager'], [store.id]);
      const naming = api.app.get(NameSkill, { strict: false });
      const skillId = await api.unitOfWork.run((tx) => naming.execute(tx, `技能 ${newId()}`));
      const body = { ...TRYING, skillId, has: true };
      return {
        ...{ path: `/staff/qualifications/${staffId}/skills`, token, body },
        other: { ...body, has: false },
        effects: () => count(api, 'FROM staff_skill WHERE staff_id = ?', [staffId]),
      };
    },
  ],
  [
    'POST /api/staff/certificate-rule',
    async (api) => {
      const { id: storeId } = await aStore(api);
      const token = await aStaffToken(api, ['manager'], [storeId]);
      const body = { ...TRYING, storeId, isRequired: true };
      return {
        ...{ path: '/staff/certificate-rule', token, body },
        other: { ...body, isRequired: false },
        effects: () => count(api, 'FROM certificate_rule WHERE store_id = ?', [storeId]),
      };
    },
  ],
];
