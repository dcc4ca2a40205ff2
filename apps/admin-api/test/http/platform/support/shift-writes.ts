import type { components } from '@yance/shared-types';
import {
  TODAY,
  TOMORROW,
  aSalon,
  aStore,
  aTherapist,
  aVisit,
  type Visit,
} from '../../../support/given/index.js';
import { aStaffToken } from '../../../support/people.js';
import type { TestApi } from '../../../support/an-api.js';
import { count, type Given } from './writes.js';

type Template = components['schemas']['ShiftTemplateDto'];

const HOURS = { startMinute: 600, endMinute: 1140, breaks: [] };
const EARLY = { ...HOURS, name: '早班', colour: 'amber' };

async function aTemplate(api: TestApi): Promise<{ token: string; template: Template }> {
  const { id: storeId } = await aStore(api);
  const token = await aStaffToken(api, ['manager'], [storeId]);
  const made = await api.call('/staff/shift-templates', { token, body: { ...EARLY, storeId } });
  return { token, template: made.body as Template };
}

/** Writes of who works when. */
export const SHIFT_WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/staff/shift-templates',
    async (api) => {
      const { id: storeId } = await aStore(api);
      const token = await aStaffToken(api, ['manager'], [storeId]);
      const body = { ...EARLY, storeId };
      return {
        ...{ path: '/staff/shift-templates', token, body, other: { ...body, name: '晚班' } },
        effects: () => count(api, 'FROM shift_template WHERE store_id = ?', [storeId]),
      };
    },
  ],
  [
    'POST /api/staff/shift-templates/:id',
    async (api) => {
      const { token, template } = await aTemplate(api);
      const { id } = template;
      const body = { ...EARLY, name: '午班', state: 'active', version: 1 };
      const changed = 'FROM shift_template WHERE id = ? AND version = 2';
      return {
        ...{ path: `/staff/shift-templates/${id}`, token, body, other: { ...body, name: '晚班' } },
        effects: () => count(api, changed, [id]),
      };
    },
  ],
  [
    'POST /api/staff/shift-plan/changes',
    async (api) => {
      const store = await aStore(api);
      const { staffId } = await aTherapist(api, store, { shifts: [] });
      const token = await aStaffToken(api, ['manager'], [store.id]);
      const shifts = [{ ...HOURS, templateId: null }];
      const days = [{ staffId, date: TODAY, seen: '', shifts }];
      const off = [{ staffId, date: TODAY, seen: '', shifts: [] }];
      const body = { storeId: store.id, days, dryRun: false, seenVisits: [] };
      return {
        ...{ path: '/staff/shift-plan/changes', token, body, other: { ...body, days: off } },
        effects: () => count(api, 'FROM shift WHERE staff_id = ?', [staffId]),
      };
    },
  ],
  [
    'POST /api/staff/store-closures',
    async (api) => {
      const { id: storeId } = await aStore(api);
      const token = await aStaffToken(api, ['manager'], [storeId]);
      const body = { storeId, date: TODAY, reason: '停电', dryRun: false, seenVisits: [] };
      return {
        ...{ path: '/staff/store-closures', token, body, other: { ...body, reason: '盘点' } },
        effects: () => count(api, 'FROM store_closure WHERE store_id = ?', [storeId]),
      };
    },
  ],
  [
    'POST /api/staff/store-closures/lift',
    async (api) => {
      const { id: storeId } = await aStore(api, {
        closures: [TODAY, TOMORROW].map((date) => ({ date, reason: '停电' })),
      });
      const token = await aStaffToken(api, ['manager'], [storeId]);
      const body = { storeId, date: TODAY };
      const open =
        'FROM store WHERE id = ? AND 1 = (SELECT COUNT(*) FROM store_closure c WHERE c.store_id = id)';
      return {
        ...{ path: '/staff/store-closures/lift', token, body, other: { ...body, date: TOMORROW } },
        effects: () => count(api, open, [storeId]),
      };
    },
  ],
  [
    'POST /api/staff/appointments/:id/keep',
    async (api) => {
      const salon = await aSalon(api);
      const token = await aStaffToken(api, ['manager'], [salon.store.id]);
      const { visit }: { visit: Visit } = await aVisit(api, salon, salon.store.at(TODAY, '12:00'));
      const path = `/staff/appointments/${visit.id}`;
      const { version } = (await api.call(path, { token })).body as { version: number };
      const kept = 'FROM appointment_overtime WHERE appointment_id = ?';
      return {
        ...{ path: `${path}/keep`, token, body: { version }, other: { version: version + 1 } },
        effects: () => count(api, kept, [visit.id]),
      };
    },
  ],
];
