import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ActivityRow } from '../../activity/data/activities.js';
import { addMonths, endOfMonth } from '../../rules/months.js';
import { progressToNext } from './tier-progress.js';
import {
  DEFAULT_TIER_SETTINGS,
  keptFrom,
  measure,
  meritedTier,
  nextStep,
  withoutLifts,
  type Lift,
  type RankedTier,
  type Standing,
  type TierSettings,
} from './tier-rules.js';

const SEED = 20_261_122;
const TODAY = '2026-11-23';
const NONE: Standing = { tierId: null, keptUntil: null };

const aTier = (rank: number, ...thresholds: RankedTier['thresholds']): RankedTier => ({
  ...{ id: `T${rank}`, rank, thresholds },
});
const spend = (amount: number, windowMonths: number | null = 12) =>
  ({ by: 'spend', amount, windowMonths }) as const;
const TIERS = [
  aTier(1, spend(100_000), { by: 'top_up_once', amount: 380_000, windowMonths: null }),
  aTier(2, spend(500_000), { by: 'visits', amount: 20, windowMonths: 12 }),
  aTier(3, spend(2_000_000, 24), { by: 'top_up_sum', amount: 3_000_000, windowMonths: null }),
];

const did = (
  kind: ActivityRow['kind'],
  amountFen: number,
  happenedOn = TODAY,
  more: Partial<ActivityRow> = {},
): ActivityRow => ({
  ...{ kind, amountFen, bonusFen: 0, happenedOn, originId: `${kind}${happenedOn}`, sign: 1 },
  ...more,
});

const settingsIn = fc.record({
  spendCounts: fc.constantFrom('cash_in', 'consumption'),
  bonusCounts: fc.boolean(),
  keepMonths: fc.option(fc.integer({ min: 1, max: 24 })),
  downgradeStep: fc.constantFrom('one', 'to_merit'),
}) satisfies fc.Arbitrary<TierSettings>;
const dayIn = fc.integer({ min: 0, max: 900 }).map((back) => {
  const at = new Date(Date.parse(TODAY) - back * 86_400_000);
  return at.toISOString().slice(0, 10);
});
const activityIn = fc
  .record({
    kind: fc.constantFrom('cash_in', 'consumption', 'visit', 'top_up', 'product'),
    amountFen: fc.integer({ min: 0, max: 800_000 }),
    bonusFen: fc.integer({ min: 0, max: 100_000 }),
    happenedOn: dayIn,
    originId: fc.uuid(),
  })
  .map((row): ActivityRow => ({ ...row, sign: 1 }));
const activitiesIn = fc.array(activityIn, { maxLength: 30 });
const rankOf = (id: string | null): number => TIERS.find((tier) => tier.id === id)?.rank ?? 0;
const holds = (property: fc.IPropertyWithHooks<never>): void =>
  fc.assert(property as fc.IProperty<unknown>, { seed: SEED, numRuns: 500 });

