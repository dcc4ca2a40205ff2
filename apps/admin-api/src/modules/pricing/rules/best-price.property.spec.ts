import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { everyCombination } from '../../../../test/support/pricing/every-combination.js';
import { smallBill } from '../../../../test/support/pricing/random-bills.js';
import { bestPrice } from './best-price.js';
import type { PriceInput } from './price-input.js';

const RUNS = Number(process.env['YANCE_PRICE_RUNS'] ?? 1_000);

const reversed = <T>(list: readonly T[]): T[] => [...list].reverse();

describe('the best price of any bill', () => {
  it('is never beaten by any allowed combination, and is the one that the order of equals names', () => {
    fc.assert(
      fc.property(smallBill, (bill) => {
        const best = bestPrice(bill);
        const { payFen, sessions, couponIds, timeCards } = everyCombination(bill);
        const used = (kind: 'package' | 'time_card'): number =>
          best.sessions.reduce(
            (sum, each) => sum + (each.kind === kind && !each.isReserved ? each.units : 0),
            0,
          );
        expect({
          payFen: best.payFen,
          sessions: used('package'),
          couponIds: best.coupons.map(({ couponId }) => couponId),
          timeCards: used('time_card'),
        }).toEqual({ payFen, sessions, couponIds, timeCards });
        expect(best.search.exact).toBe(true);
      }),
      { numRuns: RUNS, seed: 20_261_123 },
    );
  });

  it('adds up to the fen: list less all savings is pay, on every line and on the bill, never below zero', () => {
    fc.assert(
      fc.property(smallBill, (bill) => {
        const best = bestPrice(bill);
        for (const line of best.lines) {
          const saved = line.because.reduce((sum, { savesFen }) => sum + savesFen, 0);
          expect(line.listFen - saved).toBe(line.payFen);
          expect(line.payFen).toBeGreaterThanOrEqual(0);
          for (const { savesFen } of line.because) expect(savesFen).toBeGreaterThanOrEqual(0);
          const parts = line.parts.reduce((sum, part) => sum + part.payFen, 0);
          if (line.parts.length > 0) expect(parts).toBe(line.payFen);
        }
        expect(best.lines.reduce((sum, line) => sum + line.payFen, 0)).toBe(best.payFen);
      }),
      { numRuns: RUNS, seed: 20_261_124 },
    );
  });

  it('does not depend on the order of coupons, cards and rules, and survives being kept as JSON', () => {
    fc.assert(
      fc.property(smallBill, (bill) => {
        const turned: PriceInput = {
          ...bill,
          coupons: reversed(bill.coupons),
          sessions: reversed(bill.sessions),
          rules: reversed(bill.rules),
        };
        const { payFen, coupons, lines } = bestPrice(bill);
        const kept = JSON.parse(JSON.stringify(turned)) as PriceInput;
        const again = bestPrice(kept);
        expect(again.payFen).toBe(payFen);
        expect(again.coupons).toEqual(coupons);
        expect(again.lines.map((line) => line.payFen)).toEqual(lines.map((line) => line.payFen));
      }),
      { numRuns: RUNS, seed: 20_261_125 },
    );
  });
});
