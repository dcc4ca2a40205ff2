import { useQuery } from '@tanstack/react-query';
import type { RefundQuote } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';

/** What a package would give back now, by each of the law's three bases. */
export function readPackageQuote(packageId: string, signal?: AbortSignal): Promise<RefundQuote> {
  const path = '/api/staff/packages/{packageId}/refund-quote';
  return answerOf(api.GET(path, { params: { path: { packageId } }, signal }));
}

export function usePackageQuote(packageId: string) {
  return useQuery({
    queryKey: keys.packageQuote(packageId),
    queryFn: ({ signal }) => readPackageQuote(packageId, signal),
    gcTime: 0,
  });
}
