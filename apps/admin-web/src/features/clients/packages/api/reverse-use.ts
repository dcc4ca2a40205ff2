import type { SessionUse } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../../shared/api/use-write';

/** Undoes a wrong use. @throws ApiProblem SESSION_USE_STATE, REVERSAL_TOO_LATE, PACKAGE_STATE, REFUND_OPEN */
export function reverseUse(
  useId: string,
  { key, body }: { key: string; body: { reason: string } },
): Promise<SessionUse> {
  return answerOf(
    api.POST('/api/staff/session-uses/{useId}/reverse', {
      params: { path: { useId } },
      headers: keyHeader(key),
      body,
    }),
  );
}

export const useReverseUse = (useId: string, clientId: string) =>
  useWrite(
    (call: { key: string; body: { reason: string } }) => reverseUse(useId, call),
    [keys.wallet(clientId), keys.money],
  );
