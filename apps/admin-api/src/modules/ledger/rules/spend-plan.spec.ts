import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Lot, SpendOrder } from '../ledger-types.js';
import { planSpend, spendableAt } from './spend-plan.js';

const HERE = 'HERE';
const NO_HOLDS = () => ({ principalFen: 0, bonusFen: 0 });
const ALL = { principalFen: Number.MAX_SAFE_INTEGER, bonusFen: Number.MAX_SAFE_INTEGER };
const ORDERS: readonly SpendOrder[] = ['principal_first', 'bonus_first', 'proportional'];

function aLot(facts: Partial<Lot> & Pick<Lot, 'id'>): Lot {
  const { principalFen = 0, bonusFen = 0 } = facts;
  return {
    ...{ sourceTxId: facts.id, ownerKind: 'customer', ownerId: 'C', storeId: HERE, units: 0 },
    ...{ validEverywhere: true, principalFen, bonusFen, principalLeftFen: principalFen },
    ...{ bonusLeftFen: bonusFen, unitsLeft: 0, unitValueFen: null, listPriceFen: null },
    ...{ spendOrder: 'principal_first', paymentId: null, paidOn: '2026-01-01', expiresOn: null },
    ...facts,
  };
}

const plan = (lots: readonly Lot[], amountFen: number, today = '2026-06-01') =>
  planSpend(spendableAt(lots, HERE, today, NO_HOLDS), amountFen, ALL);

const some = fc.integer({ min: 0, max: 300_000 });
const someLots = fc
  .array(
    fc.record({
      principalFen: some,
      bonusFen: some,
      spendOrder: fc.constantFrom(...ORDERS),
      validEverywhere: fc.boolean(),
      storeId: fc.constantFrom(HERE, 'THERE'),
      paidOn: fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01'),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => all.map((facts, index) => aLot({ id: index + 1, ...facts })));

const leftAfter = (lot: Lot, parts: ReturnType<typeof plan>): Lot => {
  const part = parts?.find(({ lotId }) => lotId === lot.id);
  return {
    ...lot,
    principalLeftFen: lot.principalLeftFen - (part?.principalFen ?? 0),
    bonusLeftFen: lot.bonusLeftFen - (part?.bonusFen ?? 0),
  };
};

describe('a payment of 300 yuan from 1000 + 200', () => {
  it.each([
    ['principal_first', 30_000, 0],
    ['bonus_first', 10_000, 20_000],
    ['proportional', 25_000, 5_000],
  ] as const)('%s takes %i of principal and %i of bonus', (spendOrder, principalFen, bonusFen) => {
    const lot = aLot({ id: 1, principalFen: 100_000, bonusFen: 20_000, spendOrder });
    expect(plan([lot], 30_000)).toEqual([{ lotId: 1, principalFen, bonusFen }]);
  });
});

describe('whatever the lots and the amount', () => {
  it('takes exactly the amount, never more than a lot has, and nothing when they have less', () => {
    fc.assert(
      fc.property(someLots, some, (lots, amount) => {
        const parts = plan(lots, amount + 1);
        const usable = lots.filter((lot) => lot.validEverywhere || lot.storeId === HERE);
        const have = usable.reduce((sum, lot) => sum + lot.principalFen + lot.bonusFen, 0);
        if (!parts) return expect(have).toBeLessThan(amount + 1);
        expect(parts.reduce((sum, part) => sum + part.principalFen + part.bonusFen, 0)).toBe(
          amount + 1,
        );
        for (const lot of usable.map((one) => leftAfter(one, parts))) {
          expect(lot.principalLeftFen).toBeGreaterThanOrEqual(0);
          expect(lot.bonusLeftFen).toBeGreaterThanOrEqual(0);
        }
        expect(parts.every(({ lotId }) => usable.some((lot) => lot.id === lotId))).toBe(true);
      }),
      { numRuns: 1_000, seed: 31 },
    );
  });

  it('leaves no residue: many payments of odd sizes and one of what is left empty every lot', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 40 }),
        fc.constantFrom(...ORDERS),
        fc.integer({ min: 1, max: 9_999 }),
        fc.integer({ min: 0, max: 9_999 }),
        (payments, spendOrder, principalFen, bonusFen) => {
          let lot = aLot({ id: 1, principalFen, bonusFen, spendOrder });
          for (const amount of payments) lot = leftAfter(lot, plan([lot], amount));
          const rest = lot.principalLeftFen + lot.bonusLeftFen;
          if (rest > 0) lot = leftAfter(lot, plan([lot], rest));
          expect([lot.principalLeftFen, lot.bonusLeftFen]).toEqual([0, 0]);
        },
      ),
      { numRuns: 1_000, seed: 32 },
    );
  });

  it('of one fen at a time ends at zero for both sides, at odd ratios too', () => {
    let lot = aLot({ id: 1, principalFen: 7, bonusFen: 3, spendOrder: 'proportional' });
    const taken = [];
    for (let n = 0; n < 10; n += 1) {
      const parts = plan([lot], 1);
      taken.push(parts?.[0]?.principalFen);
      lot = leftAfter(lot, parts);
    }
    expect([lot.principalLeftFen, lot.bonusLeftFen]).toEqual([0, 0]);
    expect(taken.filter((one) => one === 1)).toHaveLength(7);
    expect(plan([lot], 1)).toBeUndefined();
  });
});

describe('the lots that are taken first', () => {
  it('are those of this store only, then the oldest', () => {
    const everywhere = aLot({ id: 1, principalFen: 100, paidOn: '2025-01-01' });
    const older = aLot({ id: 2, principalFen: 100, validEverywhere: false, paidOn: '2026-01-01' });
    const newer = aLot({ id: 3, principalFen: 100, validEverywhere: false, paidOn: '2026-02-01' });
    const parts = plan([newer, everywhere, older], 250);
    expect(parts?.map(({ lotId }) => lotId)).toEqual([2, 3, 1]);
  });

  it('are never those of another store only', () => {
    const there = aLot({ id: 1, principalFen: 100, validEverywhere: false, storeId: 'THERE' });
    expect(plan([there], 1)).toBeUndefined();
  });

  it('give no bonus after their date, but their principal for ever', () => {
    const lot = aLot({ id: 1, principalFen: 100, bonusFen: 100, expiresOn: '2026-05-31' });
    expect(plan([lot], 100)).toEqual([{ lotId: 1, principalFen: 100, bonusFen: 0 }]);
    expect(plan([lot], 101)).toBeUndefined();
    expect(plan([lot], 101, '2026-05-31')).toBeDefined();
  });

  it('give nothing that is held', () => {
    const lot = aLot({ id: 1, principalFen: 100, bonusFen: 50 });
    const held = spendableAt([lot], HERE, '2026-06-01', () => ({ principalFen: 60, bonusFen: 50 }));
    expect(planSpend(held, 41, ALL)).toBeUndefined();
    expect(planSpend(held, 40, { principalFen: 39, bonusFen: 0 })).toBeUndefined();
    expect(planSpend(held, 40, { principalFen: 40, bonusFen: 0 })).toBeDefined();
  });
});
