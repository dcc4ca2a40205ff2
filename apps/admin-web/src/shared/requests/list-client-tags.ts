import { useQuery } from '@tanstack/react-query';
import type { TagGroupList } from '../api/contract';
import { keys } from '../api/keys';
import { answerOf, api } from '../api/transport';

/** The salon's own words for its clients, by group. */
export function listClientTags(signal?: AbortSignal): Promise<TagGroupList> {
  return answerOf(api.GET('/api/staff/client-tag-groups', { signal }));
}

export const useClientTags = () =>
  useQuery({ queryKey: keys.clientTags, queryFn: ({ signal }) => listClientTags(signal) });
