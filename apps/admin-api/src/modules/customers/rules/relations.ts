/** What one client is to another. Words for a mother or a father follow from who she or he is. */
export const RELATIONS = [
  'parent',
  'child',
  'spouse',
  'sibling',
  'grandparent',
  'grandchild',
  'relative',
  'friend',
] as const;
export type Relation = (typeof RELATIONS)[number];

const BACK: Readonly<Record<Relation, Relation>> = {
  ...{ parent: 'child', child: 'parent', grandparent: 'grandchild', grandchild: 'grandparent' },
  ...{ spouse: 'spouse', sibling: 'sibling', relative: 'relative', friend: 'friend' },
};

/** The same, told from the other side. */
export const reverseOf = (relation: Relation): Relation => BACK[relation];

const WORDS: Readonly<Record<Relation, string>> = {
  ...{ parent: '父母', child: '子女', spouse: '爱人', sibling: '兄弟姐妹', grandparent: '祖辈' },
  ...{ grandchild: '孙辈', relative: '亲戚', friend: '朋友' },
};

/** As it stands in a history. */
export const relationWord = (relation: Relation): string => WORDS[relation];
