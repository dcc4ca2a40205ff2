import type { PaymentRefund } from '../../../shared/api/contract';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

interface Call {
  key: string;
  body: { step: 'approve' | 'reject' | 'withdraw'; note: string };
}

/** Agrees to a refund of an order, turns it down, or takes one's own back. @throws ApiProblem REFUND_BY_SECOND_PERSON, REFUND_STATE */
export function decidePaymentRefund(
  refundNo: string,
  { key, body: { step, note } }: Call,
): Promise<PaymentRefund> {
  const call = {
    params: { path: { refundNo } },
    headers: keyHeader(key),
    body: note || step === 'withdraw' ? { note: note || '申请人撤回' } : {},
  };
  return answerOf(
    step === 'approve'
      ? api.POST('/api/staff/payment-refunds/{refundNo}/approve', call)
      : api.POST('/api/staff/payment-refunds/{refundNo}/reject', call),
  );
}

export const useDecidePaymentRefund = (refundNo: string) =>
  useWrite((call: Call) => decidePaymentRefund(refundNo, call), [['money'], ['wallet']]);
