import { useQuery } from '@tanstack/react-query';
import type { Contract } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';

/** A contract word for word, with its signature. */
export function readContract(
  id: string,
  contractId: string,
  signal?: AbortSignal,
): Promise<Contract> {
  return answerOf(
    api.GET('/api/staff/clients/{id}/contracts/{contractId}', {
      params: { path: { id, contractId } },
      signal,
    }),
  );
}

export function useContract(id: string, contractId: string) {
  return useQuery({
    queryKey: keys.contract(id, contractId),
    queryFn: ({ signal }) => readContract(id, contractId, signal),
  });
}
