import { useInfiniteQuery } from '@tanstack/react-query';
import type { TimeLinePage } from '../../../../shared/api/contract';
import { keys } from '../../../../shared/api/keys';
import { answerOf, api } from '../../../../shared/api/transport';
import type { TimeLineGroup } from '../time-line-words';

/** A page of what happened with a client, latest first. @throws ApiProblem CLIENT_NOT_FOUND */
export function readTimeLine(
  id: string,
  group: TimeLineGroup,
  cursor: string | undefined,
  signal?: AbortSignal,
): Promise<TimeLinePage> {
  const query = { group: group === 'all' ? undefined : group, cursor };
  const params = { path: { id }, query };
  return answerOf(api.GET('/api/staff/clients/{id}/time-line', { params, signal }));
}

export const useTimeLine = (id: string, group: TimeLineGroup) =>
  useInfiniteQuery({
    queryKey: keys.timeLine(id, group),
    queryFn: ({ pageParam, signal }) => readTimeLine(id, group, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
  });
