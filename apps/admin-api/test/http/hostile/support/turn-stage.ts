import type { Api, Right } from './right-values.js';

/** What calls about turns take. */
export const TURN_VALUES: Right = {
  'POST /api/staff/turns act': 'sign_in',
  'POST /api/staff/my-turn act': 'sign_in',
  ...{ isKept: true, requestedCounts: false },
};

/** Turns are kept in a store, and the one who tries everything has a shift there. */
export async function keepTurns(api: Api, storeId: string, token: string): Promise<void> {
  const path = `/staff/stores/${storeId}/turn-rules`;
  const body = { isKept: true, requestedCounts: false };
  const answer = await api.call(path, { method: 'PUT', token, body });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
}
