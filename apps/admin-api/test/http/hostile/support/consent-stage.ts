import type { components } from '@yance/shared-types';
import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { aPhone } from '../../../support/people.js';
import { SIGNATURE } from '../../../support/signature.js';
import type { Right } from './right-values.js';

type Sheet = components['schemas']['ConsentSheetDto'];

const GUARDIAN = { name: '林女士', relation: '母亲' };

/** A consent that a client gave on her phone: its id. @throws Error when the API does not take it */
export async function givenConsent(api: TestApi, token: string): Promise<string> {
  const sheet = (await api.call('/client/consents', { token })).body as Sheet;
  const textId = sheet.items.find(({ text }) => text.kind === 'privacy')?.text.id;
  const headers = { 'idempotency-key': newId() };
  const body = { textId, signature: SIGNATURE };
  const answer = await api.call('/client/consents', { token, body, headers });
  const [act] = (answer.body as Sheet).history;
  if (!act) throw new Error(JSON.stringify(answer.body));
  return act.id;
}

/** The right values of the members that are about consents. */
export async function valuesOfConsents(api: TestApi, token: string): Promise<Right> {
  const sheet = (await api.call('/client/consents', { token })).body as Sheet;
  // To health data she agreed when her plan was written.
  const photos = sheet.items.find(({ text }) => text.kind === 'photos')?.text;
  const publish = 'POST /api/staff/consent-texts';
  return {
    textId: photos?.id,
    // One of the two ways; the other is tried by the tests of the module.
    paperNo: undefined,
    ofAgeReason: '看过身份证',
    guardian: { ...GUARDIAN, phone: aPhone() },
    ...{ required: true, guardianBelow: 14 },
    'POST /api/client/consents/withdraw kind': 'health',
    'POST /api/staff/clients/{id}/consents/withdraw kind': 'health',
    'GET /api/staff/consent-texts kind': 'notice',
    [`${publish} kind`]: 'notice',
    [`${publish} title`]: '果酸焕肤风险告知书',
    [`${publish} body`]: '可能出现短暂泛红、刺痛和脱屑，三天内避免日晒。',
  };
}
