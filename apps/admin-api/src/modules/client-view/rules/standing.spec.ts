import fc from 'fast-check';
import { addDays } from '../../../platform/clock/index.js';
import { standingOf, type ClientDays } from './standing.js';

const TODAY = '2026-11-22';
const ago = (days: number): string => addDays(TODAY, -days);
const visits = (...days: number[]): ClientDays => ({ visitDays: days.map(ago), spends: [] });

describe('where a client stands', () => {
  it.each([
    ['prospect', []],
    ['new', [40, 10]],
    ['active', [61]],
    ['active', [50, 30, 10]],
    ['active', [400, 90]],
    ['sleeping', [91]],
    ['sleeping', [400, 180]],
    ['lost', [181]],
  ])('is %s after visits %j days ago', (stage, days) => {
    expect(standingOf(visits(...days), TODAY).stage).toBe(stage);
  });

  it('has a rhythm from the third visit on, and a day on which she would come again', () => {
    expect(standingOf(visits(40, 10), TODAY).rhythmDays).toBeNull();
    expect(standingOf(visits(70, 40, 10), TODAY)).toMatchObject({
      ...{ rhythmDays: 30, expectedOn: addDays(TODAY, 20) },
    });
  });

  it('counts a year of visits and money, and what was taken back of it', () => {
    const spends = [
      { on: ago(365), fen: 999 },
      { on: ago(364), fen: 60_000 },
      { on: ago(2), fen: -10_000 },
    ];
    const standing = standingOf({ visitDays: [ago(365), ago(364)], spends }, TODAY);
    expect(standing).toMatchObject({ visits: 2, visitsYear: 1, spendYearFen: 50_000, monetary: 2 });
  });

  it('is weighed again on the first day on which time alone makes it another, and not before', () => {
    const aDay = fc.integer({ min: 0, max: 500 }).map(ago);
    const aHistory = fc.record({
      visitDays: fc.uniqueArray(aDay, { maxLength: 6 }).map((days) => days.sort()),
      spends: fc.array(fc.record({ on: aDay, fen: fc.integer({ min: 1, max: 900_000 }) }), {
        maxLength: 4,
      }),
    });
    fc.assert(
      fc.property(aHistory, fc.integer({ min: 1, max: 400 }), (did, later) => {
        const now = standingOf(did, TODAY);
        const day = addDays(TODAY, later);
        if (now.dueOn !== null && day >= now.dueOn) return;
        expect({ ...standingOf(did, day), dueOn: null }).toEqual({ ...now, dueOn: null });
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
