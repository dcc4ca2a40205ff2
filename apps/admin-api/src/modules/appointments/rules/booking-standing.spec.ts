import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { byPhoneWords, standingOf } from './booking-standing.js';

const limits = { historyMonths: 6, mostNoShows: 2, mostLateCancels: 3 };

describe('a client’s history', () => {
  it('asks her to ring from the limit on, and says only what counted', () => {
    expect(standingOf({ noShows: 1, lateCancels: 2 }, limits).byPhoneOnly).toBe(false);
    const missed = standingOf({ noShows: 2, lateCancels: 1 }, limits);
    expect(missed.byPhoneOnly).toBe(true);
    expect(byPhoneWords(missed, limits)).toContain('近 6 个月有 2 次约好没有来，');
    const both = standingOf({ noShows: 2, lateCancels: 3 }, limits);
    expect(byPhoneWords(both, limits)).toContain('2 次约好没有来、3 次临时取消');
  });

  it('never stops anybody where the store does not mind, and never becomes better by another miss', () => {
    const count = fc.integer({ min: 0, max: 30 });
    const most = fc.option(fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(
        count,
        count,
        most,
        most,
        (noShows, lateCancels, mostNoShows, mostLateCancels) => {
          const asked = { historyMonths: 6, mostNoShows, mostLateCancels };
          const { byPhoneOnly } = standingOf({ noShows, lateCancels }, asked);
          if (mostNoShows === null && mostLateCancels === null) expect(byPhoneOnly).toBe(false);
          const worse = standingOf({ noShows: noShows + 1, lateCancels }, asked);
          if (byPhoneOnly) expect(worse.byPhoneOnly).toBe(true);
        },
      ),
      { seed: 7, numRuns: 200 },
    );
  });
});
