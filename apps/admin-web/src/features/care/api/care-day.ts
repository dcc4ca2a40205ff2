import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CareDay, CareOverrideWish, CareVisit } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** A store's day with which records are written; without a date, today. */
export function readCareDay(storeId: string, date: string, signal?: AbortSignal): Promise<CareDay> {
  return answerOf(api.GET('/api/staff/care-day', { params: { query: { storeId, date } }, signal }));
}

export function useCareDay(storeId: string, date: string) {
  return useQuery({
    queryKey: keys.careDay(storeId, date),
    queryFn: ({ signal }) => readCareDay(storeId, date, signal),
  });
}

/** The steps of a day of care. */
export type CareStep = NonNullable<CareVisit['next']>;

interface StepCall {
  id: string;
  step: CareStep;
  /** Starts in spite of a caution. */
  override?: CareOverrideWish;
}

/** Takes a visit one step on. @throws ApiProblem TRANSITION_REFUSED when somebody was faster, CARE_CONTRAINDICATED */
export async function takeStep({ id, step, override }: StepCall): Promise<void> {
  const params = { path: { id } };
  switch (step) {
    case 'arrive':
      await answerOf(api.POST('/api/staff/appointments/{id}/arrive', { params }));
      return;
    case 'start':
      await answerOf(
        api.POST('/api/staff/appointments/{id}/start', { params, body: { override } }),
      );
      return;
    case 'complete':
      await answerOf(api.POST('/api/staff/appointments/{id}/complete', { params }));
  }
}

export function useStep() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: takeStep,
    onSettled: () => queries.invalidateQueries({ queryKey: keys.visits }),
  });
}
