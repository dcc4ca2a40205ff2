import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Calendar, StaffAppointment } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { patchCalendars } from './read-calendar';

export interface MoveCall {
  id: string;
  start: string;
  /** Only when the visit goes to somebody else. */
  staffId?: string;
  /** From whom, where several people serve the visit. */
  fromStaffId?: string;
  /** The version that the person saw; the API refuses when somebody changed the visit since. */
  version: number;
  /** Goes on although the day takes no more. */
  beyondCaps?: boolean;
  /** Shown until the API answers. */
  preview?: StaffAppointment;
}

/** Moves a visit. @throws ApiProblem SLOT_TAKEN, DAY_FULL, STAFF_DAY_FULL with `alternatives`, APPOINTMENT_CHANGED */
export function moveVisit({
  id,
  start,
  staffId,
  fromStaffId,
  version,
  beyondCaps,
}: MoveCall): Promise<StaffAppointment> {
  return answerOf(
    api.POST('/api/staff/appointments/{id}/move', {
      params: { path: { id } },
      body: { start, staffId, fromStaffId, version, beyondCaps },
    }),
  );
}

/** Moves at once on the screen, and back if the API says no. */
export function useMoveVisit() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: moveVisit,
    onMutate: async ({ preview }) => {
      if (!preview) return { days: [] };
      await queries.cancelQueries({ queryKey: ['visits', 'calendar'] });
      const days = queries.getQueriesData<Calendar>({ queryKey: ['visits', 'calendar'] });
      patchCalendars(queries, preview);
      return { days };
    },
    onError: (_error, _call, before) =>
      before?.days.forEach(([key, day]) => queries.setQueryData(key, day)),
    onSuccess: (visit) => {
      queries.setQueryData(keys.visit(visit.id), visit);
      patchCalendars(queries, visit);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.visits }),
  });
}
