import { refuseField } from '../../../platform/errors/index.js';
import { lunarMonthDays } from '../../../platform/lunar/index.js';

/** A birthday as the client told it. Lunar ones are counted by the lunar calendar's own months and days. */
export interface Birthday {
  readonly calendar: 'solar' | 'lunar';
  /** Unknown for those who rather not say. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** True in a leap month (闰月); only lunar ones can be. */
  readonly leapMonth: boolean;
}

const PATTERN = /^(?:(\d{4})|-)-(\d{2})-(\d{2})$/;
/** 29 February is a birthday in any year. */
const LEAP_YEAR = 2000;

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** How a birthday comes in: its text, and the calendar that counts it. */
export interface BirthdayText {
  /** `1990-05-12`, or `--05-12` without a year (RFC 6350's way); a lunar one by the lunar year, month and day. */
  readonly birthday: string;
  /** solar unless told */
  readonly birthdayCalendar?: Birthday['calendar'];
  /** lunar only; false unless told */
  readonly birthdayLeapMonth?: boolean;
}

/** A lunar month has 29 or 30 days; where the year is not known either may be meant. */
const isLunarDay = (year: number | null, month: number, day: number, leapMonth: boolean): boolean =>
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= (year === null ? 30 : lunarMonthDays(year, month, leapMonth));

/** A day of a year as it comes in, whatever it is the day of. */
export interface DayText {
  readonly text: string;
  readonly calendar: Birthday['calendar'];
  readonly leapMonth: boolean;
}

/**
 * Reads a day with or without its year.
 * @param latest the latest day allowed, `YYYY-MM-DD`; no lunar day has a later number than the solar one it falls on
 * @param names what its members are called
 * @throws Refusal INVALID_INPUT naming them
 */
export function readDay(
  { text, calendar, leapMonth }: DayText,
  latest: string,
  names: Readonly<Record<'text' | 'leapMonth', string>>,
): Birthday {
  if (leapMonth && calendar === 'solar') refuseField(names.leapMonth, '只有农历日期才有闰月');
  const [, yearText, monthText, dayText] = PATTERN.exec(text) ?? [];
  const year = yearText === undefined ? null : Number(yearText);
  const [month, day] = [Number(monthText), Number(dayText)];
  if (!monthText) return refuseField(names.text, '请写成 1990-05-12 或 --05-12');
  if (year !== null && (year < 1900 || text > latest))
    return refuseField(names.text, `日期应在 1900-01-01 和 ${latest} 之间`);
  if (calendar === 'solar' && !isDay(year ?? LEAP_YEAR, month, day))
    return refuseField(names.text, '不是有效的日期，请写成 1990-05-12 或 --05-12');
  if (calendar === 'lunar' && !isLunarDay(year, month, day, leapMonth))
    return refuseField(names.text, '农历里没有这一天，请核对月份、日期和闰月');
  return { calendar, year, month, day, leapMonth };
}

/** @param today the latest day allowed @throws Refusal INVALID_INPUT naming `birthday` or `birthdayLeapMonth` */
export function readBirthday(input: BirthdayText, today: string): Birthday {
  const { birthday: text, birthdayCalendar: calendar = 'solar' } = input;
  const names = { text: 'birthday', leapMonth: 'birthdayLeapMonth' };
  return readDay({ text, calendar, leapMonth: input.birthdayLeapMonth ?? false }, today, names);
}

/** The wire form of a birthday, the reverse of `readBirthday`. */
export function formatBirthday(birthday: Birthday): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const year = birthday.year === null ? '-' : String(birthday.year);
  return `${year}-${two(birthday.month)}-${two(birthday.day)}`;
}
