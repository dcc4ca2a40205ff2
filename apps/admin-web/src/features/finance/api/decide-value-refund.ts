import type { ValueRefund } from '../../../shared/api/contract';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

interface Call {
  key: string;
  body: { step: 'approve' | 'reject' | 'withdraw'; note: string };
}

/** Agrees to a refund of stored value, turns it down, or takes one's own back. @throws ApiProblem REFUND_BY_SECOND_PERSON, REFUND_STATE */
export function decideValueRefund(
  refundId: string,
  { key, body: { step, note } }: Call,
): Promise<ValueRefund> {
  const call = { params: { path: { refundId } }, headers: keyHeader(key) };
  if (step === 'withdraw')
    return answerOf(api.POST('/api/staff/stored-value-refunds/{refundId}/withdraw', call));
  return answerOf(
    step === 'approve'
      ? api.POST('/api/staff/stored-value-refunds/{refundId}/approve', {
          ...call,
          body: note ? { note } : {},
        })
      : api.POST('/api/staff/stored-value-refunds/{refundId}/reject', {
          ...call,
          body: { reason: note },
        }),
  );
}

export const useDecideValueRefund = (refundId: string) =>
  useWrite((call: Call) => decideValueRefund(refundId, call), [['money'], ['wallet']]);
