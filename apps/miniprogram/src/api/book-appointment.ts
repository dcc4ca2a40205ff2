import { api } from './api';
import { visitChanged } from './appointments';
import type { Given } from './contract';
import type { AppointmentView } from './types';
import { useIdempotentWrite } from './use-idempotent-write';

export type BookingBody = Given<'post', '/api/client/appointments'>['body'];

async function book(body: BookingBody, idempotencyKey: string): Promise<AppointmentView> {
  const visit = await api('post', '/api/client/appointments', { body }, idempotencyKey);
  visitChanged(visit);
  return visit;
}

/** @throws ApiProblem SLOT_TAKEN with alternatives, PHONE_REQUIRED, TOO_MANY_OPEN_VISITS */
export const useBookAppointment = () => useIdempotentWrite('book', book);
