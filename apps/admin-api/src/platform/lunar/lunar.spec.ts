import { describe, expect, it } from '@jest/globals';
import { addDays } from '../clock/index.js';
import { lunarMonthDays, lunarOf, solarOf } from './lunar.js';

describe('the lunar calendar', () => {
  it.each([
    ['1954-02-03', 1954],
    ['2024-02-10', 2024],
    ['2025-01-29', 2025],
    ['2026-02-17', 2026],
    ['2027-02-06', 2027],
    ['2028-01-26', 2028],
    ['2030-02-03', 2030],
    ['2033-01-31', 2033],
    ['2057-02-04', 2057],
  ])('begins its year at the Spring Festival: %s', (day, year) => {
    expect(lunarOf(day)).toEqual({ year, month: 1, leapMonth: false, day: 1 });
    expect(lunarOf(addDays(day, -1))).toMatchObject({ year: year - 1, month: 12 });
  });

  it.each([
    [2020, 4],
    [2023, 2],
    [2025, 6],
    [2028, 5],
    [2031, 3],
    [2033, 11],
  ])('%i has a leap month after month %i and none else', (year, leap) => {
    const leaps = Array.from({ length: 12 }, (_, at) => at + 1).filter(
      (month) => lunarMonthDays(year, month, true) > 0,
    );
    expect(leaps).toEqual([leap]);
  });

  it('counts every day of a century once, months of 29 or 30 days', () => {
    let before = lunarOf('1949-12-31');
    for (let day = '1950-01-01'; day < '2050-01-01'; day = addDays(day, 1)) {
      const now = lunarOf(day);
      expect(solarOf(now)).toBe(day);
      if (now.day === 1)
        expect(lunarMonthDays(before.year, before.month, before.leapMonth)).toBe(before.day);
      else expect(now).toEqual({ ...before, day: before.day + 1 });
      before = now;
    }
  });
});
