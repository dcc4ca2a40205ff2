import { useCallback } from 'react';
import { api } from './api';
import { remember, useRemote } from './remote';
import { useIdempotentWrite } from './use-idempotent-write';
import { walletChanged } from './wallet';

const keyOf = (spendId: string): string => `/client/wallet/spends/${spendId}`;

/** A deduction that a line of the statement opens to. */
export const useSpend = (spendId: string) =>
  useRemote(keyOf(spendId), () =>
    api('get', '/api/client/wallet/spends/{spendId}', { params: { spendId } }),
  );

/** “This was not me”: the desk looks into it. */
export function useDisputeSpend(spendId: string) {
  const send = useCallback(
    async (body: { note: string }, key: string) => {
      const path = '/api/client/wallet/spends/{spendId}/dispute';
      const spend = await api('post', path, { params: { spendId }, body }, key);
      walletChanged();
      remember(keyOf(spendId), spend);
      return spend;
    },
    [spendId],
  );
  return useIdempotentWrite(`dispute.${spendId}`, send);
}
