import { api } from './api';
import { visitChanged } from './appointments';
import type { AppointmentView } from './types';
import { useIdempotentWrite } from './use-idempotent-write';

export interface BookingBody {
  storeId: string;
  start: string;
  services: { serviceId: string; staffId?: string }[];
  note?: string;
}

async function book(body: BookingBody, idempotencyKey: string): Promise<AppointmentView> {
  const visit = await api<AppointmentView>({
    method: 'POST',
    path: '/client/appointments',
    body,
    idempotencyKey,
  });
  visitChanged(visit);
  return visit;
}

/** @throws ApiProblem SLOT_TAKEN with alternatives, PHONE_REQUIRED, TOO_MANY_OPEN_VISITS */
export const useBookAppointment = () => useIdempotentWrite('book', book);
