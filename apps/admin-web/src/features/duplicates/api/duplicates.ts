import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DuplicatePage } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** Files that may be one person's, the latest found first. */
export function useDuplicates(cursor: string | null) {
  return useQuery({
    queryKey: keys.duplicates(cursor),
    queryFn: ({ signal }): Promise<DuplicatePage> => {
      const query = cursor === null ? {} : { cursor };
      return answerOf(api.GET('/api/staff/duplicates', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
  });
}

/** Says that a pair is two people. @throws ApiProblem DUPLICATE_NOT_FOUND */
export const useDismissDuplicate = (pairId: string) =>
  useWrite(
    async ({ key }: { key: string; body: object }): Promise<void> => {
      await answerOf(
        api.POST('/api/staff/duplicates/{pairId}/dismiss', {
          ...{ params: { path: { pairId } }, headers: keyHeader(key) },
        }),
      );
    },
    [['privacy']],
  );
