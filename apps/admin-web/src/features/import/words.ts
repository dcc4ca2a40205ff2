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
  ownNo: '本店编号',
  occupation: '职业',
  wechatName: '微信名',
  email: '邮箱',
  address: '居住区域',
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

const CHOICE_WORDS = {
  skip: '跳过',
  add: '补充到已有档案',
  new: '另建新档案',
} as const;
export type Choice = keyof typeof CHOICE_WORDS;
const CHOICES = Object.keys(CHOICE_WORDS) as Choice[];
/** Where only the phone is known, somebody says whether it is the same person. */
const SHARED_WORDS: Readonly<Record<Choice, string>> = {
  new: '是另一位，另建档案',
  add: '是同一位，补充到已有档案',
  skip: '跳过',
};

/** What can be done with a row of this state. */
export const choicesFor = (state: ImportRow['state']): { value: Choice; label: string }[] =>
  CHOICES.map((value) => ({
    value,
    label: state === 'shared' ? SHARED_WORDS[value] : CHOICE_WORDS[value],
  }));

export const KEPT_WORDS: Readonly<Record<NonNullable<ImportRow['keptBecause']>, string>> = {
  changed: '档案后来改过',
  joined: '档案后来与别的合并了',
  in_use: '已有预约、账目或登录等记录',
  used: '带来的余额已经用过，没有冲正',
  reversed: '余额已冲正；档案后来有了别的记录，所以保留',
};

/** Which files an undo left, and why, in one sentence; each of them is listed below it with its own reason. */
export const keptSentence = ({ counts, opening }: Pick<ClientImport, 'counts' | 'opening'>) =>
  opening
    ? `有 ${counts.kept} 份档案没有撤销：后来改过、用过，或有了别的记录。没有用过的余额都已冲正。每一份的原因列在下面。`
    : `有 ${counts.kept} 份档案没有撤销，因为后来改过、用过，或和别的档案合并了。每一份的原因列在下面。`;

/** Which step of the way an import is at. */
export const stepOf = (state: ClientImport['state']): number =>
  ({ uploading: 0, read: 1, checked: 2, running: 3, done: 3, undoing: 3, undone: 3 })[state];

/** Rows that are dealt with and all that are to be, while rows are written or taken back. */
export function progressOf({ state, counts }: ClientImport): { done: number; of: number } {
  const written = counts.created + counts.added;
  const undone = counts.undone + counts.kept;
  const done = state === 'undoing' ? undone : written + counts.skipped;
  const waiting = state === 'undoing' ? written : counts.ready + counts.duplicate + counts.shared;
  return { done, of: done + waiting };
}
