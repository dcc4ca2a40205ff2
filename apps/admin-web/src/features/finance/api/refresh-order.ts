import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PaymentOrderDetail } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** Asks WeChat now, unless somebody did a moment ago. @throws ApiProblem WECHAT_PAY_UNAVAILABLE */
export function refreshOrder(orderNo: string): Promise<PaymentOrderDetail> {
  return answerOf(
    api.POST('/api/staff/payment-orders/{orderNo}/refresh', { params: { path: { orderNo } } }),
  );
}

export function useRefreshOrder() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: refreshOrder,
    onSuccess: (order) => queries.setQueryData(keys.paymentOrder(order.orderNo), order),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.money }),
  });
}
