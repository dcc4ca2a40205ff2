import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CareOverrideWish, StaffAppointment } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { patchCalendars } from './read-calendar';

/** What the desk may do with a visit; which of them are possible now is in the visit's `allowed`. */
export type Transition = 'confirm' | 'arrive' | 'start' | 'complete' | 'no_show' | 'cancel';

export interface TransitionCall {
  id: string;
  transition: Transition;
  /** Required to cancel. */
  reason?: string;
  /** To start in spite of a caution. */
  override?: CareOverrideWish;
}

/** Carries out a transition. @throws ApiProblem TRANSITION_REFUSED  when the visit has moved on meanwhile */
export function transitionVisit({
  id,
  transition,
  reason,
  override,
}: TransitionCall): Promise<StaffAppointment> {
  const params = { path: { id } };
  switch (transition) {
    case 'confirm':
      return answerOf(api.POST('/api/staff/appointments/{id}/confirm', { params }));
    case 'arrive':
      return answerOf(api.POST('/api/staff/appointments/{id}/arrive', { params }));
    case 'start':
      return answerOf(
        api.POST('/api/staff/appointments/{id}/start', { params, body: { override } }),
      );
    case 'complete':
      return answerOf(api.POST('/api/staff/appointments/{id}/complete', { params }));
    case 'no_show':
      return answerOf(api.POST('/api/staff/appointments/{id}/no-show', { params }));
    case 'cancel':
      return answerOf(
        api.POST('/api/staff/appointments/{id}/cancel', { params, body: { reason: reason ?? '' } }),
      );
  }
}

export function useTransition() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: transitionVisit,
    onSuccess: (visit) => {
      queries.setQueryData(keys.visit(visit.id), visit);
      patchCalendars(queries, visit);
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keys.visits }),
        queries.invalidateQueries({ queryKey: keys.care }),
      ]),
  });
}
