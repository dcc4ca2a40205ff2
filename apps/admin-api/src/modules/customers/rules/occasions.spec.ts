import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../platform/clock/index.js';
import { lunarOf } from '../../../platform/lunar/index.js';
import { nextOn, readOccasions, type Occasion } from './occasions.js';
import { RELATIONS, reverseOf } from './relations.js';

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1990-01-01', n));
const anOccasion = (more: Partial<Occasion>): Occasion => ({
  ...{ label: '纪念日', calendar: 'solar', year: null, month: 5, day: 20 },
  ...{ leapMonth: false, yearly: true },
  ...more,
});

describe('the next time that a day comes', () => {
  it('is that day of the year, today or within a year, by the calendar that counts it', () => {
    fc.assert(
      fc.property(day, day, (told, today) => {
        const solar = anOccasion({ month: Number(told.slice(5, 7)), day: Number(told.slice(8)) });
        const on = nextOn(solar, today) ?? '';
        expect(on >= today && on <= addDays(today, 366)).toBe(true);
        if (told.slice(5) !== '02-29') expect(on.slice(5)).toBe(told.slice(5));
      }),
    );
  });

  it('comes every lunar year, also one of a leap month and of the thirtieth', () => {
    fc.assert(
      fc.property(day, day, (told, today) => {
        const { month, day: date, leapMonth } = lunarOf(told);
        const on = nextOn(anOccasion({ calendar: 'lunar', month, day: date, leapMonth }), today);
        expect(on).not.toBeNull();
        expect(lunarOf(on ?? '').month).toBe(month);
      }),
      { numRuns: 30 },
    );
  });

  it('is none once a day that comes once is over', () => {
    const once = anOccasion({ year: 2026, yearly: false });
    expect(nextOn(once, '2026-05-20')).toBe('2026-05-20');
    expect(nextOn(once, '2026-05-21')).toBeNull();
  });

  it('lies years ahead where the day itself does, by either calendar', () => {
    for (const yearly of [true, false]) {
      expect(nextOn(anOccasion({ year: 2031, yearly }), '2026-05-21')).toBe('2031-05-20');
      const lastOfYear = { calendar: 'lunar', year: 2030, month: 12, day: 29, yearly } as const;
      const on = nextOn(anOccasion(lastOfYear), '2026-05-21') ?? '';
      expect(lunarOf(on)).toEqual({ year: 2030, month: 12, leapMonth: false, day: 29 });
    }
  });
});

describe('an occasion as it comes in', () => {
  it('may lie ahead, unlike a birthday', () => {
    expect(readOccasions([{ label: ' 婚礼 ', date: '2030-10-01', yearly: false }])).toEqual([
      anOccasion({ label: '婚礼', year: 2030, month: 10, day: 1, yearly: false }),
    ]);
  });
});

describe('a relation', () => {
  it('told from the other side and back is itself', () => {
    for (const relation of RELATIONS) expect(reverseOf(reverseOf(relation))).toBe(relation);
  });
});
