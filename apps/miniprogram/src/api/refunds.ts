import { useCallback } from 'react';
import { api } from './api';
import type { Given } from './contract';
import { packagesChanged } from './packages';
import { useRemote } from './remote';
import { useIdempotentWrite } from './use-idempotent-write';
import type { RefundView } from './types';
import { walletChanged } from './wallet';

export type RefundBody = Given<'post', '/api/client/wallet/refunds'>['body'];

/** What would go back now. */
export const useRefundQuote = () =>
  useRemote('/client/wallet/refund-quote', () => api('get', '/api/client/wallet/refund-quote', {}));

/** Refunds of stored value and of packages, latest first. */
export const useRefunds = () =>
  useRemote(
    '/client/wallet/refunds',
    async () => (await api('get', '/api/client/wallet/refunds', {})).items,
  );

async function request(body: RefundBody, idempotencyKey: string): Promise<RefundView> {
  const refund = await api('post', '/api/client/wallet/refunds', { body }, idempotencyKey);
  walletChanged();
  return refund;
}

/** @throws ApiProblem REFUND_CHANGED, REFUND_OPEN, COOLING_OFF_OVER, WALLET_FROZEN */
export const useRequestRefund = () => useIdempotentWrite('refund', request);

/** Takes a refund back that nobody has decided yet. @throws ApiProblem REFUND_STATE */
export function useWithdrawRefund(refundId: string) {
  const send = useCallback(
    async (_: { refundId: string }, key: string) => {
      const path = '/api/client/wallet/refunds/{refundId}/withdraw';
      const refund = await api('post', path, { params: { refundId } }, key);
      walletChanged();
      packagesChanged();
      return refund;
    },
    [refundId],
  );
  return useIdempotentWrite(`withdraw.${refundId}`, send);
}
