import { useCallback } from 'react';
import type { Signature } from '@/lib/signature-ink';
import { api } from './api';
import { remember, useRemote } from './remote';
import { useIdempotentWrite } from './use-idempotent-write';
import { walletChanged } from './wallet';

const keyOf = (id: string): string => `/client/contracts/${id}`;

/** Every contract of the client. */
export const useContracts = () =>
  useRemote(
    '/client/contracts?',
    async () => (await api('get', '/api/client/contracts', {})).items,
  );

/** One, word for word. */
export const useContract = (id: string) =>
  useRemote(keyOf(id), () =>
    api('get', '/api/client/contracts/{contractId}', { params: { contractId: id } }),
  );

/** Signs one that was bought before it was signed. @throws ApiProblem CONTRACT_SIGNED */
export function useSignContract(id: string) {
  const send = useCallback(
    async (body: { signature: Signature }, key: string) => {
      const path = '/api/client/contracts/{contractId}/sign';
      const contract = await api('post', path, { params: { contractId: id }, body }, key);
      walletChanged();
      remember(keyOf(id), contract);
      return contract;
    },
    [id],
  );
  return useIdempotentWrite(`sign.${id}`, send);
}
