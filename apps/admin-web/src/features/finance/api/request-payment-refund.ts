import type { PaymentRefund } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

interface Call {
  key: string;
  body: { amountFen: number; reason: string };
}

/** Asks for an order's money back. @throws ApiProblem REFUND_ELSEWHERE, REFUND_TOO_HIGH, REFUND_TOO_OLD */
export function requestPaymentRefund(orderNo: string, { key, body }: Call): Promise<PaymentRefund> {
  return answerOf(
    api.POST('/api/staff/payment-orders/{orderNo}/refunds', {
      params: { path: { orderNo } },
      headers: keyHeader(key),
      body,
    }),
  );
}

export const useRequestPaymentRefund = (orderNo: string) =>
  useWrite((call: Call) => requestPaymentRefund(orderNo, call), [keys.money]);
