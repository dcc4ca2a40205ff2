import { useQuery } from '@tanstack/react-query';
import type { CallList } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

const EVERY_MS = 30_000;

/** Whom the desk of a store is to call, those that wait longest first. */
export function listCalls(
  storeId: string,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<CallList> {
  const query = cursor === null ? { storeId } : { storeId, cursor };
  return answerOf(api.GET('/api/staff/calls', { params: { query }, signal }));
}

export const useCalls = (storeId: string, cursor: string | null) =>
  useQuery({
    queryKey: keys.callList(storeId, cursor),
    queryFn: ({ signal }) => listCalls(storeId, cursor, signal),
    refetchInterval: EVERY_MS,
  });

interface Settling {
  key: string;
  body: { readonly result: 'called' | 'not_reached' };
}

/** Says that she was called. @throws ApiProblem CALL_NOT_FOUND, CALL_SETTLED */
export function settleCall(callId: string, { key, body }: Settling) {
  const params = { path: { callId } };
  const headers = keyHeader(key);
  return answerOf(api.POST('/api/staff/calls/{callId}/settle', { params, headers, body }));
}

export const useSettleCall = (callId: string) =>
  useWrite((call: Settling) => settleCall(callId, call), [keys.calls, keys.automations]);
