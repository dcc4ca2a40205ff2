import {
  DETAIL_LENGTHS,
  OWN_NO,
  cleanName,
  isEmail,
  nameFault,
  readBirthday,
  sheetText,
  type CustomerSource,
  type Gender,
} from '../../../customers/index.js';
import type { LocalDate } from '../../../../platform/clock/index.js';
import { Refusal } from '../../../../platform/errors/index.js';
import { textOf, type Cell, type CellFlaw } from '../reading/cells.js';
import type { ImportField } from './fields.js';
import type { ColumnMapping } from './headings.js';
import { readOpening, type Opening, type OpeningCells } from './openings.js';
import { birthdayText, calendarDay, readDay } from './read-day.js';
import { readYuan } from './read-yuan.js';
import { readPhoneCell, type PhoneFlaw } from './read-phone-cell.js';

/** A client as a row tells of her. */
export interface ImportDraft {
  readonly name: string;
  readonly phone?: string;
  readonly otherPhone?: string;
  readonly gender?: Gender;
  /** As CreateCustomer takes it. */
  readonly birthday?: {
    readonly birthday: string;
    readonly birthdayCalendar: 'solar' | 'lunar';
    readonly birthdayLeapMonth: boolean;
  };
  readonly source?: CustomerSource;
  readonly createdOn?: LocalDate;
  /** The salon's own number of her. */
  readonly ownNo?: string;
  readonly occupation?: string;
  readonly wechatName?: string;
  readonly email?: string;
  readonly address?: string;
  readonly note?: string;
  readonly opening?: Opening;
}

/** A cell that cannot be imported; `column` is its place in the file, from 0. */
export interface CellFault {
  readonly column: number;
  readonly field: ImportField;
  /** What stands there, masked where it may be somebody's phone. */
  readonly value: string;
  readonly reason: string;
}

/** Who a row is about, as far as its sound cells say. */
export type RowSubject = Partial<Pick<ImportDraft, 'name' | 'phone' | 'ownNo'>>;

export type ReadRow =
  | { readonly draft: ImportDraft; readonly faults: readonly [] }
  | { readonly draft: null; readonly subject: RowSubject; readonly faults: readonly CellFault[] };

const FLAWS: Readonly<Record<CellFlaw, string>> = {
  formula_empty: '公式没有算出结果，请在表格里算好、存成数值再上传',
  formula_error: '公式出错，请改成数值',
  merged: '合并的单元格，不知道是哪一行的内容，请先取消合并',
  too_long: '内容太长',
};
const FORMULA = '是公式，不是内容，请改成文字或数值';
const PHONE_FLAWS: Readonly<Record<PhoneFlaw, string>> = {
  lost_digits: '手机号被表格变成了科学计数，末尾几位已经丢失，请找回原号码',
  no_phone: '应为 11 位手机号',
  several: '一个格子里只能有一个手机号，其余的请放到“备用手机号”一列',
};
const NOTE_LENGTH = 1_000;
const SHOWN = 40;
const EARLIEST = '1950-01-01';

const GENDER_WORDS: Readonly<Record<string, Gender>> = {
  ...{ 女: 'female', 女士: 'female', 女性: 'female', 小姐: 'female', f: 'female' },
  ...{ female: 'female', 男: 'male', 男士: 'male', 男性: 'male', 先生: 'male', m: 'male' },
  ...{ male: 'male', 未知: 'unknown', 保密: 'unknown', 不详: 'unknown' },
};
const SOURCE_WORDS: readonly (readonly [RegExp, CustomerSource])[] = [
  [/小程序|微信|公众号/, 'mini_program'],
  [/到店|进店|路过|自然|上门|门店/, 'walk_in'],
  [/电话|来电/, 'phone'],
  [/介绍|推荐|老带新|朋友|转介/, 'referral'],
  [/点评|美团/, 'dianping'],
  [/抖音/, 'douyin'],
  [/小红书/, 'xiaohongshu'],
  [/导入/, 'import'],
];

/** What the cells of a row say, field by field. */
type RowValues = Omit<ImportDraft, 'opening'> & OpeningCells;

/** What a reader makes of a text: the value, or why there is none. */
type Read<T> = { readonly value: T } | { readonly reason: string };

/** A text of so many characters at most. */
const upTo =
  (most: number) =>
  (text: string): Read<string> =>
    text.length > most ? { reason: `最多 ${most} 个字` } : { value: text };

/** Hides the middle of every run of digits that could be a phone or a number of papers. */
export const maskedValue = (text: string): string =>
  [...text.replace(/\d(?=\d{4})/g, '*')].slice(0, SHOWN).join('');

