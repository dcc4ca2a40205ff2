import type { StaffAppointment } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** Another time for a visit. */
export interface OfferedTime {
  start: string;
  staffId?: string;
}

export type DeclineReason = NonNullable<StaffAppointment['declineReason']>;

interface Call<Body> {
  key: string;
  body: Body;
}

/** Proposes other times. @throws ApiProblem SLOT_TAKEN with `alternatives`, APPOINTMENT_CHANGED */
function offerTimes(
  id: string,
  { key, body }: Call<{ options: OfferedTime[]; version: number }>,
): Promise<StaffAppointment> {
  const params = { path: { id } };
  return answerOf(
    api.POST('/api/staff/appointments/{id}/offer', { params, headers: keyHeader(key), body }),
  );
}

/** Takes an offered time for a client who calls. @throws ApiProblem OFFER_GONE */
function acceptOffer(
  id: string,
  { key, body }: Call<{ optionId: string }>,
): Promise<StaffAppointment> {
  const params = { path: { id } };
  return answerOf(
    api.POST('/api/staff/appointments/{id}/accept', { params, headers: keyHeader(key), body }),
  );
}

/** Says no. @throws ApiProblem TRANSITION_REFUSED */
function declineVisit(
  id: string,
  { key, body }: Call<{ reason: DeclineReason; words?: string }>,
): Promise<StaffAppointment> {
  const params = { path: { id } };
  return answerOf(
    api.POST('/api/staff/appointments/{id}/decline', { params, headers: keyHeader(key), body }),
  );
}

export const useOfferTimes = (id: string) =>
  useWrite(
    (call: Call<{ options: OfferedTime[]; version: number }>) => offerTimes(id, call),
    [keys.visits],
  );

export const useAcceptOffer = (id: string) =>
  useWrite((call: Call<{ optionId: string }>) => acceptOffer(id, call), [keys.visits]);

export const useDeclineVisit = (id: string) =>
  useWrite(
    (call: Call<{ reason: DeclineReason; words?: string }>) => declineVisit(id, call),
    [keys.visits],
  );
