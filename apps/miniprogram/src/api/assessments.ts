import { api } from './api';
import { forget, useRemote } from './remote';
import type { AssessmentView } from './types';

/** How her skin and hair are, as far as her therapist released it, the latest first. */
export const useAssessments = () =>
  useRemote(
    '/client/assessments',
    async (): Promise<AssessmentView[]> => (await api('get', '/api/client/assessments', {})).items,
  );

/** One may have been released meanwhile. */
export const assessmentsChanged = (): void => forget('/client/assessments');
