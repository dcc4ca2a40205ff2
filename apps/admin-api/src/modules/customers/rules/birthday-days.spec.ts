import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../../platform/clock/index.js';
import { birthdaysOn, type Celebrated, type LeapDay } from './birthday-days.js';

const nameOf = ({ calendar, month, day, leapMonth, year }: Celebrated): string =>
  `${year} ${calendar} ${leapMonth ? '闰' : ''}${month}-${day}`;

/** On which days each birthday is celebrated, from 2020 to 2040. */
function calendarOf(leapDay: LeapDay): Map<string, string[]> {
  const days = new Map<string, string[]>();
  for (let day = '2020-01-01'; day < '2040-01-01'; day = addDays(day, 1))
    for (const one of birthdaysOn(day, leapDay))
      days.set(nameOf(one), [...(days.get(nameOf(one)) ?? []), day]);
  return days;
}

describe('the days of birthdays', () => {
  it.each(['feb28', 'mar1'] as const)(
    'every birthday falls on one day of each of its years, leap days on %s',
    (leapDay) => {
      const days = calendarOf(leapDay);
      expect([...days.values()].every((on) => on.length === 1)).toBe(true);
      for (let year = 2021; year < 2039; year += 1) {
        expect(days.has(`${year} solar 2-29`)).toBe(true);
        for (let month = 1; month <= 12; month += 1)
          for (let day = 1; day <= 30; day += 1) {
            expect(days.has(`${year} lunar ${month}-${day}`)).toBe(true);
            expect(days.has(`${year} lunar 闰${month}-${day}`)).toBe(true);
          }
      }
    },
  );

  it('29 February goes where the salon wants it, and stays where there is one', () => {
    expect(calendarOf('feb28').get('2026 solar 2-29')).toEqual(['2026-02-28']);
    expect(calendarOf('mar1').get('2026 solar 2-29')).toEqual(['2026-03-01']);
    expect(calendarOf('mar1').get('2028 solar 2-29')).toEqual(['2028-02-29']);
  });

  it('one born in a leap month has her day in it, and in the month itself in other years', () => {
    const days = calendarOf('feb28');
    // 2025 has a leap sixth month from 25 July on; 2026 has none.
    expect(days.get('2025 lunar 闰6-8')).toEqual(['2025-08-01']);
    expect(days.get('2025 lunar 6-8')).toEqual(['2025-07-02']);
    expect(days.get('2026 lunar 闰6-8')).toEqual(days.get('2026 lunar 6-8'));
  });

  it('one born on the thirtieth of a month that ends on the 29th has her day then', () => {
    const days = calendarOf('feb28');
    // The twelfth month of 2024 has 29 days: New Year's Eve is 28 January 2025.
    expect(days.get('2024 lunar 12-30')).toEqual(['2025-01-28']);
    expect(days.get('2024 lunar 12-29')).toEqual(['2025-01-28']);
  });

  it('a lunar birthday can fall twice into a solar year: its own year tells them apart', () => {
    const days = calendarOf('feb28');
    const falls = [2026, 2027].map((year) => days.get(`${year} lunar 12-1`));
    expect(falls).toEqual([['2027-01-08'], ['2027-12-28']]);
  });
});
