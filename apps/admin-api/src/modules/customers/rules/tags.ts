/** Colours that a group may have, by their names in the console's theme. */
export const TAG_COLORS = ['brand', 'leaf', 'amber', 'ink'] as const;
export type TagColor = (typeof TAG_COLORS)[number];

/** What a group is for: `need` says what clients come for, by which the salon sorts them. */
export const TAG_PURPOSES = ['free', 'need'] as const;
export type TagPurpose = (typeof TAG_PURPOSES)[number];

export const TAG_STATES = ['active', 'retired'] as const;

export interface Tag {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
  /** A rule's tag comes and goes by that rule and by nobody's hand. */
  readonly keptBy: 'hand' | 'rule';
  /** A retired one stays on the files that have it and is put on no other. */
  readonly state: (typeof TAG_STATES)[number];
}

export interface TagGroup {
  readonly id: string;
  readonly name: string;
  readonly color: TagColor;
  /** At most one of its tags on a file. */
  readonly oneOf: boolean;
  readonly purpose: TagPurpose;
  readonly tags: readonly Tag[];
}

/** A tag that a client has. */
export interface TagOnFile extends Pick<Tag, 'id' | 'name' | 'keptBy' | 'groupId'> {
  readonly groupName: string;
  readonly color: TagColor;
}

/** Why a choice of tags cannot stand, in words for the desk; undefined when it can. */
export function faultOfTags(
  groups: readonly TagGroup[],
  wanted: readonly string[],
  there: readonly string[],
): string | undefined {
  const tags = new Map(groups.flatMap(({ tags: each }) => each.map((tag) => [tag.id, tag])));
  for (const id of wanted) {
    const tag = tags.get(id);
    if (!tag) return '没有这个标签';
    if (there.includes(id)) continue;
    if (tag.keptBy === 'rule') return `「${tag.name}」由规则自动维护，不能手动添加`;
    if (tag.state === 'retired') return `「${tag.name}」已停用`;
  }
  const crowded = groups.find(
    ({ oneOf, tags: each }) => oneOf && each.filter(({ id }) => wanted.includes(id)).length > 1,
  );
  return crowded && `「${crowded.name}」只能选一个`;
}
