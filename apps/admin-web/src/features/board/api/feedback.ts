import { useQuery } from '@tanstack/react-query';
import type { UnseenFeedback, VisitFeedback } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** What clients said today and nobody has seen; a live event asks again. */
export const useUnseenFeedback = (storeId: string, isAllowed: boolean) =>
  useQuery({
    queryKey: keys.feedback(storeId),
    queryFn: async ({ signal }): Promise<UnseenFeedback[]> => {
      const params = { query: { storeId } };
      return (await answerOf(api.GET('/api/staff/visit-feedback', { params, signal }))).items;
    },
    enabled: isAllowed,
  });

/** What she said at a visit. */
export const useVisitFeedback = (id: string, isAllowed: boolean) =>
  useQuery({
    queryKey: keys.visitFeedback(id),
    queryFn: async ({ signal }): Promise<VisitFeedback[]> => {
      const params = { path: { id } };
      return (await answerOf(api.GET('/api/staff/appointments/{id}/feedback', { params, signal })))
        .items;
    },
    enabled: isAllowed,
  });

/** Somebody has seen a word. @throws ApiProblem FEEDBACK_NOT_FOUND */
export const useSeeFeedback = () =>
  useWrite(
    ({ key, body }: { key: string; body: { feedbackId: string } }) => {
      const params = { path: body };
      const headers = keyHeader(key);
      return answerOf(api.POST('/api/staff/visit-feedback/{feedbackId}/seen', { headers, params }));
    },
    [keys.visits],
  );
