import { useCallback } from 'react';
import { api } from './api';
import { visitChanged } from './appointments';
import { useIdempotentWrite } from './use-idempotent-write';

/** @throws ApiProblem TRANSITION_REFUSED when the visit has begun or is over */
export function useCancelAppointment(id: string) {
  const send = useCallback(
    async (body: { reason?: string }, key: string) => {
      const path = '/api/client/appointments/{id}/cancel';
      const visit = await api('post', path, { params: { id }, body }, key);
      visitChanged(visit);
      return visit;
    },
    [id],
  );
  return useIdempotentWrite(`cancel.${id}`, send);
}
