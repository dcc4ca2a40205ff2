import { api } from './api';
import { carePlanChanged } from './care-plan';
import { forget, remember, useRemote } from './remote';
import { packagesChanged } from './packages';
import type { AppointmentView, Page } from './types';

export type Scope = 'upcoming' | 'past';

/** One page of the client's visits; upcoming ones soonest first, past ones latest first. */
export const loadAppointments = (scope: Scope, cursor?: string): Promise<Page<AppointmentView>> =>
  api('get', '/api/client/appointments', { query: { scope, cursor } });

/** The first page, kept for whoever shows it. */
export const useAppointments = (scope: Scope) =>
  useRemote(
    `/client/appointments?scope=${scope}`,
    async () => (await loadAppointments(scope)).items,
  );

const keyOf = (id: string): string => `/client/appointments/${id}`;

export const useAppointment = (id: string) =>
  useRemote(keyOf(id), () => api('get', '/api/client/appointments/{id}', { params: { id } }));

/** After any change of a visit: its page shows it, and lists and free times are asked again. */
export function visitChanged(visit: AppointmentView): void {
  remember(keyOf(visit.id), visit);
  forget('/client/appointments?');
  forget('/client/availability');
  forget('/client/staff');
  // A visit keeps sessions, gives them back or uses them.
  packagesChanged();
  carePlanChanged();
}
