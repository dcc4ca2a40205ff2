import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RefundState } from '@yance/shared-types';
import type { ValueRefundPage } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

export interface ValueRefundsQuery {
  readonly storeId: string;
  readonly state?: RefundState;
  readonly cursor?: string;
}

/** Refunds of stored value that were asked for in a store, latest first. */
export function listValueRefunds(
  query: ValueRefundsQuery,
  signal?: AbortSignal,
): Promise<ValueRefundPage> {
  return answerOf(api.GET('/api/staff/stored-value-refunds', { params: { query }, signal }));
}

export function useValueRefunds(query: ValueRefundsQuery) {
  return useQuery({
    queryKey: keys.valueRefunds(query),
    queryFn: ({ signal }) => listValueRefunds(query, signal),
    placeholderData: keepPreviousData,
  });
}
