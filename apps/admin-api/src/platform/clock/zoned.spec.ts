import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { addDays, instantOf, localDate, toRfc3339, weekdayOf } from './zoned.js';

/** No summer time; half hours; summer time in both halves of the year; a day that was left out. */
const ZONES = [
  'Asia/Shanghai',
  'Asia/Kolkata',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/New_York',
  'Pacific/Apia',
  'UTC',
];

const zone = fc.constantFrom(...ZONES);
const instant = fc.date({
  min: new Date('1965-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const date = instant.map((each) => each.toISOString().slice(0, 10));

const luxonInstant = (day: string, minutes: number, where: string): Date => {
  const days = Math.floor(minutes / 1440);
  const rest = minutes - days * 1440;
  const midnight = DateTime.fromISO(day, { zone: where }).plus({ days });
  return midnight.set({ hour: Math.floor(rest / 60), minute: rest % 60 }).toJSDate();
};

describe('wall clocks', () => {
  it('tell the same day and time as luxon, wherever and whenever', () => {
    fc.assert(
      fc.property(instant, zone, (when, where) => {
        const local = DateTime.fromJSDate(when, { zone: where });
        expect(localDate(when, where)).toBe(local.toFormat('yyyy-MM-dd'));
        expect(toRfc3339(when, where)).toBe(local.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ"));
      }),
      { numRuns: 500, seed: 20_261 },
    );
  });

  it('read the same instant as luxon off a wall clock, on days of change too', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 2_879 }), zone, (day, minutes, where) => {
        expect(instantOf(day, minutes, where)).toEqual(luxonInstant(day, minutes, where));
      }),
      { numRuns: 500, seed: 20_262 },
    );
    for (const day of ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-25', '2011-12-29']) {
      for (const minutes of [0, 90, 120, 150, 180, 600, 1_530]) {
        for (const where of ZONES) {
          expect(instantOf(day, minutes, where)).toEqual(luxonInstant(day, minutes, where));
        }
      }
    }
  });

  it('count days and weekdays as the calendar does', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -800, max: 800 }), (day, days) => {
        const start = DateTime.fromISO(day, { zone: 'utc' });
        expect(addDays(day, days)).toBe(start.plus({ days }).toFormat('yyyy-MM-dd'));
        expect(weekdayOf(day)).toBe(start.weekday);
      }),
      { numRuns: 300, seed: 20_263 },
    );
    expect(addDays('9999-12-31', 1)).toBe('10000-01-01');
  });
});
