import type { Reversed } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../../shared/api/use-write';

interface Call {
  key: string;
  body: { reason: string };
}

/** Mirrors a wrong charge. @throws ApiProblem REVERSAL_TOO_LATE, SPEND_PAID_BACK, SPEND_STATE */
export function reverseSpend(id: string, { key, body }: Call): Promise<Reversed> {
  return answerOf(
    api.POST('/api/staff/spends/{spendId}/reverse', {
      params: { path: { spendId: id } },
      headers: keyHeader(key),
      body,
    }),
  );
}

export const useReverseSpend = (id: string, clientId: string) =>
  useWrite((call: Call) => reverseSpend(id, call), [keys.wallet(clientId), keys.money]);
