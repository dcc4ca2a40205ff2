import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PaymentOrderPage } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

export interface OrdersQuery {
  readonly storeId: string;
  readonly state?: 'pending' | 'paid' | 'closed';
  readonly from?: string;
  readonly to?: string;
  /** Only those that somebody has to look at. */
  readonly stuck?: 'true';
  readonly cursor?: string;
}

/** Payment orders of a store, newest first. */
export function listOrders(query: OrdersQuery, signal?: AbortSignal): Promise<PaymentOrderPage> {
  return answerOf(api.GET('/api/staff/payment-orders', { params: { query }, signal }));
}

export function useOrders(query: OrdersQuery) {
  return useQuery({
    queryKey: keys.paymentOrders(query),
    queryFn: ({ signal }) => listOrders(query, signal),
    placeholderData: keepPreviousData,
  });
}
