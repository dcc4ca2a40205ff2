import type { LeapDay } from '@yance/shared-types';
import { addDays } from '../../../src/platform/clock/index.js';

/** A birthday as somebody tells it. */
export interface Born {
  readonly calendar: 'solar' | 'lunar';
  /** null where she does not say. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
}

/** A birthday that is celebrated: its day, and the year by the calendar that counts it. */
export interface Party {
  readonly on: string;
  readonly year: number;
}

const YEARS = [2027, 2028, 2029];
/** Every fourth one is all that these years need. */
const isLeap = (year: number): boolean => year % 4 === 0;
export const two = (value: number): string => String(value).padStart(2, '0');

export function* days(from: string, until: string): Generator<string> {
  for (let day = from; day <= until; day = addDays(day, 1)) yield day;
}

const CHINESE = new Intl.DateTimeFormat('en-u-ca-chinese', {
  ...{ timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' },
});

/** Days of each lunar year by month (`5bis` is the leap fifth), by another calendar than the product's. */
function lunarYears(): ReadonlyMap<number, ReadonlyMap<string, readonly string[]>> {
  const years = new Map<number, Map<string, string[]>>();
  for (const day of days('2027-01-01', '2030-02-28')) {
    const parts = CHINESE.formatToParts(new Date(`${day}T12:00:00Z`));
    const of = (type: string) => parts.find((part) => (part.type as string) === type)?.value ?? '';
    const year = Number(of('relatedYear'));
    const months = years.get(year) ?? new Map<string, string[]>();
    years.set(year, months);
    months.set(of('month'), [...(months.get(of('month')) ?? []), day]);
  }
  return years;
}

const LUNAR_YEARS = lunarYears();

/** Her birthdays around the leap year 2028, told from a calendar on the wall. */
export function partiesOf({ calendar, month, day, leap }: Born, leapDay: LeapDay): Party[] {
  if (calendar === 'solar')
    return YEARS.map((year) => {
      const stands = month !== 2 || day !== 29 || isLeap(year);
      const short = leapDay === 'feb28' ? `${year}-02-28` : `${year}-03-01`;
      return { year, on: stands ? `${year}-${two(month)}-${two(day)}` : short };
    });
  return YEARS.flatMap((year) => {
    const months = LUNAR_YEARS.get(year);
    const dates = (leap ? months?.get(`${month}bis`) : undefined) ?? months?.get(String(month));
    const on = dates?.[day - 1] ?? dates?.at(-1);
    return on === undefined ? [] : [{ year, on }];
  });
}
