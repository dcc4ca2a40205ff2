import type { ClientTag, TagGroup, TagGroupDraft } from '../../../shared/api/contract';
import { keys } from '../../../shared/api/keys';
import { answerOf, api } from '../../../shared/api/transport';
import { keyHeader, useWrite } from '../../../shared/api/use-write';

const TOUCHED = [keys.clientTags, ['clients']];

interface Call<Body> {
  key: string;
  body: Body;
}

/** A new group, or other words for one. @throws ApiProblem TAG_NAME_TAKEN */
export function saveTagGroup(group: TagGroup | null, { key, body }: Call<TagGroupDraft>) {
  if (group === null)
    return answerOf(api.POST('/api/staff/client-tag-groups', { headers: keyHeader(key), body }));
  const { name, color, purpose } = body;
  return answerOf(
    api.PATCH('/api/staff/client-tag-groups/{groupId}', {
      params: { path: { groupId: group.id } },
      body: { name, color, purpose },
    }),
  );
}

export const useSaveTagGroup = (group: TagGroup | null) =>
  useWrite((call: Call<TagGroupDraft>) => saveTagGroup(group, call), TOUCHED);

/** @throws ApiProblem TAG_NAME_TAKEN */
export function addTag(groupId: string, { key, body }: Call<{ name: string }>) {
  return answerOf(
    api.POST('/api/staff/client-tag-groups/{groupId}/tags', {
      params: { path: { groupId } },
      headers: keyHeader(key),
      body,
    }),
  );
}

export const useAddTag = (groupId: string) =>
  useWrite((call: Call<{ name: string }>) => addTag(groupId, call), TOUCHED);

type TagChange = Partial<Pick<ClientTag, 'name' | 'state'>>;

/** @throws ApiProblem TAG_NAME_TAKEN */
export function changeTag(tagId: string, { body }: Call<TagChange>) {
  return answerOf(
    api.PATCH('/api/staff/client-tags/{tagId}', { params: { path: { tagId } }, body }),
  );
}

export const useChangeTag = (tagId: string) =>
  useWrite((call: Call<TagChange>) => changeTag(tagId, call), TOUCHED);
