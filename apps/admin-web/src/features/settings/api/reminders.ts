import { useQuery } from '@tanstack/react-query';
import type { ReminderRules, ReminderRulesChange } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { useWrite } from '../../../shared/api/use-write';

/** When a store reminds of visits, and what became of its messages. */
export function readReminders(storeId: string, signal?: AbortSignal): Promise<ReminderRules> {
  const params = { path: { storeId } };
  return answerOf(api.GET('/api/staff/visit-reminders/{storeId}', { params, signal }));
}

export const useReminders = (storeId: string) =>
  useQuery({
    queryKey: keys.reminders(storeId),
    queryFn: ({ signal }) => readReminders(storeId, signal),
  });

/** @throws ApiProblem INVALID_INPUT */
export const useSaveReminders = (storeId: string) =>
  useWrite(
    ({ body }: { key: string; body: ReminderRulesChange }) =>
      answerOf(
        api.PUT('/api/staff/visit-reminders/{storeId}', { params: { path: { storeId } }, body }),
      ),
    [keys.reminders(storeId)],
  );
