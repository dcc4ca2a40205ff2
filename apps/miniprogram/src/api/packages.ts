import { useCallback } from 'react';
import { api } from './api';
import type { Given } from './contract';
import { forget, useRemote } from './remote';
import type { StartedPackage } from './types';
import { useIdempotentWrite } from './use-idempotent-write';
import { walletChanged } from './wallet';

/** What can be bought, each with the contract that goes with it. */
export const usePackagePlans = () =>
  useRemote('/client/package-plans', () => api('get', '/api/client/package-plans', {}));

/** Her packages, those in use first. */
export const usePackages = () =>
  useRemote('/client/packages?', async () => (await api('get', '/api/client/packages', {})).items);

/** One with its uses and what happened to it. */
export const usePackage = (packageId: string) =>
  useRemote(`/client/packages/${packageId}`, () =>
    api('get', '/api/client/packages/{packageId}', { params: { packageId } }),
  );

/** Uses that wait for her word. */
export const useWaitingUses = () =>
  useRemote(
    '/client/session-uses?',
    async () => (await api('get', '/api/client/session-uses', {})).items,
  );

/** What a package would give back now. */
export const usePackageQuote = (packageId: string) =>
  useRemote(`/client/packages/${packageId}/refund-quote`, () =>
    api('get', '/api/client/packages/{packageId}/refund-quote', { params: { packageId } }),
  );

type RefundBody = Given<'post', '/api/client/packages/{packageId}/refunds'>['body'];

/** @throws ApiProblem REFUND_CHANGED, REFUND_OPEN, COOLING_OFF_OVER, PACKAGE_RESERVED, WALLET_FROZEN */
export function useRequestPackageRefund(packageId: string) {
  const send = useCallback(
    async (body: RefundBody, key: string) => {
      const path = '/api/client/packages/{packageId}/refunds';
      const refund = await api('post', path, { params: { packageId }, body }, key);
      packagesChanged();
      return refund;
    },
    [packageId],
  );
  return useIdempotentWrite(`package-refund.${packageId}`, send);
}

/** After a session was kept, given back, used or answered: whoever shows packages asks again. */
export function packagesChanged(): void {
  forget('/client/packages');
  forget('/client/session-uses');
  forget('/client/wallet');
}

export type PackageOrderBody = Given<'post', '/api/client/package-orders'>['body'];

async function start(body: PackageOrderBody, idempotencyKey: string): Promise<StartedPackage> {
  const started = await api('post', '/api/client/package-orders', { body }, idempotencyKey);
  walletChanged();
  return started;
}

/** @throws ApiProblem CONTRACT_TEXT_CHANGED, PACKAGE_PLAN_NOT_ON_SALE, SIGNATURE_REQUIRED, WECHAT_PAY_UNAVAILABLE */
export const useStartPackage = () => useIdempotentWrite('package', start);

/** “That is right.” @throws ApiProblem SESSION_USE_STATE when it was undone meanwhile */
export function useConfirmUse(useId: string) {
  const send = useCallback(
    async (_body: object, key: string) => {
      const path = '/api/client/session-uses/{useId}/confirm';
      const use = await api('post', path, { params: { useId } }, key);
      packagesChanged();
      return use;
    },
    [useId],
  );
  return useIdempotentWrite(`confirm-use.${useId}`, send);
}

/** “This was not me”: the desk looks into it. @throws as useConfirmUse */
export function useDisputeUse(useId: string) {
  const send = useCallback(
    async (body: { note: string }, key: string) => {
      const path = '/api/client/session-uses/{useId}/dispute';
      const use = await api('post', path, { params: { useId }, body }, key);
      packagesChanged();
      return use;
    },
    [useId],
  );
  return useIdempotentWrite(`dispute-use.${useId}`, send);
}
