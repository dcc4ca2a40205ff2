import type { TestApi } from '../../../support/an-api.js';
import { TODAY, TOMORROW, aStore } from '../../../support/given/index.js';
import { agreedTo, aLeave, askedFor } from '../../../support/given/shift-requests.js';
import { aStaffToken } from '../../../support/people.js';
import { count, type Given } from './writes.js';

const steps = (api: TestApi, id: string) => () =>
  count(api, 'FROM shift_request_change WHERE request_id = ? AND seq = 2', [id]);

const decided =
  (what: 'approve' | 'refuse', body: object, other: object): Given =>
  async (api) => {
    const { id: storeId } = await aStore(api);
    const hers = await aStaffToken(api, ['therapist'], [storeId]);
    const id = await askedFor(api, hers, aLeave(storeId, TOMORROW));
    const token = await aStaffToken(api, ['manager'], [storeId]);
    return {
      ...{ path: `/staff/shift-requests/${id}/${what}`, token, body, other },
      effects: steps(api, id),
    };
  };

/** Writes of what members of staff ask for. */
export const SHIFT_REQUEST_WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/staff/my-shift-requests/leave',
    async (api) => {
      const { id: storeId } = await aStore(api);
      const token = await aStaffToken(api, ['therapist'], [storeId]);
      const body = aLeave(storeId, TODAY);
      return {
        ...{ path: '/staff/my-shift-requests/leave', token, body },
        other: aLeave(storeId, TOMORROW),
        effects: () => count(api, 'FROM shift_request WHERE store_id = ?', [storeId]),
      };
    },
  ],
  [
    'POST /api/staff/my-shift-requests/hours',
    async (api) => {
      const { id: storeId } = await aStore(api);
      const manager = await aStaffToken(api, ['manager'], [storeId]);
      const hours = { startMinute: 600, endMinute: 1140, breaks: [] };
      const made = await api.call('/staff/shift-templates', {
        token: manager,
        body: { ...hours, storeId, name: '早班', colour: 'leaf' },
      });
      const templateId = (made.body as { id: string }).id;
      const token = await aStaffToken(api, ['therapist'], [storeId]);
      const body = { storeId, date: TODAY, templateId, words: '' };
      return {
        ...{ path: '/staff/my-shift-requests/hours', token, body },
        other: { ...body, date: TOMORROW },
        effects: () => count(api, 'FROM shift_request WHERE store_id = ?', [storeId]),
      };
    },
  ],
  [
    'POST /api/staff/my-shift-requests/:id/withdraw',
    async (api) => {
      const { id: storeId } = await aStore(api);
      const token = await aStaffToken(api, ['therapist'], [storeId]);
      const id = await askedFor(api, token, aLeave(storeId, TOMORROW));
      return {
        ...{ path: `/staff/my-shift-requests/${id}/withdraw`, token },
        ...{ body: {}, other: { reason: '又能来了' } },
        effects: steps(api, id),
      };
    },
  ],
  [
    'POST /api/staff/shift-requests/:id/approve',
    decided(
      'approve',
      { dryRun: false, seenVisits: [] },
      { dryRun: false, seenVisits: ['01J0000000000000000000000A'] },
    ),
  ],
  [
    'POST /api/staff/shift-requests/:id/refuse',
    decided('refuse', { reason: '那天人手不够' }, { reason: '换一个原因' }),
  ],
  [
    'POST /api/staff/shift-requests/:id/call-off',
    async (api) => {
      const { id: storeId } = await aStore(api);
      const hers = await aStaffToken(api, ['therapist'], [storeId]);
      const id = await askedFor(api, hers, aLeave(storeId, TOMORROW));
      await agreedTo(api, storeId, id);
      const token = await aStaffToken(api, ['manager'], [storeId]);
      const body = { reason: '提前回来' };
      const over = 'FROM shift_request_change WHERE request_id = ? AND seq = 3';
      return {
        ...{ path: `/staff/shift-requests/${id}/call-off`, token, body },
        other: { reason: '换一个原因' },
        effects: () => count(api, over, [id]),
      };
    },
  ],
];
