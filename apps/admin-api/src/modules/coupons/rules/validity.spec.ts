import { describe, expect, it } from '@jest/globals';
import { returnedUntil, validDays } from './validity.js';

const NONE = { validFrom: null, validUntil: null, validDays: null };
const BIRTHDAY = { ...NONE, validKind: 'birthday_month' } as const;

describe('the days of a coupon', () => {
  it('count the day on which it is issued', () => {
    const valid = { ...NONE, validKind: 'days', validDays: 30 } as const;
    expect(validDays(valid, '2026-11-23', null)).toEqual({
      from: '2026-11-23',
      until: '2026-12-22',
    });
    expect(validDays({ ...valid, validDays: 1 }, '2026-11-23', null)).toEqual({
      ...{ from: '2026-11-23', until: '2026-11-23' },
    });
  });

  it('are those of its template where these are fixed, and none once they are over', () => {
    const days = { validFrom: '2026-12-01', validUntil: '2026-12-31', validDays: null };
    const fixed = { ...days, validKind: 'fixed' } as const;
    const both = { from: '2026-12-01', until: '2026-12-31' };
    expect(validDays(fixed, '2026-11-23', null)).toEqual(both);
    expect(validDays(fixed, '2026-12-31', null)).toEqual(both);
    expect(validDays(fixed, '2027-01-01', null)).toBe('over');
  });

  it.each([
    [11, '2026-11-23', '2026-11-01', '2026-11-30'],
    [12, '2026-11-23', '2026-12-01', '2026-12-31'],
    [2, '2027-03-01', '2028-02-01', '2028-02-29'],
    [2, '2026-02-28', '2026-02-01', '2026-02-28'],
    [10, '2026-11-01', '2027-10-01', '2027-10-31'],
  ])('of a birthday in month %i, given on %s, are %s to %s', (month, today, from, until) =>
    expect(validDays(BIRTHDAY, today, month)).toEqual({ from, until }),
  );

  it('are not known for a birthday that nobody told', () =>
    expect(validDays(BIRTHDAY, '2026-11-23', null)).toBeUndefined());
});

describe('a coupon that comes back', () => {
  it('keeps its last day where that is far enough', () =>
    expect(returnedUntil('2026-12-31', '2026-11-23', 7)).toBe('2026-12-31'));

  it('is good for a week at least, counting today, also when its day was over', () => {
    expect(returnedUntil('2026-11-24', '2026-11-23', 7)).toBe('2026-11-29');
    expect(returnedUntil('2026-11-01', '2026-11-23', 7)).toBe('2026-11-29');
    expect(returnedUntil('2026-11-01', '2026-11-23', 1)).toBe('2026-11-23');
  });
});
