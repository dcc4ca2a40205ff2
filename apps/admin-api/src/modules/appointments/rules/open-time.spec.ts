import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { timesToAnswer, type OpenStretch } from './open-time.js';

const HOUR = 3_600_000;
const at = (text: string): Date => new Date(text);
const stretch = (from: string, to: string): OpenStretch => ({
  from: at(from).getTime(),
  to: at(to).getTime(),
});
/** Two days from ten to ten, in a store at UTC. */
const DAYS = [
  stretch('2026-11-23T10:00Z', '2026-11-23T22:00Z'),
  stretch('2026-11-24T10:00Z', '2026-11-24T22:00Z'),
];

describe('the time for an answer', () => {
  it('runs while the store is open, and tells the manager at half of it', () => {
    const times = timesToAnswer(DAYS, at('2026-11-23T12:00Z'), at('2026-11-24T15:00Z'), 120);
    expect(times).toEqual({
      escalatesAt: at('2026-11-23T13:00Z'),
      expiresAt: at('2026-11-23T14:00Z'),
    });
  });

  it('stands still at night', () => {
    const late = timesToAnswer(DAYS, at('2026-11-23T21:30Z'), at('2026-11-24T15:00Z'), 120);
    expect(late).toEqual({
      escalatesAt: at('2026-11-24T10:30Z'),
      expiresAt: at('2026-11-24T11:30Z'),
    });
    const closed = timesToAnswer(DAYS, at('2026-11-23T23:00Z'), at('2026-11-24T15:00Z'), 60);
    expect(closed.expiresAt).toEqual(at('2026-11-24T11:00Z'));
  });

  it('is over when the visit would begin', () => {
    const soon = timesToAnswer(DAYS, at('2026-11-23T12:00Z'), at('2026-11-23T13:00Z'), 120);
    expect(soon).toEqual({
      escalatesAt: at('2026-11-23T12:30Z'),
      expiresAt: at('2026-11-23T13:00Z'),
    });
    expect(
      timesToAnswer([], at('2026-11-23T12:00Z'), at('2026-11-24T15:00Z'), 60).expiresAt,
    ).toEqual(at('2026-11-24T15:00Z'));
  });

  it('never lies before now nor after the start, with the manager told in between, and grows with the minutes', () => {
    const days = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 1, max: 12 })), {
        maxLength: 6,
      })
      .map((hours) => {
        let clock = 0;
        return hours.map(([closed, open]) => {
          const from = clock + closed * HOUR;
          clock = from + open * HOUR;
          return { from, to: clock };
        });
      });
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 10, max: 1440 }),
        (open, from, ahead, minutes) => {
          const now = new Date(from * HOUR);
          const starts = new Date((from + ahead) * HOUR);
          const { escalatesAt, expiresAt } = timesToAnswer(open, now, starts, minutes);
          expect(escalatesAt.getTime()).toBeGreaterThanOrEqual(now.getTime());
          expect(expiresAt.getTime()).toBeGreaterThanOrEqual(escalatesAt.getTime());
          expect(expiresAt.getTime()).toBeLessThanOrEqual(starts.getTime());
          const more = timesToAnswer(open, now, starts, minutes + 5);
          expect(more.expiresAt.getTime()).toBeGreaterThanOrEqual(expiresAt.getTime());
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
