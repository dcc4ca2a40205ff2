import type { components } from '@yance/shared-types';
import type { TestApi } from '../an-api.js';
import { aKey } from './visit.js';

type Sheet = components['schemas']['ConsentSheetDto'];
type Kind = Sheet['items'][number]['text']['kind'];

/**
 * A client agrees on paper, unless she does already. `token` may record consents.
 * @throws Error when the API does not take it
 */
export async function agreesOnPaper(
  api: TestApi,
  token: string,
  customerId: string,
  kind: Kind = 'health',
): Promise<void> {
  const path = `/staff/clients/${customerId}/consents`;
  const sheet = (await api.call(path, { token })).body as Sheet;
  const item = sheet.items.find(({ text }) => text.kind === kind);
  if (item?.stands) return;
  const headers = { 'idempotency-key': aKey() };
  const ofAge = item?.birthdayNeeded && { ofAgeReason: '看过身份证' };
  const body = { textId: item?.text.id, paperNo: 'TY-2026-001', ...ofAge };
  const answer = await api.call(path, { token, body, headers });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}

/** Takes one back on her word. */
export async function withdraws(
  api: TestApi,
  token: string,
  customerId: string,
  kind: Kind = 'health',
): Promise<void> {
  const headers = { 'idempotency-key': aKey() };
  const path = `/staff/clients/${customerId}/consents/withdraw`;
  const answer = await api.call(path, { token, body: { kind }, headers });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}
