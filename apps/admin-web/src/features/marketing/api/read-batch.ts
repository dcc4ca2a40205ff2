import { useQuery } from '@tanstack/react-query';
import type { CouponBatch } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

const EVERY_MS = 2_000;

/** What became of a list. @throws ApiProblem COUPON_BATCH_NOT_FOUND */
export function readBatch(batchId: string, signal?: AbortSignal): Promise<CouponBatch> {
  return answerOf(
    api.GET('/api/staff/coupon-batches/{batchId}', { params: { path: { batchId } }, signal }),
  );
}

/** Looks again for as long as the list is being served. */
export function useBatch(batch: CouponBatch) {
  return useQuery({
    queryKey: keys.couponBatch(batch.id),
    queryFn: ({ signal }) => readBatch(batch.id, signal),
    initialData: batch,
    staleTime: Infinity,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? EVERY_MS : false),
  });
}
