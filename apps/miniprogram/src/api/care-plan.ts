import { useCallback } from 'react';
import { api } from './api';
import { forget, useRemote } from './remote';
import type { CarePlanView } from './types';
import { useIdempotentWrite } from './use-idempotent-write';

const PATH = '/client/care-plan';

/** Her plan as a path; null while nothing was proposed to her. */
export const useCarePlan = () =>
  useRemote(PATH, async () => (await api('get', '/api/client/care-plan', {})).plan);

/** It may have been changed meanwhile, or a visit of it booked. */
export const carePlanChanged = (): void => forget(PATH);

async function agree(body: { version: number }, key: string): Promise<CarePlanView | null> {
  try {
    return (await api('post', '/api/client/care-plan/agree', { body }, key)).plan;
  } finally {
    // Also after a refusal: it says something else by now.
    carePlanChanged();
  }
}

/** She says yes to the version that she read. @throws ApiProblem CARE_PLAN_CHANGED, CARE_PLAN_STATE */
export const useAgreePlan = () => useIdempotentWrite('agree-plan', agree);

export interface RatingBody {
  score: number;
  words: string;
}

/** How she liked a visit. @throws ApiProblem CARE_PLAN_STEP_NOT_FOUND, CARE_PLAN_STATE */
export function useRateStep(stepId: string) {
  const send = useCallback(
    async (body: RatingBody, key: string): Promise<CarePlanView | null> => {
      try {
        const path = '/api/client/care-plan/steps/{stepId}/rating';
        return (await api('put', path, { params: { stepId }, body }, key)).plan;
      } finally {
        carePlanChanged();
      }
    },
    [stepId],
  );
  return useIdempotentWrite(`rate-${stepId}`, send);
}
