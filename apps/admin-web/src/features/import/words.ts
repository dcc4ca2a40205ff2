import type { ClientImport, ImportField, ImportRow } from '../../shared/api/contract';
import type { Tone } from '../../shared/ui/amount';

/** What a column can be, in the order in which it is offered. */
export const FIELD_WORDS: Readonly<Record<ImportField, string>> = {
  name: '姓名',
  phone: '手机号',
  otherPhone: '备用手机号',
  gender: '性别',
  birthday: '生日',
  source: '来源',
  createdOn: '建档日期',
  note: '备注',
  principal: '剩余本金',
  bonus: '剩余赠金',
  originalPrice: '原购买金额',
  paidOn: '购买日期',
};
/** Columns that bring value along: they need a signed protocol. */
export const MONEY_FIELDS: readonly ImportField[] = ['principal', 'bonus'];
export const FIELDS = Object.keys(FIELD_WORDS) as ImportField[];

export const STATE_WORDS: Readonly<Record<ClientImport['state'], readonly [string, Tone]>> = {
  uploading: ['没有传完', 'quiet'],
  read: ['待对应列', 'amber'],
  checked: ['待导入', 'amber'],
  running: ['正在导入', 'brand'],
  done: ['已导入', 'leaf'],
  undoing: ['正在撤销', 'brand'],
  undone: ['已撤销', 'quiet'],
};

export const CHOICE_WORDS = {
  skip: '跳过',
  add: '补充到已有档案',
  new: '另建新档案',
} as const;
export type Choice = keyof typeof CHOICE_WORDS;
export const CHOICES = Object.keys(CHOICE_WORDS) as Choice[];

export const KEPT_WORDS: Readonly<Record<NonNullable<ImportRow['keptBecause']>, string>> = {
  changed: '档案后来改过',
  joined: '档案后来与别的合并了',
  in_use: '已有预约、账目或登录等记录',
  used: '带来的余额已经用过，没有冲正',
  reversed: '余额已冲正，账本里留有记录，档案保留',
};

/** Which step of the way an import is at. */
export const stepOf = (state: ClientImport['state']): number =>
  ({ uploading: 0, read: 1, checked: 2, running: 3, done: 3, undoing: 3, undone: 3 })[state];

/** Rows that are dealt with and all that are to be, while rows are written or taken back. */
export function progressOf({ state, counts }: ClientImport): { done: number; of: number } {
  const written = counts.created + counts.added;
  const undone = counts.undone + counts.kept;
  const done = state === 'undoing' ? undone : written + counts.skipped;
  const waiting = state === 'undoing' ? written : counts.ready + counts.duplicate;
  return { done, of: done + waiting };
}
