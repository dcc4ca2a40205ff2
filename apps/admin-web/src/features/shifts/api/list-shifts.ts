import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ShiftDay } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

export const WEEK_DAYS = 7;

/** Who works when in the store during the week from `from` on. */
export async function listShifts(
  storeId: string,
  from: string,
  signal?: AbortSignal,
): Promise<ShiftDay[]> {
  const query = { storeId, from, days: WEEK_DAYS };
  return (await answerOf(api.GET('/api/staff/shifts', { params: { query }, signal }))).items;
}

export function useShifts(storeId: string, from: string) {
  return useQuery({
    queryKey: keys.shifts(storeId, from),
    queryFn: ({ signal }) => listShifts(storeId, from, signal),
    placeholderData: keepPreviousData,
  });
}
