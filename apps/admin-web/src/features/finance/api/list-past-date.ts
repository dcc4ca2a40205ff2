import { useQuery } from '@tanstack/react-query';
import type { PastDatePackage } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';

/** A store's packages whose date has passed with sessions left, the longest first. */
export async function listPastDate(
  storeId: string,
  signal?: AbortSignal,
): Promise<PastDatePackage[]> {
  const path = '/api/staff/packages-past-date';
  return (await answerOf(api.GET(path, { params: { query: { storeId } }, signal }))).items;
}

export function usePastDate(storeId: string) {
  return useQuery({
    queryKey: keys.pastDatePackages(storeId),
    queryFn: ({ signal }) => listPastDate(storeId, signal),
  });
}
