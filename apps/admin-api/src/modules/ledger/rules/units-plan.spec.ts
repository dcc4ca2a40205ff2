import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Lot } from '../ledger-types.js';
import { planUnits, usableOn } from './units-plan.js';

const TODAY = '2026-06-01';
const NO_HOLDS = () => 0;

const aLot = (id: number, unitsLeft: number, expiresOn: string | null, paidOn: string): Lot => ({
  ...{ id, sourceTxId: id, ownerKind: 'customer', ownerId: 'C', storeId: 'S', unitsLeft, paidOn },
  ...{ validEverywhere: true, principalFen: 0, bonusFen: 0, principalLeftFen: 0, expiresOn },
  ...{ bonusLeftFen: 0, units: unitsLeft, unitValueFen: null, listPriceFen: null },
  ...{ spendOrder: 'principal_first', paymentId: null },
});

const plan = (lots: readonly Lot[], amount: number, most = 1_000_000) =>
  planUnits(usableOn(lots, TODAY, NO_HOLDS), amount, most);

describe('units that are used', () => {
  it('come from what lapses first, then from the oldest, at last from what never lapses', () => {
    const lots = [
      aLot(1, 5, null, '2026-01-01'),
      aLot(2, 5, '2026-12-31', '2026-02-01'),
      aLot(3, 5, '2026-07-01', '2026-03-01'),
      aLot(4, 5, '2026-07-01', '2026-02-01'),
    ];
    expect(plan(lots, 17)).toEqual([
      { lotId: 4, units: 5 },
      { lotId: 3, units: 5 },
      { lotId: 2, units: 5 },
      { lotId: 1, units: 2 },
    ]);
  });

  it('are good through their last day and not after it', () => {
    expect(plan([aLot(1, 1, TODAY, '2026-01-01')], 1)).toEqual([{ lotId: 1, units: 1 }]);
    expect(plan([aLot(1, 1, '2026-05-31', '2026-01-01')], 1)).toBeUndefined();
  });

  it('are never more than the account can give', () => {
    expect(plan([aLot(1, 10, null, '2026-01-01')], 8, 7)).toBeUndefined();
  });

  it('add up to what was asked for, or nothing is taken', () => {
    const lots = fc.array(
      fc.record({
        left: fc.integer({ min: 0, max: 50 }),
        end: fc.constantFrom(null, '2026-05-31', '2026-06-01', '2026-08-01'),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(lots, fc.integer({ min: 1, max: 300 }), (all, amount) => {
        const made = all.map(({ left, end }, at) => aLot(at + 1, left, end, '2026-01-01'));
        const there = made
          .filter((lot) => lot.expiresOn === null || lot.expiresOn >= TODAY)
          .reduce((sum, lot) => sum + lot.unitsLeft, 0);
        const parts = plan(made, amount);
        expect(parts?.reduce((sum, part) => sum + part.units, 0)).toBe(
          amount <= there ? amount : undefined,
        );
        for (const part of parts ?? [])
          expect(part.units).toBeLessThanOrEqual(made[part.lotId - 1]?.unitsLeft ?? 0);
      }),
    );
  });
});
