import { useCallback } from 'react';
import { api } from './api';
import { visitChanged } from './appointments';
import { useIdempotentWrite } from './use-idempotent-write';

/** @throws ApiProblem SLOT_TAKEN with alternatives, TRANSITION_REFUSED */
export function useRescheduleAppointment(id: string) {
  const send = useCallback(
    async (body: { start: string }, key: string) => {
      const path = '/api/client/appointments/{id}/reschedule';
      const visit = await api('post', path, { params: { id }, body }, key);
      visitChanged(visit);
      return visit;
    },
    [id],
  );
  return useIdempotentWrite(`reschedule.${id}`, send);
}
