import { useQuery } from '@tanstack/react-query';
import type { DailyClose, TillCount, TillShift } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** Shifts of a day; today's with the one that is open whenever it began. */
export async function listShifts(
  query: { storeId: string; date?: string },
  signal?: AbortSignal,
): Promise<TillShift[]> {
  return (await answerOf(api.GET('/api/staff/till-shifts', { params: { query }, signal }))).items;
}

export function useTillShifts(storeId: string, date: string, isToday: boolean) {
  return useQuery({
    queryKey: keys.tillShifts(storeId, date),
    queryFn: ({ signal }) => listShifts(isToday ? { storeId } : { storeId, date }, signal),
  });
}

/** @throws ApiProblem SHIFT_OPEN */
export const useOpenShift = () =>
  useWrite(
    ({ key, body }: { key: string; body: { storeId: string; floatFen: number } }) =>
      answerOf(api.POST('/api/staff/till-shifts', { headers: keyHeader(key), body })),
    [keys.money],
  );

/** @throws ApiProblem INVALID_INPUT where a difference has no reason, SHIFT_STATE */
export const useCloseShift = (shiftId: string) =>
  useWrite(
    ({ key, body }: { key: string; body: { counts: TillCount[] } }) =>
      answerOf(
        api.POST('/api/staff/till-shifts/{shiftId}/close', {
          params: { path: { shiftId } },
          headers: keyHeader(key),
          body,
        }),
      ),
    [keys.money],
  );

/** A store's day as it stands, or as it was closed. */
export function readDay(
  query: { storeId: string; date: string },
  signal?: AbortSignal,
): Promise<DailyClose> {
  return answerOf(api.GET('/api/staff/daily-close', { params: { query }, signal }));
}

export function useDay(storeId: string, date: string) {
  return useQuery({
    queryKey: keys.tillDay(storeId, date),
    queryFn: ({ signal }) => readDay({ storeId, date }, signal),
  });
}

/** @throws ApiProblem BILLS_OPEN, SHIFT_OPEN, DAY_CLOSED, INVALID_INPUT where a difference has no reason */
export const useCloseDay = () =>
  useWrite(
    ({
      key,
      body,
    }: {
      key: string;
      body: { storeId: string; date: string; counts: TillCount[] };
    }) => answerOf(api.POST('/api/staff/daily-close', { headers: keyHeader(key), body })),
    [keys.money],
  );
