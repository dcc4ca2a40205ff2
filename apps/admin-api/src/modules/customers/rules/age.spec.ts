import { describe, expect, it } from '@jest/globals';
import { ageOn, growsUp } from './age.js';

const solar = { calendar: 'solar', year: 2012, month: 6, day: 15, leapMonth: false } as const;

describe('the age of a client', () => {
  it.each([
    ['2026-06-14', 13],
    ['2026-06-15', 14],
    ['2026-12-31', 14],
  ])('changes on her birthday: %s', (today, age) => {
    expect(ageOn(solar, today)).toBe(age);
  });

  it('is counted by the lunar calendar for a lunar birthday', () => {
    // 2026-06-19 is the fifth day of the fifth lunar month.
    const lunar = { ...solar, calendar: 'lunar', month: 5, day: 5 } as const;
    expect(ageOn(lunar, '2026-06-18')).toBe(13);
    expect(ageOn(lunar, '2026-06-19')).toBe(14);
  });

  it('is not known without the year', () => {
    expect(ageOn({ ...solar, year: null }, '2026-06-15')).toBeNull();
    expect(ageOn(null, '2026-06-15')).toBeNull();
  });
});

describe('a client who is too young', () => {
  const today = '2026-06-15';
  const born = (year: number | null) => ({ ...solar, year });

  it.each([
    ['older', 2008, true],
    ['older by a year', 2011, true],
    ['of no known age', null, true],
    ['younger', 2013, false],
    ['as old as before', 2012, false],
  ] as const)('grows up by a change that makes her %s: %s', (_, year, does) => {
    expect(growsUp(born(2012), born(year), today)).toBe(does);
  });

  it('does not grow up a few months at a time, whatever calendar counts them', () => {
    const child = { ...solar, year: 2013, month: 3, day: 1 };
    // 2013-03-01 is the twentieth day of the first lunar month.
    const lunar = (month: number, day: number) =>
      ({ ...child, calendar: 'lunar', month, day }) as const;
    expect(growsUp(child, { ...child, year: 2012, month: 6, day: 16 }, today)).toBe(true);
    expect(growsUp(child, { ...child, day: 2 }, today)).toBe(false);
    expect(growsUp(child, lunar(1, 19), today)).toBe(true);
    expect(growsUp(child, lunar(1, 20), today)).toBe(false);
  });

  it('is not one who is of age, or of whom nothing was known', () => {
    expect(growsUp(born(2008), born(1990), today)).toBe(false);
    expect(growsUp(born(null), born(1990), today)).toBe(false);
    expect(growsUp(null, born(1990), today)).toBe(false);
    expect(growsUp(born(2012), null, today)).toBe(true);
  });
});
