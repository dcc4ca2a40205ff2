import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Statement } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';

/** A client's movements of one month, `YYYY-MM`, latest first. */
export function readStatement(id: string, month: string, signal?: AbortSignal): Promise<Statement> {
  return answerOf(
    api.GET('/api/staff/clients/{id}/wallet/statement', {
      params: { path: { id }, query: { month } },
      signal,
    }),
  );
}

export function useStatement(id: string, month: string) {
  return useQuery({
    queryKey: keys.statement(id, month),
    queryFn: ({ signal }) => readStatement(id, month, signal),
    placeholderData: keepPreviousData,
  });
}
