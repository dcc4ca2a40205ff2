import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PaymentRefund, PaymentRefundPage } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

export interface PaymentRefundsQuery {
  readonly storeId: string;
  readonly state?: PaymentRefund['state'];
  /** Only those that somebody has to look at. */
  readonly stuck?: 'true';
  readonly cursor?: string;
}

/** Refunds of a store that go back through WeChat, newest first. */
export function listPaymentRefunds(
  query: PaymentRefundsQuery,
  signal?: AbortSignal,
): Promise<PaymentRefundPage> {
  return answerOf(api.GET('/api/staff/payment-refunds', { params: { query }, signal }));
}

export function usePaymentRefunds(query: PaymentRefundsQuery) {
  return useQuery({
    queryKey: keys.paymentRefunds(query),
    queryFn: ({ signal }) => listPaymentRefunds(query, signal),
    placeholderData: keepPreviousData,
  });
}
