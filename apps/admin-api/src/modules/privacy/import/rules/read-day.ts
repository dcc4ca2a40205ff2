import { isLocalDate } from '../../../../platform/clock/index.js';
import { dateText } from '../reading/date-formats.js';

/** A day as people write it: the calendar's parts, without a year where none was written. */
export interface WrittenDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly lunar: boolean;
  readonly leapMonth: boolean;
}

/** Days as numbers of a spreadsheet: 1920 to 2100. */
const SERIAL = { from: 7_306, to: 73_415 };
const TIME = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;
const FULL = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEARLESS = /^(?:--)?(\d{1,2})[-/.月](\d{1,2})日?$/;

const MONTHS = ['正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊'];
const OTHER_MONTHS: Readonly<Record<string, number>> = { 一: 1, 十一: 11, 十二: 12 };
const DIGITS = '一二三四五六七八九十';

/** 正月, 闰六月, 腊月: the number of a lunar month written in words. */
const monthOf = (word: string): number =>
  MONTHS.indexOf(word) >= 0 ? MONTHS.indexOf(word) + 1 : (OTHER_MONTHS[word] ?? 0);

/** 初一, 十五, 廿三, 二十三, 三十: the number of a lunar day written in words. */
function dayOf(word: string): number {
  const units = (text: string): number => (text === '' ? 0 : DIGITS.indexOf(text) + 1);
  if (word.startsWith('初')) return units(word.slice(1));
  if (word === '二十' || word === '廿') return 20;
  if (word === '三十' || word === '卅') return 30;
  const [, tens = '', rest = ''] = /^(二十|廿|十)?([一二三四五六七八九]?)$/.exec(word) ?? [];
  return ({ 二十: 20, 廿: 20, 十: 10 }[tens] ?? 0) + units(rest);
}

function lunarWords(text: string): WrittenDay | undefined {
  const match =
    /^(?:(\d{4})年?)?(闰)?(正|冬|腊|十[一二]?|[一二三四五六七八九])月([初十廿卅二三一四五六七八九]{1,3})日?$/.exec(
      text,
    );
  if (!match) return undefined;
  const [, year, leap, month = '', day = ''] = match;
  return {
    ...{ year: year === undefined ? null : Number(year), month: monthOf(month), day: dayOf(day) },
    ...{ lunar: true, leapMonth: leap !== undefined },
  };
}

/**
 * Reads a day in whichever way people write one: with dashes, strokes, dots, characters or none of them, as the number
 * of a spreadsheet, with a time behind it, lunar in words or digits. Whether that day exists is asked elsewhere.
 */
export function readDay(written: string): WrittenDay | undefined {
  const text = written.normalize('NFKC').trim().replace(TIME, '');
  const [, mark, rest = ''] = /^(农历|阴历|旧历|公历|阳历|新历)?[:\s]*(.*)$/s.exec(text) ?? [];
  const lunar = mark !== undefined && /农|阴|旧/.test(mark);
  const bare = rest.replace(/\s/g, '');
  const words = lunarWords(bare);
  if (words) return words;
  if (/^\d{4,5}$/.test(bare) && !lunar) return daySerial(Number(bare));
  const leapMonth = lunar && bare.includes('闰');
  const plain = bare.replace('闰', '');
  const [, year, month, day] = FULL.exec(plain) ?? COMPACT.exec(plain) ?? [];
  if (year !== undefined)
    return { year: Number(year), month: Number(month), day: Number(day), lunar, leapMonth };
  const [, someMonth, someDay] = YEARLESS.exec(plain) ?? [];
  if (someMonth === undefined) return undefined;
  return { year: null, month: Number(someMonth), day: Number(someDay), lunar, leapMonth };
}

function daySerial(serial: number): WrittenDay | undefined {
  if (serial < SERIAL.from || serial > SERIAL.to) return undefined;
  const [year, month, day] = (dateText(serial) ?? '').split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  return { year, month, day, lunar: false, leapMonth: false };
}

/** A day of our calendar with its year as `1990-05-12`; undefined for all others and for days that never were. */
export function calendarDay(day: WrittenDay | undefined): string | undefined {
  if (!day || day.year === null || day.lunar) return undefined;
  const text = `${day.year}-${two(day.month)}-${two(day.day)}`;
  return isLocalDate(text) ? text : undefined;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The day as birthdays come in: `1990-05-12` or `--05-12`. */
export const birthdayText = ({ year, month, day }: WrittenDay): string =>
  `${year === null ? '-' : String(year)}-${two(month)}-${two(day)}`;
