import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Calendar, StaffAppointment } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** One visit with everything that is known about it. */
export function readVisit(id: string, signal?: AbortSignal): Promise<StaffAppointment> {
  return answerOf(api.GET('/api/staff/appointments/{id}', { params: { path: { id } }, signal }));
}

/** What the board already knows of a visit. */
function knownVisit(queries: QueryClient, id: string): StaffAppointment | undefined {
  return queries
    .getQueriesData<Calendar>({ queryKey: ['visits', 'calendar'] })
    .flatMap(([, day]) => day?.appointments ?? [])
    .find((visit) => visit.id === id);
}

/** Shows what the board already knows while the visit is read. */
export function useVisit(id: string) {
  const queries = useQueryClient();
  return useQuery<StaffAppointment>({
    queryKey: keys.visit(id),
    queryFn: ({ signal }) => readVisit(id, signal),
    placeholderData: () => knownVisit(queries, id),
    // What is allowed depends on the time of day too: read at every opening, and while it stays open.
    staleTime: 0,
    refetchInterval: 30_000,
  });
}
