import type { Payout, ValueRefund } from '../../../shared/api/contract';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

interface Call {
  key: string;
  body: Payout;
}

/** Writes down that a part of a refund was paid by hand. @throws ApiProblem REFUND_STATE */
export function payOutRefund(
  refundId: string,
  seq: number,
  { key, body }: Call,
): Promise<ValueRefund> {
  return answerOf(
    api.POST('/api/staff/stored-value-refunds/{refundId}/items/{seq}/pay-out', {
      params: { path: { refundId, seq: String(seq) } },
      headers: keyHeader(key),
      body,
    }),
  );
}

export const usePayOutRefund = (refundId: string, seq: number) =>
  useWrite((call: Call) => payOutRefund(refundId, seq, call), [['money'], ['wallet']]);
