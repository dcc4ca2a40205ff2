import { useCallback } from 'react';
import { api } from './api';
import type { Given } from './contract';
import { forget, useRemote } from './remote';
import { useIdempotentWrite } from './use-idempotent-write';

const KEY = '/client/questionnaires';

export type ReplyDraftBody = Given<
  'post',
  '/api/client/questionnaires/{questionnaireId}/answers'
>['body'];

/** What some services ask for and what she answered before; undefined while nobody knows which services. */
export const useQuestionnaires = (serviceIds: readonly string[] | undefined) => {
  const query = serviceIds?.join(',');
  return useRemote(query === undefined ? null : `${KEY}?${query}`, () =>
    api('get', '/api/client/questionnaires', { query: query ? { serviceIds: query } : {} }),
  );
};

/** One to be filled in, with what she answered to it before. */
export const useQuestionnaire = (id: string) =>
  useRemote(`${KEY}/${id}`, () =>
    api('get', '/api/client/questionnaires/{questionnaireId}', { params: { questionnaireId: id } }),
  );

/** After an answer, or a consent that opens or closes them. */
export const questionnairesChanged = (): void => forget(KEY);

/** Answers it. @throws ApiProblem QUESTIONNAIRE_CHANGED, HEALTH_CONSENT_MISSING, GUARDIAN_REQUIRED */
export function useAnswer(questionnaireId: string) {
  const send = useCallback(
    async (body: ReplyDraftBody, key: string) => {
      const path = '/api/client/questionnaires/{questionnaireId}/answers';
      const given = await api('post', path, { params: { questionnaireId }, body }, key);
      questionnairesChanged();
      return given;
    },
    [questionnaireId],
  );
  return useIdempotentWrite(`questionnaire.${questionnaireId}`, send);
}
