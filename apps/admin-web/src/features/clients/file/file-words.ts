import type {
  FileChange,
  LinkedFile,
  NoteVisibility,
  Relation,
} from '../../../shared/api/contract';
import {
  PRESSURE_WORDS,
  TALK_WORDS,
  type Pressure,
  type Talk,
} from '../../../shared/care/like-words';
import { genderWord, sourceWord } from '../../../shared/format/words';
import { namesOf, type Names } from './use-names';

export const VISIBILITY_WORDS: Readonly<Record<NoteVisibility, string>> = {
  all: '所有同事',
  care: '护理人员',
  managers: '管理人员',
};

/** What one client is to another, whoever she or he is. */
export const RELATION_WORDS: Readonly<Record<Relation, string>> = {
  parent: '父母',
  child: '子女',
  spouse: '爱人',
  sibling: '兄弟姐妹',
  grandparent: '祖辈',
  grandchild: '孙辈',
  relative: '亲戚',
  friend: '朋友',
};

const OF_WOMEN: Readonly<Partial<Record<Relation, string>>> = {
  parent: '妈妈',
  child: '女儿',
  spouse: '妻子',
  sibling: '姐妹',
};
const OF_MEN: Readonly<Partial<Record<Relation, string>>> = {
  parent: '爸爸',
  child: '儿子',
  spouse: '先生',
  sibling: '兄弟',
};

/** The same in the word for a woman or a man, where that is known. */
export function relationOf({ relation, gender }: Pick<LinkedFile, 'relation' | 'gender'>): string {
  const own = gender === 'female' ? OF_WOMEN : gender === 'male' ? OF_MEN : {};
  return own[relation] ?? RELATION_WORDS[relation];
}

type Saying = (ids: string[], names: Names) => string;

/** Fields whose words are not what is kept. */
const SAID: Readonly<Partial<Record<FileChange['field'], Saying>>> = {
  gender: ([code]) => genderWord(code),
  source: ([code]) => sourceWord(code),
  homeStoreId: (ids, { stores }) => namesOf(stores, ids),
  consultantId: (ids, { staff }) => namesOf(staff, ids),
  preferredStaffIds: (ids, { staff }) => namesOf(staff, ids),
  usualServiceIds: (ids, { services }) => namesOf(services, ids),
  pressure: ([code]) => PRESSURE_WORDS[code as Pressure],
  talk: ([code]) => TALK_WORDS[code as Talk],
  // A birthday without a year is kept as `--05-12`.
  birthday: ([date = '']) => date.replace('--', ''),
};

/** What a field said, in words; `无` where it said nothing. */
export function saidWord(field: FileChange['field'], text: string, names: Names): string {
  if (text === '') return '无';
  return SAID[field]?.(text.split(','), names) ?? text;
}
