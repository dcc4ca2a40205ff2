import { useQuery } from '@tanstack/react-query';
import type { Wallet } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';

/** What a client has, lot by lot, and what stands in its way. */
export function readWallet(id: string, signal?: AbortSignal): Promise<Wallet> {
  return answerOf(api.GET('/api/staff/clients/{id}/wallet', { params: { path: { id } }, signal }));
}

export function useWallet(id: string) {
  return useQuery({ queryKey: keys.wallet(id), queryFn: ({ signal }) => readWallet(id, signal) });
}
