/** Members of each group, by its id. Groups may hold groups; a circle is a mistake that must not hang anybody. */
export type GroupMembers = ReadonlyMap<string, readonly string[]>;

/** An ingredient and, where it is a group, all that belongs to it at any depth. */
export function coveredBy(id: string, members: GroupMembers): Set<string> {
  const covered = new Set<string>();
  const left = [id];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (covered.has(next)) continue;
    covered.add(next);
    left.push(...(members.get(next) ?? []));
  }
  return covered;
}

/** How an item meets an ingredient: it holds it, or it names a group that may hold it, or neither. */
export type Meeting = 'holds' | 'may_hold' | 'none';

export interface Met {
  readonly how: Meeting;
  /** The ingredient of the item that met it. */
  readonly by?: string;
}

/** Whether what an item is made of meets an ingredient or group that somebody does not tolerate. */
export function meets(avoided: string, made: readonly string[], members: GroupMembers): Met {
  const covered = coveredBy(avoided, members);
  const held = made.find((id) => covered.has(id));
  if (held !== undefined) return { how: 'holds', by: held };
  // A label that says only "fragrance" may stand for the one she reacts to.
  const group = made.find((id) => members.has(id) && coveredBy(id, members).has(avoided));
  return group === undefined ? { how: 'none' } : { how: 'may_hold', by: group };
}

/** Whether a group would come to hold itself if it had these members. */
export function makesCircle(
  groupId: string,
  memberIds: readonly string[],
  members: GroupMembers,
): boolean {
  return memberIds.some((id) => coveredBy(id, members).has(groupId));
}
