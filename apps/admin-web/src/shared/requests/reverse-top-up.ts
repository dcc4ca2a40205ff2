import type { Reversed } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';
import { keyHeader, useWrite } from '../api/use-write';

/** Mirrors a wrong sale. @throws ApiProblem REVERSAL_TOO_LATE, TOP_UP_STATE */
export function reverseTopUp(
  id: string,
  { key, body }: { key: string; body: { reason: string } },
): Promise<Reversed> {
  return answerOf(
    api.POST('/api/staff/top-ups/{topUpId}/reverse', {
      params: { path: { topUpId: id } },
      headers: keyHeader(key),
      body,
    }),
  );
}

export const useReverseTopUp = (id: string, clientId: string) =>
  useWrite(
    (call: { key: string; body: { reason: string } }) => reverseTopUp(id, call),
    [keys.wallet(clientId), keys.money],
  );
