import { useQuery } from '@tanstack/react-query';
import type { RequestOutcome, StoreShiftRequests } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** What a store's people ask for. */
export function listRequests(storeId: string, signal?: AbortSignal): Promise<StoreShiftRequests> {
  const params = { query: { storeId } };
  return answerOf(api.GET('/api/staff/shift-requests', { params, signal }));
}

/** Read again each minute, so that nobody's leave waits unseen. */
export const useShiftRequests = (storeId: string, isAllowed: boolean) =>
  useQuery({
    queryKey: keys.shiftRequests(storeId),
    queryFn: ({ signal }) => listRequests(storeId, signal),
    enabled: isAllowed,
    refetchInterval: 60_000,
  });

interface Approving {
  key: string;
  body: { dryRun: boolean; seenVisits: string[] };
}

/** Agrees, or says what would be touched. @throws ApiProblem SHIFT_TOUCHES_VISITS, SHIFT_REQUEST_SETTLED */
const approve = (id: string, { key, body }: Approving): Promise<RequestOutcome> =>
  answerOf(
    api.POST('/api/staff/shift-requests/{id}/approve', {
      ...{ params: { path: { id } }, headers: keyHeader(key), body },
    }),
  );

/** Says what would be touched. */
export const useTryApproval = (id: string) =>
  useWrite((call: Approving) => approve(id, call), [['shifts', 'requests']]);

export const useApprove = (id: string) =>
  useWrite((call: Approving) => approve(id, call), [['shifts'], keys.visits]);

interface Answering {
  key: string;
  body: { reason: string };
}

/** @throws ApiProblem SHIFT_REQUEST_SETTLED */
const refuse = (id: string, { key, body }: Answering) =>
  answerOf(
    api.POST('/api/staff/shift-requests/{id}/refuse', {
      ...{ params: { path: { id } }, headers: keyHeader(key), body },
    }),
  );

export const useRefuse = (id: string) =>
  useWrite((call: Answering) => refuse(id, call), [['shifts']]);

/** An agreed leave does not take place. @throws ApiProblem SHIFT_REQUEST_SETTLED */
const callOff = (id: string, { key, body }: Answering) =>
  answerOf(
    api.POST('/api/staff/shift-requests/{id}/call-off', {
      ...{ params: { path: { id } }, headers: keyHeader(key), body },
    }),
  );

export const useCallOff = (id: string) =>
  useWrite((call: Answering) => callOff(id, call), [['shifts'], keys.visits]);
