import { describe, expect, it } from '@jest/globals';
import { nearestBirthday } from './nearest-birthday.js';

const solar = (month: number, day: number) => ({
  ...{ calendar: 'solar' as const, year: null, month, day, leapMonth: false },
});

describe('the birthday nearest to a day', () => {
  it.each([
    ['2026-11-23', solar(11, 25), '2026-11-25'],
    ['2026-12-30', solar(1, 2), '2027-01-02'],
    ['2026-01-02', solar(12, 30), '2025-12-30'],
    ['2027-02-27', solar(2, 29), '2027-02-28'],
    ['2028-03-01', solar(2, 29), '2028-02-29'],
  ])('seen from %s', (day, birthday, expected) => {
    expect(nearestBirthday(birthday, day)).toBe(expected);
  });

  it('is not known of a lunar one', () => {
    expect(nearestBirthday({ ...solar(1, 1), calendar: 'lunar' }, '2026-11-23')).toBeNull();
  });
});
