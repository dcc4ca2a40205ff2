import type { ClientFile } from '../../shared/api/contract';

const KEPT = /^(?:(\d{4})|-)-(\d{2})-(\d{2})$/;
/** `农历闰` and the date: with or without a year, parted as people part them. */
const TYPED = /^(农历)?(?:(\d{4})[-./年])?(闰)?(\d{1,2})[-./月](\d{1,2})日?$/;
/** A leap year, so that a birthday without a year may be 29 February. */
const LEAP = 2000;
/** The most that a lunar month has. */
const LUNAR_DAYS = 30;

/** A birthday as the API keeps it. */
export type Birthday = Pick<ClientFile, 'birthday' | 'birthdayCalendar' | 'birthdayLeapMonth'>;

/** `1990年5月12日`, `农历闰6月8日`; null when there is none. */
export function birthdayLabel({ birthday, birthdayCalendar, birthdayLeapMonth }: Birthday) {
  const [, year, month, day] = KEPT.exec(birthday ?? '') ?? [];
  if (month === undefined) return null;
  const calendar = birthdayCalendar === 'lunar' ? '农历' : '';
  const leap = birthdayLeapMonth ? '闰' : '';
  return `${calendar}${year === undefined ? '' : `${year}年`}${leap}${Number(month)}月${Number(day)}日`;
}

/** The birthday as it is typed; blank for none. */
export const birthdayText = (birthday: Birthday): string => birthdayLabel(birthday) ?? '';

const days = (month: number, year: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * What was typed: `1990-5-12`, `1990年5月12日`, `5-12`, `农历5-12`, `农历闰6-8`.
 * @returns undefined when it is no date
 */
export function readBirthday(text: string): Birthday | undefined {
  const typed = text.replace(/\s/g, '');
  if (typed === '') return { birthday: null, birthdayCalendar: null, birthdayLeapMonth: false };
  const [, lunar, yearText, leap, monthText, dayText] = TYPED.exec(typed) ?? [];
  if (monthText === undefined || (leap && !lunar)) return undefined;
  const [month, day] = [Number(monthText), Number(dayText)];
  const most = lunar ? LUNAR_DAYS : days(month, yearText ? Number(yearText) : LEAP);
  if (month < 1 || month > 12 || day < 1 || day > most) return undefined;
  const two = (number: number) => String(number).padStart(2, '0');
  return {
    birthday: `${yearText ?? '-'}-${two(month)}-${two(day)}`,
    birthdayCalendar: lunar ? 'lunar' : 'solar',
    birthdayLeapMonth: leap !== undefined,
  };
}
