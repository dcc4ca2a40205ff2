import type { PaymentRefund } from '../../../shared/api/contract';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** Asking to pay a refund by hand that WeChat refuses; agreeing to it as the second person; turning it down. */
export type ByHandStep = 'ask' | 'approve' | 'reject';

interface Call {
  key: string;
  body: { step: ByHandStep; reason: string };
}

/** @throws ApiProblem REFUND_BY_SECOND_PERSON, REFUND_STATE, REFUND_SENDING, REFUND_AT_WECHAT, REFUND_UNCONFIRMED */
export function payRefundByHand(
  refundNo: string,
  { key, body: { step, reason } }: Call,
): Promise<PaymentRefund> {
  const call = { params: { path: { refundNo } }, headers: keyHeader(key) };
  if (step === 'approve')
    return answerOf(api.POST('/api/staff/payment-refunds/{refundNo}/by-hand/approve', call));
  if (step === 'reject')
    return answerOf(api.POST('/api/staff/payment-refunds/{refundNo}/by-hand/reject', call));
  const ask = { ...call, body: { reason } };
  return answerOf(api.POST('/api/staff/payment-refunds/{refundNo}/by-hand', ask));
}

export const usePayRefundByHand = (refundNo: string) =>
  useWrite((call: Call) => payRefundByHand(refundNo, call), [['money'], ['wallet']]);