describe('what counts for a tier', () => {
  it('counts a day until its month has come round, and not after', () => {
    const old = [did('consumption', 100, '2025-11-23')];
    expect(measure(old, spend(1), '2026-11-22', DEFAULT_TIER_SETTINGS)).toBe(100);
    expect(measure(old, spend(1), '2026-11-23', DEFAULT_TIER_SETTINGS)).toBe(0);
    expect(measure(old, spend(1, null), '2030-01-01', DEFAULT_TIER_SETTINGS)).toBe(100);
  });

  it('counts money that came in or what was used, never both, and bonus only where the house says so', () => {
    const rows = [
      did('cash_in', 1000, TODAY, { bonusFen: 7 }),
      did('consumption', 200, TODAY, { bonusFen: 30 }),
      did('product', 50),
    ];
    const of = (change: Partial<TierSettings>) =>
      measure(rows, spend(1), TODAY, { ...DEFAULT_TIER_SETTINGS, ...change });
    expect(of({ spendCounts: 'cash_in' })).toBe(1000);
    expect(of({ spendCounts: 'consumption' })).toBe(250);
    expect(of({ spendCounts: 'consumption', bonusCounts: true })).toBe(280);
  });

  it('takes the largest single top-up, less what went back of it', () => {
    const rows = [
      did('top_up', 380_000, TODAY, { originId: 'a' }),
      did('top_up', 200_000, TODAY, { originId: 'b' }),
      did('top_up', 300_000, TODAY, { originId: 'a', sign: -1 }),
    ];
    const once = { by: 'top_up_once', windowMonths: null } as const;
    expect(measure(rows, once, TODAY, DEFAULT_TIER_SETTINGS)).toBe(200_000);
  });

  it('never gives a lower tier for doing more', () => {
    holds(
      fc.property(activitiesIn, activityIn, settingsIn, (rows, more, settings) => {
        const before = meritedTier(TIERS, rows, TODAY, settings)?.rank ?? 0;
        const after = meritedTier(TIERS, [...rows, more], TODAY, settings)?.rank ?? 0;
        expect(after).toBeGreaterThanOrEqual(before);
      }) as never,
    );
  });

  it('counts nothing of what was mirrored', () => {
    holds(
      fc.property(activitiesIn, activityIn, settingsIn, (rows, one, settings) => {
        const mirrored = [...rows, one, { ...one, sign: -1 as const }];
        expect(meritedTier(TIERS, mirrored, TODAY, settings)).toBe(
          meritedTier(TIERS, rows, TODAY, settings),
        );
      }) as never,
    );
  });
});

describe('the step of a day', () => {
  const standingIn = fc.record({
    tierId: fc.option(fc.constantFrom('T1', 'T2', 'T3')),
    keptUntil: fc.option(dayIn.map((day) => addMonths(day, 15))),
  });

  it('lifts at once to all that was earned, and starts the time for which it is kept', () => {
    const step = nextStep(TIERS, NONE, TIERS[1], TODAY, DEFAULT_TIER_SETTINGS);
    expect(step).toEqual({ kind: 'upgrade', tierId: 'T2', keptUntil: '2027-11-23' });
  });

  it('lowers nobody before the time is over, and never below what was earned', () => {
    holds(
      fc.property(standingIn, activitiesIn, settingsIn, (stands, rows, settings) => {
        const merited = meritedTier(TIERS, rows, TODAY, settings);
        const step = nextStep(TIERS, stands, merited, TODAY, settings);
        const [before, after] = [rankOf(stands.tierId), rankOf(step ? step.tierId : stands.tierId)];
        expect(after).toBeGreaterThanOrEqual(Math.min(before, merited?.rank ?? 0));
        if (after < before) {
          expect(stands.keptUntil !== null && stands.keptUntil < TODAY).toBe(true);
          if (settings.downgradeStep === 'one') expect(before - after).toBe(1);
        }
      }) as never,
    );
  });

  it('keeps a tier that is earned again, for the same time once more', () => {
    const stands = { tierId: 'T2', keptUntil: '2026-11-22' };
    expect(nextStep(TIERS, stands, TIERS[1], TODAY, DEFAULT_TIER_SETTINGS)).toEqual({
      ...{ kind: 'keep', tierId: 'T2', keptUntil: '2027-11-23' },
    });
  });

  it('falls one step where the house says so, or to what was earned', () => {
    const stands = { tierId: 'T3', keptUntil: '2026-11-22' };
    const to = (downgradeStep: 'one' | 'to_merit') =>
      nextStep(TIERS, stands, undefined, TODAY, { ...DEFAULT_TIER_SETTINGS, downgradeStep });
    expect(to('one')).toMatchObject({ kind: 'downgrade', tierId: 'T2' });
    expect(to('to_merit')).toEqual({ kind: 'downgrade', tierId: null, keptUntil: null });
  });
});

