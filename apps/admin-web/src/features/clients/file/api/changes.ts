import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FileChangePage } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';

/** Who changed what on a file, latest first. */
export function listChanges(
  id: string,
  cursor: string | null,
  signal?: AbortSignal,
): Promise<FileChangePage> {
  const params = { path: { id }, query: { cursor: cursor ?? undefined } };
  return answerOf(api.GET('/api/staff/clients/{id}/changes', { params, signal }));
}

export const useChanges = (id: string, cursor: string | null) =>
  useQuery({
    queryKey: keys.clientChanges(id, cursor),
    queryFn: ({ signal }) => listChanges(id, cursor, signal),
    placeholderData: keepPreviousData,
  });
