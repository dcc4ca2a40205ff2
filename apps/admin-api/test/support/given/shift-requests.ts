import type { components } from '@yance/shared-types';
import { newId } from '../../../src/platform/ids/index.js';
import type { TestApi } from '../an-api.js';
import { aStaffToken } from '../people.js';

/** A body that asks for leave on one whole day. */
export const aLeave = (storeId: string, date: string, words = '家里有事') => ({
  ...{ storeId, leaveKind: 'personal', from: date, to: date },
  ...{ startMinute: null, endMinute: null, words },
});

/** Asks for it. @returns its id @throws Error when the API does not take it */
export async function askedFor(
  api: TestApi,
  token: string,
  body: ReturnType<typeof aLeave>,
): Promise<string> {
  const headers = { 'idempotency-key': newId() };
  const answer = await api.call('/staff/my-shift-requests/leave', { token, body, headers });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return (answer.body as components['schemas']['ShiftRequestDto']).id;
}

/** Somebody agrees to it. @throws Error when the API does not take it */
export async function agreedTo(api: TestApi, storeId: string, id: string): Promise<void> {
  const token = await aStaffToken(api, ['manager'], [storeId]);
  const body = { dryRun: false, seenVisits: [] };
  const headers = { 'idempotency-key': newId() };
  const path = `/staff/shift-requests/${id}/approve`;
  const answer = await api.call(path, { token, body, headers });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
}
