import { useQuery } from '@tanstack/react-query';
import type { StandIn, TouchedVisit } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** Visits ahead whose person will not be there. */
export async function listTouched(storeId: string, signal?: AbortSignal): Promise<TouchedVisit[]> {
  const params = { query: { storeId } };
  return (await answerOf(api.GET('/api/staff/touched-visits', { params, signal }))).items;
}

export const useTouched = (storeId: string) =>
  useQuery({
    queryKey: keys.touchedVisits(storeId),
    queryFn: ({ signal }) => listTouched(storeId, signal),
  });

/** Who is able and free to take over from somebody at the same time. */
export async function listStandIns(
  id: string,
  staffId: string,
  signal?: AbortSignal,
): Promise<StandIn[]> {
  const params = { path: { id }, query: { staffId } };
  return (await answerOf(api.GET('/api/staff/appointments/{id}/stand-ins', { params, signal })))
    .items;
}

/** Asked only once somebody wants to know. */
export const useStandIns = (id: string, staffId: string, isAsked: boolean) =>
  useQuery({
    queryKey: keys.standIns(id, staffId),
    queryFn: ({ signal }) => listStandIns(id, staffId, signal),
    enabled: isAsked,
  });

interface HandingOver {
  key: string;
  body: { start: string; version: number; staffId: string; fromStaffId: string };
}

/** Gives a visit to somebody else at its time. @throws ApiProblem SLOT_TAKEN, APPOINTMENT_CHANGED */
const handOver = (id: string, { key, body }: HandingOver) =>
  answerOf(
    api.POST('/api/staff/appointments/{id}/move', {
      ...{ params: { path: { id } }, headers: keyHeader(key), body },
    }),
  );

export const useHandOver = (id: string) =>
  useWrite((call: HandingOver) => handOver(id, call), [keys.visits, keys.shiftPlans]);

interface Keeping {
  key: string;
  body: { version: number };
}

/** Says that a visit stays as it is. @throws ApiProblem APPOINTMENT_CHANGED */
const keepVisit = (id: string, { key, body }: Keeping) =>
  answerOf(
    api.POST('/api/staff/appointments/{id}/keep', {
      ...{ params: { path: { id } }, headers: keyHeader(key), body },
    }),
  );

export const useKeepVisit = (id: string) =>
  useWrite((call: Keeping) => keepVisit(id, call), [keys.visits]);
