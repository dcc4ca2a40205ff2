import { useQuery } from '@tanstack/react-query';
import type { Liability } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** What is owed to clients now, store by store. */
export function readLiability(signal?: AbortSignal): Promise<Liability> {
  return answerOf(api.GET('/api/staff/ledger/liability', { signal }));
}

export function useLiability() {
  return useQuery({ queryKey: keys.liability, queryFn: ({ signal }) => readLiability(signal) });
}
