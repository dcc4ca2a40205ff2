import type { ClientProfile, FileChange, NoteVisibility } from '../../../shared/api/contract';
import { genderWord, sourceWord } from '../../../shared/format/words';
import { namesOf, type Names } from './use-names';

export type Pressure = NonNullable<ClientProfile['preferences']['pressure']>;
export type Talk = NonNullable<ClientProfile['preferences']['talk']>;

export const PRESSURE_WORDS: Readonly<Record<Pressure, string>> = {
  light: '轻一点',
  medium: '适中',
  firm: '重一点',
};

export const TALK_WORDS: Readonly<Record<Talk, string>> = {
  quiet: '喜欢安静',
  either: '都可以',
  talkative: '喜欢聊天',
};

export const VISIBILITY_WORDS: Readonly<Record<NoteVisibility, string>> = {
  all: '所有同事',
  care: '护理人员',
  managers: '管理人员',
};

const FIELD_WORDS: Readonly<Record<FileChange['field'], string>> = {
  name: '姓名',
  gender: '性别',
  birthday: '生日',
  source: '来源',
  homeStoreId: '常去门店',
  ownNo: '自编号',
  consultantId: '专属顾问',
  referrer: '介绍人',
  occupation: '职业',
  email: '邮箱',
  address: '居住区域',
  wechatName: '微信名',
  brands: '产品品牌',
  scents: '香味',
  pressure: '手法力度',
  talk: '聊天',
  preferredStaffIds: '指定人员',
  usualServiceIds: '常做项目',
  tags: '标签',
  phone: '电话',
};

export const fieldWord = (field: FileChange['field']): string => FIELD_WORDS[field];

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
