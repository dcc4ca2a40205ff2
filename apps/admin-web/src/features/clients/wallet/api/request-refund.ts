import type { ValueRefund, ValueRefundDraft } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../../shared/api/use-write';

/** Asks for a refund; a second person decides. @throws ApiProblem REFUND_CHANGED, REFUND_OPEN, NOTHING_TO_REFUND */
export function requestRefund(
  id: string,
  { key, body }: { key: string; body: ValueRefundDraft },
): Promise<ValueRefund> {
  return answerOf(
    api.POST('/api/staff/clients/{id}/refunds', {
      params: { path: { id } },
      headers: keyHeader(key),
      body,
    }),
  );
}

export const useRequestRefund = (id: string) =>
  useWrite(
    (call: { key: string; body: ValueRefundDraft }) => requestRefund(id, call),
    [keys.wallet(id), keys.money],
  );
