import { useCallback } from 'react';
import { api } from './api';
import { visitChanged } from './appointments';
import type { AppointmentView } from './types';
import { useIdempotentWrite } from './use-idempotent-write';

async function change(path: string, body: unknown, idempotencyKey: string) {
  const visit = await api<AppointmentView>({ method: 'POST', path, body, idempotencyKey });
  visitChanged(visit);
  return visit;
}

/** @throws ApiProblem TRANSITION_REFUSED when the visit has begun or is over */
export function useCancelAppointment(id: string) {
  const send = useCallback(
    (body: { reason?: string }, key: string) =>
      change(`/client/appointments/${id}/cancel`, body, key),
    [id],
  );
  return useIdempotentWrite(`cancel.${id}`, send);
}

/** @throws ApiProblem SLOT_TAKEN with alternatives, TRANSITION_REFUSED */
export function useRescheduleAppointment(id: string) {
  const send = useCallback(
    (body: { start: string }, key: string) =>
      change(`/client/appointments/${id}/reschedule`, body, key),
    [id],
  );
  return useIdempotentWrite(`reschedule.${id}`, send);
}
