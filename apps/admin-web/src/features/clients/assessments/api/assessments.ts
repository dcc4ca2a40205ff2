import { useQuery } from '@tanstack/react-query';
import type {
  AssessmentContents,
  AssessmentCorrection,
  AssessmentForm,
  AssessmentWish,
  ClientAssessments,
  HairFormulaWish,
} from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import type { DraftStore } from '../../../../shared/api/draft-keeper';
import { keyHeader, useWrite } from '../../../../shared/api/use-write';

/** Each read is written down, so it is not read again by itself. */
const ONCE = {
  staleTime: Infinity,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
} as const;

export const useAssessments = (clientId: string) =>
  useQuery({
    ...{ queryKey: keys.assessments(clientId), ...ONCE },
    queryFn: ({ signal }): Promise<ClientAssessments> => {
      const params = { path: { id: clientId } };
      return answerOf(api.GET('/api/staff/clients/{id}/assessments', { params, signal }));
    },
  });

interface Call<Body> {
  key: string;
  body: Body;
}

/** Writes an assessment. @throws ApiProblem ASSESSMENT_FORM_CHANGED  the form was changed meanwhile */
export const useWriteAssessment = (clientId: string) =>
  useWrite(
    ({ key, body }: Call<AssessmentWish>) =>
      answerOf(
        api.POST('/api/staff/clients/{id}/assessments', {
          params: { path: { id: clientId } },
          headers: keyHeader(key),
          body,
        }),
      ),
    [keys.assessments(clientId)],
  );

/** Corrects one. @throws ApiProblem ASSESSMENT_CHANGED  somebody was faster */
export const useCorrectAssessment = (clientId: string, assessmentId: string) =>
  useWrite(
    ({ key, body }: Call<AssessmentCorrection>) =>
      answerOf(
        api.POST('/api/staff/assessments/{assessmentId}/corrections', {
          params: { path: { assessmentId } },
          headers: keyHeader(key),
          body,
        }),
      ),
    [keys.assessments(clientId)],
  );

/** Keeps what was filled in so far of one kind. */
export const draftsOf = (
  clientId: string,
  { kind, version: formVersion }: AssessmentForm,
): DraftStore<AssessmentContents> => ({
  changed: 'ASSESSMENT_DRAFT_CHANGED',
  async save(key, contents, revision) {
    const answer = await answerOf(
      api.PUT('/api/staff/clients/{id}/assessment-draft', {
        params: { path: { id: clientId } },
        headers: keyHeader(key),
        body: { kind, formVersion, contents, revision },
      }),
    );
    return answer.revision;
  },
});

export const useFormulas = (clientId: string) =>
  useQuery({
    ...{ queryKey: keys.formulas(clientId), ...ONCE },
    queryFn: ({ signal }) => {
      const params = { path: { id: clientId } };
      return answerOf(api.GET('/api/staff/clients/{id}/formulas', { params, signal }));
    },
  });

export const useWriteFormula = (clientId: string) =>
  useWrite(
    ({ key, body }: Call<HairFormulaWish>) =>
      answerOf(
        api.POST('/api/staff/clients/{id}/formulas', {
          params: { path: { id: clientId } },
          headers: keyHeader(key),
          body,
        }),
      ),
    [keys.formulas(clientId)],
  );
