import fc from 'fast-check';
import { addDays } from '../../../platform/clock/index.js';
import { DEFAULT_STANDING, faultOfLimits, type StandingLimits } from './standing-limits.js';
import {
  earliestAfter,
  judge,
  nextLimit,
  standingOf as standsBy,
  type ClientDays,
} from './standing.js';

const TODAY = '2026-11-22';
const standingOf = (did: ClientDays, day: string, limits: StandingLimits = DEFAULT_STANDING) =>
  standsBy(did, limits, day);
const ago = (days: number): string => addDays(TODAY, -days);
const visits = (...days: number[]): ClientDays => ({ visitDays: days.map(ago), spends: [] });

const aDay = fc.integer({ min: 0, max: 500 }).map(ago);
const aHistory = fc.record({
  visitDays: fc.uniqueArray(aDay, { maxLength: 6 }).map((days) => days.sort()),
  spends: fc.array(fc.record({ on: aDay, fen: fc.integer({ min: 1, max: 900_000 }) }), {
    maxLength: 4,
  }),
});
const fourOf = (most: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: most }), { minLength: 4, maxLength: 4 })
    .map((list) => list.sort((a, b) => a - b));
const someLimits: fc.Arbitrary<StandingLimits> = fc.record({
  newWithinDays: fc.integer({ min: 1, max: 200 }),
  newVisits: fc.integer({ min: 1, max: 5 }),
  sleepingAfterDays: fc.integer({ min: 1, max: 200 }),
  lostAfterDays: fc.integer({ min: 201, max: 400 }),
  ...{ recencyDays: fourOf(400), frequencyVisits: fourOf(10), monetaryFen: fourOf(900_000) },
});

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
    fc.assert(
      fc.property(aHistory, someLimits, fc.integer({ min: 1, max: 400 }), (did, limits, later) => {
        const now = standingOf(did, TODAY, limits);
        const day = addDays(TODAY, later);
        if (now.dueOn !== null && day >= now.dueOn) return;
        expect({ ...standingOf(did, day, limits), dueOn: null }).toEqual({ ...now, dueOn: null });
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('is by other limits what it would be if she were weighed by them from the start', () => {
    fc.assert(
      fc.property(aHistory, someLimits, someLimits, (did, before, after) => {
        const [old, fresh] = [standingOf(did, TODAY, before), standingOf(did, TODAY, after)];
        expect({ ...old, ...judge(old, after, TODAY), dueOn: null }).toEqual({
          ...{ ...fresh, dueOn: null },
        });
        // She may be looked at too early, never too late.
        const due = earliestAfter(TODAY, [old.dueOn, nextLimit(old, after, TODAY)]);
        expect(fresh.dueOn === null || (due !== null && due <= fresh.dueOn)).toBe(true);
      }),
      { seed: 17, numRuns: 300 },
    );
  });
});

describe('limits', () => {
  it('go up, and nobody is lost before she sleeps', () => {
    const fault = (more: Partial<StandingLimits>) =>
      faultOfLimits({ ...DEFAULT_STANDING, ...more })?.field;
    expect(fault({})).toBeUndefined();
    expect(fault({ lostAfterDays: 90 })).toBe('lostAfterDays');
    expect(fault({ recencyDays: [30, 30, 60, 90] })).toBe('recencyDays');
    expect(fault({ frequencyVisits: [4, 3, 8, 12] })).toBe('frequencyVisits');
    expect(fault({ monetaryFen: [1, 2, 3, 3] })).toBe('monetaryFen');
  });
});
