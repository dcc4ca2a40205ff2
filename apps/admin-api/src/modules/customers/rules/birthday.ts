import { refuseField } from '../../../platform/errors/index.js';

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

/**
 * Reads a solar birthday: `1990-05-12`, or `--05-12` without a year (RFC 6350's way).
 * @param today the latest day allowed, `YYYY-MM-DD`
 * @throws Refusal INVALID_INPUT naming `birthday`
 */
export function readBirthday(text: string, today: string): Birthday {
  const [, yearText, monthText, dayText] = PATTERN.exec(text) ?? [];
  const year = yearText === undefined ? null : Number(yearText);
  const [month, day] = [Number(monthText), Number(dayText)];
  if (!monthText || !isDay(year ?? LEAP_YEAR, month, day)) {
    return refuseField('birthday', '不是有效的日期，请写成 1990-05-12 或 --05-12');
  }
  if (year !== null && (year < 1900 || text > today)) {
    return refuseField('birthday', '生日应在 1900 年以后，且不晚于今天');
  }
  return { calendar: 'solar', year, month, day, leapMonth: false };
}

/** The wire form of a birthday, the reverse of `readBirthday`. */
export function formatBirthday(birthday: Birthday): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const year = birthday.year === null ? '-' : String(birthday.year);
  return `${year}-${two(birthday.month)}-${two(birthday.day)}`;
}
