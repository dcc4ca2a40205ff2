import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { backOffMs } from './back-off.js';

describe('back-off of a failed job', () => {
  it('waits between one and two seconds after the first failure', () => {
    expect(backOffMs(1, 0)).toBe(1_000);
    expect(backOffMs(1, 1)).toBe(2_000);
  });

  it('never waits longer than a quarter of an hour, and never less than half of the full wait', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, random) => {
          const wait = backOffMs(attempt, random);
          const full = Math.min(900_000, 2_000 * 2 ** (attempt - 1));
          expect(wait).toBeGreaterThanOrEqual(full / 2);
          expect(wait).toBeLessThanOrEqual(full);
        },
      ),
    );
  });
});
