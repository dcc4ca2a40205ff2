import type { PaymentRefund, WarningSettled } from '../../../shared/api/contract';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

interface Call {
  key: string;
  body: WarningSettled;
}

/** Says what came of a refund that may have gone out twice. @throws ApiProblem REFUND_STATE */
export function settleRefundWarning(refundNo: string, { key, body }: Call): Promise<PaymentRefund> {
  const call = { params: { path: { refundNo } }, headers: keyHeader(key), body };
  return answerOf(api.POST('/api/staff/payment-refunds/{refundNo}/warnings/settle', call));
}

export const useSettleRefundWarning = (refundNo: string) =>
  useWrite((call: Call) => settleRefundWarning(refundNo, call), [['money'], ['wallet']]);
