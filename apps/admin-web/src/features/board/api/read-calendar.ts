import { useQuery, type QueryClient } from '@tanstack/react-query';
import type { Calendar, StaffAppointment } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { ofDay } from '../of-day';

/** A store's day: who is on duty, the rooms, and every visit. */
export async function readCalendar(
  storeId: string,
  date: string,
  signal?: AbortSignal,
): Promise<Calendar> {
  const params = { query: { storeId, date } };
  const day = await answerOf(api.GET('/api/staff/calendar', { params, signal }));
  return ofDay(day, storeId, date);
}

export function useCalendar(storeId: string, date: string) {
  return useQuery({
    queryKey: keys.calendar(storeId, date),
    queryFn: ({ signal }) => readCalendar(storeId, date, signal),
    // Nothing stands in for a day that is not here yet: another day's visits under this date would be acted on.
    // The stream tells of every change; this only covers a line that died without a word.
    refetchInterval: 60_000,
  });
}

/** Puts a visit's new state into every day that is in memory, until those days are read again. */
export function patchCalendars(queries: QueryClient, visit: StaffAppointment): void {
  queries.setQueriesData<Calendar>(
    { queryKey: ['visits', 'calendar'] },
    (day) =>
      day && {
        ...day,
        appointments: day.appointments.map((one) => (one.id === visit.id ? visit : one)),
      },
  );
}
