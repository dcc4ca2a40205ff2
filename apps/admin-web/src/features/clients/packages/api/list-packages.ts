import { useQuery } from '@tanstack/react-query';
import type { ClientPackage } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';

/** A client's packages with their uses, those in use first. */
export async function listPackages(id: string, signal?: AbortSignal): Promise<ClientPackage[]> {
  const path = '/api/staff/clients/{id}/packages';
  return (await answerOf(api.GET(path, { params: { path: { id } }, signal }))).items;
}

export function usePackages(clientId: string) {
  return useQuery({
    queryKey: keys.packages(clientId),
    queryFn: ({ signal }) => listPackages(clientId, signal),
  });
}
