import { useQuery } from '@tanstack/react-query';
import type {
  QuestionnaireReply,
  QuestionnaireStandings,
  QuestionnaireToFill,
  ToldConfirmation,
} from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';
import { keyHeader, useWrite } from '../api/use-write';

/** Where a client stands with what some services ask for, and with what she answered before. */
export const useStandings = (id: string, serviceIds: readonly string[] = []) =>
  useQuery({
    queryKey: keys.questionnaireStandings(id, serviceIds.join(',')),
    queryFn: ({ signal }): Promise<QuestionnaireStandings> => {
      const query = serviceIds.length > 0 ? { serviceIds: serviceIds.join(',') } : {};
      const params = { path: { id }, query };
      return answerOf(api.GET('/api/staff/clients/{id}/questionnaires', { params, signal }));
    },
  });

/** One to be filled in on the salon's screen. @throws ApiProblem QUESTIONNAIRE_NOT_FOUND */
export const useToFill = (id: string, questionnaireId: string) =>
  useQuery({
    queryKey: keys.questionnaireToFill(id, questionnaireId),
    queryFn: ({ signal }): Promise<QuestionnaireToFill> => {
      const path = '/api/staff/clients/{id}/questionnaires/{questionnaireId}';
      return answerOf(api.GET(path, { params: { path: { id, questionnaireId } }, signal }));
    },
  });

/**
 * She was asked, and it is so: what she told goes into her health file.
 * @throws ApiProblem TOLD_CONFIRMED, QUESTIONNAIRE_NOT_FOUND once she answered anew, HEALTH_CONSENT_MISSING
 */
export const useConfirmTold = (id: string, answerId: string) =>
  useWrite(
    ({ key, body }: { key: string; body: ToldConfirmation }) =>
      answerOf(
        api.POST('/api/staff/clients/{id}/questionnaire-answers/{answerId}/confirm', {
          ...{ params: { path: { id, answerId } }, headers: keyHeader(key), body },
        }),
      ),
    [keys.questionnaireAnswers(id), keys.care, keys.clientPages, ['clients', 'briefing']],
  );

/** She filled it in on the salon's screen. @throws ApiProblem QUESTIONNAIRE_CHANGED, GUARDIAN_REQUIRED, HEALTH_CONSENT_MISSING */
export const useReply = (id: string, questionnaireId: string) =>
  useWrite(
    ({ key, body }: { key: string; body: QuestionnaireReply }) =>
      answerOf(
        api.POST('/api/staff/clients/{id}/questionnaires/{questionnaireId}/answers', {
          ...{ params: { path: { id, questionnaireId } }, headers: keyHeader(key), body },
        }),
      ),
    // What she said may be a caution: it stands first on her page and before her visit.
    [keys.questionnaires(id), keys.care, keys.clientPages, ['clients', 'briefing']],
  );
