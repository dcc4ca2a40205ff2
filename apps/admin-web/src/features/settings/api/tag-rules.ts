import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Reckoned, TagRule, TagRuleList, TagOfRule } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

/** While files are gone through, it is looked again after so long. */
const AGAIN_MS = 5_000;

/** Tags that rules keep, with their rules. */
export function listTagRules(signal?: AbortSignal): Promise<TagRuleList> {
  return answerOf(api.GET('/api/staff/client-tag-rules', { signal }));
}

export const useTagRules = () =>
  useQuery({
    queryKey: keys.tagRules,
    queryFn: ({ signal }) => listTagRules(signal),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ keptOn }) => keptOn === null) ? AGAIN_MS : false,
  });

/** How many clients a rule means today. @throws ApiProblem INVALID_INPUT */
export function countByRule(rule: TagRule, signal?: AbortSignal): Promise<Reckoned> {
  return answerOf(
    api.GET('/api/staff/client-tag-rules/count', { params: { query: rule }, signal }),
  );
}

/** Asks nothing while the rule is not typed to its end. */
export const useCountByRule = (rule: TagRule | undefined) =>
  useQuery({
    queryKey: keys.tagRuleCount(rule ?? {}),
    queryFn: ({ signal }) => countByRule(rule ?? {}, signal),
    enabled: rule !== undefined,
    placeholderData: keepPreviousData,
  });

export interface TagRuleDraft {
  groupId: string;
  name: string;
  rule: TagRule;
  state: TagOfRule['state'];
}

interface Call<Body> {
  key: string;
  body: Body;
}

/** A new tag with its rule, or another rule for one. @throws ApiProblem TAG_NAME_TAKEN, INVALID_INPUT */
export function saveTagRule(tag: TagOfRule | null, { key, body }: Call<TagRuleDraft>) {
  const { groupId, name, rule, state } = body;
  if (tag === null)
    return answerOf(
      api.POST('/api/staff/client-tag-rules', {
        headers: keyHeader(key),
        body: { groupId, name, rule },
      }),
    );
  return answerOf(
    api.PATCH('/api/staff/client-tag-rules/{tagId}', {
      params: { path: { tagId: tag.tagId } },
      body: { name, rule, state },
    }),
  );
}

export const useSaveTagRule = (tag: TagOfRule | null) =>
  useWrite(
    (call: Call<TagRuleDraft>) => saveTagRule(tag, call),
    [keys.tagRules, keys.clientTags, ['clients']],
  );
