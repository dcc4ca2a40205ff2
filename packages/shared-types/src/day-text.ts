/** A day of a year as the API keeps it: `1990-05-12`, or `--05-12` without a year; a lunar one by the lunar calendar. */
export interface DayOfYear {
  readonly date: string;
  readonly calendar: 'solar' | 'lunar';
  readonly leapMonth: boolean;
}

const KEPT = /^(?:(\d{4})|-)-(\d{2})-(\d{2})$/;
/** `农历闰` and the date: with or without a year, parted as people part them. */
const TYPED = /^(农历)?(?:(\d{4})[-./年])?(闰)?(\d{1,2})[-./月](\d{1,2})日?$/;
/** A leap year, so that a day without a year may be 29 February. */
const LEAP = 2000;
/** The most that a lunar month has. */
const LUNAR_DAYS = 30;

/** `1990年5月12日`, `农历闰6月8日`; null where there is none. */
export function dayWords({ date, calendar, leapMonth }: DayOfYear): string | null {
  const [, year, month, day] = KEPT.exec(date) ?? [];
  if (month === undefined) return null;
  const years = year === undefined ? '' : `${year}年`;
  return `${calendar === 'lunar' ? '农历' : ''}${years}${leapMonth ? '闰' : ''}${Number(month)}月${Number(day)}日`;
}

const days = (month: number, year: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * What was typed: `1990-5-12`, `1990年5月12日`, `5-12`, `农历5-12`, `农历闰6-8`.
 * @returns undefined when it is no date
 */
export function readDayText(text: string): DayOfYear | undefined {
  const [, lunar, yearText, leap, monthText, dayText] = TYPED.exec(text.replace(/\s/g, '')) ?? [];
  if (monthText === undefined || (leap && !lunar)) return undefined;
  const [month, day] = [Number(monthText), Number(dayText)];
  const most = lunar ? LUNAR_DAYS : days(month, yearText ? Number(yearText) : LEAP);
  if (month < 1 || month > 12 || day < 1 || day > most) return undefined;
  const two = (number: number): string => String(number).padStart(2, '0');
  return {
    date: `${yearText ?? '-'}-${two(month)}-${two(day)}`,
    calendar: lunar ? 'lunar' : 'solar',
    leapMonth: leap !== undefined,
  };
}