describe('what a reversal takes back', () => {
  /** Lives through the days of these rows and tells where it led and what lifted. */
  function live(rows: readonly ActivityRow[], from: Standing, settings: TierSettings) {
    let stands = from;
    const lifts: (Lift & { readonly place: number })[] = [];
    rows.forEach(({ happenedOn: on }, place) => {
      const merited = meritedTier(TIERS, rows.slice(0, place + 1), on, settings);
      const step = nextStep(TIERS, stands, merited, on, settings);
      if (!step) return;
      const to = { tierId: step.tierId, keptUntil: step.keptUntil };
      if (step.kind === 'upgrade') lifts.push({ from: stands, to, on, place });
      stands = to;
    });
    return { stands, lifts };
  }

  const takenBack = (
    rows: readonly ActivityRow[],
    place: number,
    lived: ReturnType<typeof live>,
    settings: TierSettings,
  ): Standing => {
    const left = rows.filter((_, at) => at !== place);
    const merited = (on: string) => meritedTier(TIERS, left, on, settings);
    const fresh = { tierId: null, keptUntil: keptFrom(TODAY, settings), on: TODAY };
    const lifts = lived.lifts.filter((lift) => lift.place >= place);
    return withoutLifts(TIERS, lived.stands, lifts, merited, fresh);
  };

  it('takes back exactly what it gave when nothing came after it', () => {
    holds(
      fc.property(activitiesIn, activityIn, settingsIn, (earlier, last, settings) => {
        const days = earlier.map((row) => row.happenedOn).sort();
        const rows = earlier.map((row, at) => ({ ...row, happenedOn: days[at] ?? TODAY }));
        const before = live(rows, NONE, settings);
        const all = [...rows, { ...last, happenedOn: TODAY }];
        const after = takenBack(all, rows.length, live(all, NONE, settings), settings);
        const held = rankOf(before.stands.tierId);
        // A tier whose time ran out that very day falls with or without it; it never stands higher than before.
        const { stands: alone } = live([...rows, did('cash_in', 0)], before.stands, settings);
        expect(rankOf(after.tierId)).toBeLessThanOrEqual(Math.max(held, rankOf(alone.tierId)));
        expect(rankOf(after.tierId)).toBeGreaterThanOrEqual(Math.min(held, rankOf(alone.tierId)));
      }) as never,
    );
  });

  it('leaves a tier that was earned without it, and lifts nobody', () => {
    holds(
      fc.property(
        fc.array(activityIn, { minLength: 1, maxLength: 20 }),
        fc.nat(),
        settingsIn,
        (some, pick, settings) => {
          const rows = some.map((row) => ({ ...row, happenedOn: TODAY }));
          const place = pick % rows.length;
          const lived = live(rows, NONE, settings);
          const after = rankOf(takenBack(rows, place, lived, settings).tierId);
          const without = rows.filter((_, at) => at !== place);
          expect(after).toBe(rankOf(live(without, NONE, settings).stands.tierId));
          expect(after).toBeLessThanOrEqual(rankOf(lived.stands.tierId));
        },
      ) as never,
    );
  });
});

describe('what is missing', () => {
  it('says each way to the next tier in words and numbers', () => {
    const rows = [did('consumption', 120_000), did('visit', 0)];
    const next = progressToNext(TIERS, 'T1', rows, TODAY, DEFAULT_TIER_SETTINGS);
    expect(next?.tierId).toBe('T2');
    expect(next?.ways.map(({ have, missing, words }) => ({ have, missing, words }))).toEqual([
      { have: 120_000, missing: 380_000, words: '近 12 个月再消费 3800 元' },
      { have: 1, missing: 19, words: '近 12 个月再到店 19 次' },
    ]);
  });

  it('says nothing at the top', () => {
    expect(progressToNext(TIERS, 'T3', [], TODAY, DEFAULT_TIER_SETTINGS)).toBeUndefined();
  });
});

describe('months', () => {
  it('end where the shorter month ends', () => {
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-11-23', 2)).toBe('2027-01-23');
    expect(endOfMonth('2026-11-23', 3)).toBe('2027-02-28');
    expect(endOfMonth('2026-12-01', 0)).toBe('2026-12-31');
  });
});