const readers = {
  name: (text: string): Read<string> => {
    const reason = nameFault(text);
    return reason === undefined ? { value: cleanName(text) } : { reason };
  },
  phone: (text: string): Read<string> => {
    const read = readPhoneCell(text);
    return 'phone' in read ? { value: read.phone } : { reason: PHONE_FLAWS[read.flaw] };
  },
  gender: (text: string): Read<Gender> => {
    const gender = GENDER_WORDS[text.normalize('NFKC').toLowerCase()];
    return gender === undefined ? { reason: '应为 女 或 男' } : { value: gender };
  },
  birthday: (text: string, today: LocalDate): Read<NonNullable<ImportDraft['birthday']>> => {
    const day = readDay(text);
    if (!day) return { reason: '看不懂的日期，请写成 1990-05-12、05-12 或 农历八月十五' };
    const birthday = {
      birthday: birthdayText(day),
      birthdayCalendar: day.lunar ? ('lunar' as const) : ('solar' as const),
      birthdayLeapMonth: day.leapMonth,
    };
    try {
      readBirthday(birthday, today);
      return { value: birthday };
    } catch (error) {
      if (error instanceof Refusal) return { reason: error.fields[0]?.message ?? '没有这一天' };
      throw error;
    }
  },
  source: (text: string): Read<CustomerSource> => ({
    value: SOURCE_WORDS.find(([words]) => words.test(text))?.[1] ?? 'other',
  }),
  createdOn: (text: string, today: LocalDate): Read<LocalDate> => {
    const day = calendarDay(readDay(text));
    if (day === undefined) return { reason: '看不懂的日期，请写成 2024-03-05' };
    if (day < EARLIEST || day > today) return { reason: '日期应在 1950 年以后，且不晚于今天' };
    return { value: day };
  },
  yuan: (text: string): Read<number> => {
    const fen = readYuan(text);
    return fen === undefined ? { reason: '应为金额，例如 1280 或 99.50' } : { value: fen };
  },
  ownNo: (text: string): Read<string> => {
    const ownNo = text.normalize('NFKC').replace(/\s/g, '');
    return OWN_NO.test(ownNo)
      ? { value: ownNo }
      : {
          reason: '应为字母、数字和短横，最多 24 个，例如 A0012；不能是手机号，也不能是 YC 加数字',
        };
  },
  email: (text: string): Read<string> => {
    const email = text.normalize('NFKC');
    return isEmail(email) ? { value: email } : { reason: '应为邮箱地址' };
  },
};

const READER_OF: Readonly<
  Record<ImportField, (text: string, today: LocalDate) => Read<RowValues[ImportField]>>
> = {
  ...{ ...readers, otherPhone: readers.phone, paidOn: readers.createdOn },
  ...{ note: upTo(NOTE_LENGTH), occupation: upTo(DETAIL_LENGTHS.occupation) },
  ...{ wechatName: upTo(DETAIL_LENGTHS.wechatName), address: upTo(DETAIL_LENGTHS.address) },
  ...{ principal: readers.yuan, bonus: readers.yuan, originalPrice: readers.yuan },
};

/** A table of text keeps formulas and their errors as they are written: nobody's name, and no remark either. */
function flawOfSheet(text: string): { readonly reason: string } | undefined {
  const kind = sheetText(text);
  if (kind === undefined) return undefined;
  return { reason: kind === 'error' ? FLAWS.formula_error : FORMULA };
}

/**
 * Reads a row as a client, or names each cell that is bad.
 * @param today the latest day that anything can have happened on
 */
export function readRow(cells: readonly Cell[], mapping: ColumnMapping, today: LocalDate): ReadRow {
  const faults: CellFault[] = [];
  const draft: Partial<RowValues> = {};
  for (const [place, field] of Object.entries(mapping)) {
    const column = Number(place);
    const cell = cells[column];
    const bad = (reason: string, value = ''): void =>
      void faults.push({ column, field, value: maskedValue(value), reason });
    if (cell !== undefined && typeof cell !== 'string') {
      bad(FLAWS[cell.flaw]);
      continue;
    }
    const text = textOf(cell);
    // What nobody wrote down stays unknown; without a name there is nobody.
    if (text === '' && field !== 'name') continue;
    const read = flawOfSheet(text) ?? READER_OF[field](text, today);
    if ('reason' in read) bad(read.reason, text);
    else Object.assign(draft, { [field]: read.value });
  }
  const { name, principal, bonus, originalPrice, paidOn, ...rest } = draft;
  const subject: RowSubject = { name, phone: rest.phone, ownNo: rest.ownNo };
  if (faults.length > 0 || name === undefined) return { draft: null, subject, faults };
  const cellsOfMoney = { principal, bonus, originalPrice, paidOn, createdOn: rest.createdOn };
  const { opening, faults: wrong } = readOpening(cellsOfMoney, mapping, today);
  if (wrong.length > 0) return { draft: null, subject, faults: wrong };
  return { draft: { ...rest, name, ...(opening && { opening }) }, faults: [] };
}
