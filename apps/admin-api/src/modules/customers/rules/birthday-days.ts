import type { Birthday } from './birthday.js';
import type { LocalDate } from '../../../platform/clock/index.js';
import { lunarMonthDays, lunarOf } from '../../../platform/lunar/index.js';

/** Where 29 February goes in a year that has none. */
export type LeapDay = 'feb28' | 'mar1';

/** A birthday as files keep it, without the year of birth. */
export type BirthdayKey = Pick<Birthday, 'calendar' | 'month' | 'day' | 'leapMonth'>;

/** A birthday that falls on a day. */
export interface Celebrated extends BirthdayKey {
  /**
   * The year that it is the birthday of, by the calendar that counts it. A lunar birthday can fall twice into one solar
   * year and then not at all into another; it falls into each lunar year once.
   */
  readonly year: number;
}

const isLeapYear = (year: number): boolean =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function solarOn(day: LocalDate, leapDay: LeapDay): Celebrated[] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const of = (m: number, d: number): Celebrated => ({
    ...{ calendar: 'solar', month: m, day: d, leapMonth: false, year },
  });
  const stands = day.slice(5) === (leapDay === 'feb28' ? '02-28' : '03-01');
  return [of(month, date), ...(stands && !isLeapYear(year) ? [of(2, 29)] : [])];
}

/**
 * Those born in a leap month have their day in that leap month, and in the month itself where the year has none. Those
 * born on the 30th have it on the 29th where the month ends there.
 */
function lunarOn(day: LocalDate): Celebrated[] {
  const { year, month, leapMonth, day: date } = lunarOf(day);
  const born = [
    leapMonth,
    ...(!leapMonth && lunarMonthDays(year, month, true) === 0 ? [true] : []),
  ];
  const endsHere = date === 29 && lunarMonthDays(year, month, leapMonth) === 29;
  const days = endsHere ? [29, 30] : [date];
  return born.flatMap((leap) =>
    days.map((one): Celebrated => ({
      ...{ calendar: 'lunar', month, day: one, leapMonth: leap, year },
    })),
  );
}

/** The birthdays that are celebrated on a day, by both calendars. Each falls on exactly one day of its year. */
export const birthdaysOn = (day: LocalDate, leapDay: LeapDay): Celebrated[] => [
  ...solarOn(day, leapDay),
  ...lunarOn(day),
];
