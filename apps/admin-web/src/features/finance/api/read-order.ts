import { useQuery } from '@tanstack/react-query';
import type { PaymentOrderDetail } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** An order with everything that happened to it. @throws ApiProblem PAYMENT_ORDER_NOT_FOUND */
export function readOrder(orderNo: string, signal?: AbortSignal): Promise<PaymentOrderDetail> {
  return answerOf(
    api.GET('/api/staff/payment-orders/{orderNo}', { params: { path: { orderNo } }, signal }),
  );
}

export function useOrder(orderNo: string) {
  return useQuery({
    queryKey: keys.paymentOrder(orderNo),
    queryFn: ({ signal }) => readOrder(orderNo, signal),
  });
}
