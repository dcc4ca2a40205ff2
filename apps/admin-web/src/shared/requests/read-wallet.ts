import { useQuery } from '@tanstack/react-query';
import type { Wallet } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';
import { useDesk } from '../session/desk';

/** What a client has, lot by lot, and what stands in its way. */
export function readWallet(id: string, storeId: string, signal?: AbortSignal): Promise<Wallet> {
  const params = { path: { id }, query: { storeId } };
  return answerOf(api.GET('/api/staff/clients/{id}/wallet', { params, signal }));
}

/** As the desk of the chosen store sees it: how much may still be paid in depends on the store. */
export function useWallet(id: string) {
  const { store } = useDesk();
  return useQuery({
    queryKey: [...keys.wallet(id), store.id],
    queryFn: ({ signal }) => readWallet(id, store.id, signal),
  });
}
