import { useQuery } from '@tanstack/react-query';
import type { ContractLine } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';

/** The contracts of what a client bought, latest first. */
export async function listContracts(id: string, signal?: AbortSignal): Promise<ContractLine[]> {
  const path = { id };
  return (
    await answerOf(api.GET('/api/staff/clients/{id}/contracts', { params: { path }, signal }))
  ).items;
}

export function useContracts(id: string) {
  return useQuery({
    queryKey: keys.contracts(id),
    queryFn: ({ signal }) => listContracts(id, signal),
  });
}
