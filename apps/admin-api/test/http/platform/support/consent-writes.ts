import type { components } from '@yance/shared-types';
import { newId } from '../../../../src/platform/ids/index.js';
import { aSalon } from '../../../support/given/index.js';
import { aGrownClient, anAccount, aStaffToken, PASSWORD } from '../../../support/people.js';
import { SIGNATURE } from '../../../support/signature.js';
import type { TestApi } from '../../../support/an-api.js';
import { count, recorded, type Given } from './writes.js';

type Sheet = components['schemas']['ConsentSheetDto'];

async function textOf(api: TestApi, token: string): Promise<string> {
  const sheet = (await api.call('/client/consents', { token })).body as Sheet;
  return sheet.items.find(({ text }) => text.kind === 'photos')?.text.id ?? '';
}

/** A client who gave a consent that can be taken back. */
async function whoAgreed(api: TestApi): Promise<{ token: string; id: string }> {
  const client = await aGrownClient(api);
  const body = { textId: await textOf(api, client.token), signature: SIGNATURE };
  const headers = { 'idempotency-key': newId() };
  await api.call('/client/consents', { token: client.token, body, headers });
  return client;
}

const OTHER = { signature: { ...SIGNATURE, strokes: [[1, 2, 3, 4]] } };
const NOTICE = {
  title: '果酸焕肤风险告知书',
  body: '可能出现短暂泛红、刺痛和脱屑，三天内避免日晒。',
};

/** What clients agree to, and the words of it. */
export const CONSENT_WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/client/consents',
    async (api) => {
      const { token, id } = await aGrownClient(api);
      const textId = await textOf(api, token);
      return {
        ...{ path: '/client/consents', token, body: { textId, signature: SIGNATURE } },
        ...{ other: { textId, ...OTHER }, effects: () => recorded(api, 'consent.given', id) },
      };
    },
  ],
  [
    'POST /api/client/consents/withdraw',
    async (api) => {
      const { token, id } = await whoAgreed(api);
      return {
        ...{ path: '/client/consents/withdraw', token, body: { kind: 'photos' } },
        ...{ other: { kind: 'health' }, effects: () => recorded(api, 'consent.withdrawn', id) },
      };
    },
  ],
  [
    'POST /api/staff/clients/:id/consents',
    async (api) => {
      const { token, id } = await aGrownClient(api);
      const textId = await textOf(api, token);
      return {
        ...{ path: `/staff/clients/${id}/consents`, token: await aStaffToken(api, ['desk']) },
        ...{ body: { textId, signature: SIGNATURE }, other: { textId, ...OTHER } },
        effects: () => recorded(api, 'consent.given', id),
      };
    },
  ],
  [
    'POST /api/staff/clients/:id/consents/withdraw',
    async (api) => {
      const { id } = await whoAgreed(api);
      const path = `/staff/clients/${id}/consents/withdraw`;
      return {
        ...{ path, token: await aStaffToken(api, ['desk']), body: { kind: 'photos' } },
        ...{ other: { kind: 'health' }, effects: () => recorded(api, 'consent.withdrawn', id) },
      };
    },
  ],
  [
    'POST /api/staff/consent-texts',
    async (api) => {
      const { serviceId } = await aSalon(api);
      const { username, staffId } = await anAccount(api, ['manager']);
      const { body } = await api.call('/staff/session', { body: { username, password: PASSWORD } });
      const notice = { ...NOTICE, kind: 'notice', serviceId };
      return {
        ...{ path: '/staff/consent-texts', token: (body as { token: string }).token },
        ...{ body: notice, other: { ...notice, title: '另一份告知书' } },
        effects: () => count(api, 'FROM consent_text WHERE created_by = ?', [staffId]),
      };
    },
  ],
];
