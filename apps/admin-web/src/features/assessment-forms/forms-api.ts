import { useQuery } from '@tanstack/react-query';
import type { AssessmentForm } from '../../shared/api/contract';
import { keys } from '../../shared/api/keys';
import { answerOf, api } from '../../shared/api/transport';
import { keyHeader, useWrite } from '../../shared/api/use-write';

/** The forms in force, one of each kind. */
export const useAssessmentForms = () =>
  useQuery({
    queryKey: keys.assessmentForms,
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/api/staff/assessment-forms', { signal }))).items,
  });

/** Publishes the next version. @throws ApiProblem ASSESSMENT_FORM_CHANGED  somebody was faster */
export const usePublishForm = () =>
  useWrite(
    ({ key, body }: { key: string; body: AssessmentForm }) =>
      answerOf(api.POST('/api/staff/assessment-forms', { headers: keyHeader(key), body })),
    [keys.assessmentForms, keys.care],
  );
