import { useQuery } from '@tanstack/react-query';
import type { HoursDraft, LeaveDraft, OwnShifts, ShiftRequest } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** How far ahead somebody sees her own shifts. */
export const DAYS_SHOWN = 14;

/** One's own shifts from a day on, in whatever store. */
export function readOwnShifts(from: string, signal?: AbortSignal): Promise<OwnShifts> {
  const params = { query: { from, days: DAYS_SHOWN } };
  return answerOf(api.GET('/api/staff/my-shifts', { params, signal }));
}

export const useOwnShifts = (from: string) =>
  useQuery({
    queryKey: keys.ownShifts(from),
    queryFn: ({ signal }) => readOwnShifts(from, signal),
  });

/** What one asked for, latest first. */
export async function listOwnRequests(signal?: AbortSignal): Promise<ShiftRequest[]> {
  return (await answerOf(api.GET('/api/staff/my-shift-requests', { signal }))).items;
}

export const useOwnRequests = () =>
  useQuery({
    queryKey: keys.ownRequests,
    queryFn: ({ signal }) => listOwnRequests(signal),
    refetchInterval: 60_000,
  });

interface AskingForLeave {
  key: string;
  body: LeaveDraft;
}

/** @throws ApiProblem SHIFT_REQUEST_OVERLAPS */
const askForLeave = ({ key, body }: AskingForLeave) =>
  answerOf(
    api.POST('/api/staff/my-shift-requests/leave', { params: {}, headers: keyHeader(key), body }),
  );

export const useAskForLeave = () => useWrite(askForLeave, [['shifts']]);

interface AskingForHours {
  key: string;
  body: HoursDraft;
}

/** @throws ApiProblem SHIFT_REQUEST_OVERLAPS, SHIFT_TEMPLATE_NOT_FOUND */
const askForHours = ({ key, body }: AskingForHours) =>
  answerOf(
    api.POST('/api/staff/my-shift-requests/hours', { params: {}, headers: keyHeader(key), body }),
  );

export const useAskForHours = () => useWrite(askForHours, [['shifts']]);

interface Withdrawing {
  key: string;
  body: { id: string };
}

/** Takes back what nobody answered. @throws ApiProblem SHIFT_REQUEST_SETTLED */
const withdraw = ({ key, body: { id } }: Withdrawing) =>
  answerOf(
    api.POST('/api/staff/my-shift-requests/{id}/withdraw', {
      ...{ params: { path: { id } }, headers: keyHeader(key) },
    }),
  );

export const useWithdraw = () => useWrite(withdraw, [['shifts']]);
