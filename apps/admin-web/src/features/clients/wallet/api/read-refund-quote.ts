import { useQuery } from '@tanstack/react-query';
import type { RefundQuote } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';

/** What would go back now by each of the law's three bases. */
export function readRefundQuote(id: string, signal?: AbortSignal): Promise<RefundQuote> {
  return answerOf(
    api.GET('/api/staff/clients/{id}/refund-quote', { params: { path: { id } }, signal }),
  );
}

export function useRefundQuote(id: string) {
  return useQuery({
    queryKey: keys.refundQuote(id),
    queryFn: ({ signal }) => readRefundQuote(id, signal),
    gcTime: 0,
  });
}
