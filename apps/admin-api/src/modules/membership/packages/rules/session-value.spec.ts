import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../../../platform/clock/index.js';
import { splitByLargestRemainder } from '../../../../platform/money/index.js';
import { listPriceOf, priceWeights } from './plan-draft.js';
import { dayShares, giftsLeft, lastDay, sessionValue } from './session-value.js';

/** Uses all sessions up; what each was worth. */
function usedUp(paidFen: number, sessions: number): { worth: number[]; leftFen: number } {
  let leftFen = paidFen;
  const worth = Array.from({ length: sessions }, (_, used) => {
    const value = sessionValue(leftFen, sessions - used);
    leftFen -= value;
    return value;
  });
  return { worth, leftFen };
}

const someItem = fc.record({
  sessions: fc.constantFrom(1, 3, 7, 10, 12),
  giftSessions: fc.constantFrom(0, 1, 2, 5),
  listPriceFen: fc.integer({ min: 1, max: 128_801 }),
});

describe('a session', () => {
  it('is worth what is left by what is left, and the last takes the residue', () => {
    expect(usedUp(1000, 3).worth).toEqual([333, 333, 334]);
    expect(usedUp(2000, 7).worth).toEqual([285, 285, 286, 286, 286, 286, 286]);
  });

  it.each([3, 7, 12])('leaves nothing after %i of them, whatever the price and the gifts', (n) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.integer({ min: 0, max: 5 }),
        (paidFen, gifts) => {
          const { worth, leftFen } = usedUp(paidFen, n + gifts);
          expect(leftFen).toBe(0);
          expect(worth.reduce((sum, value) => sum + value, 0)).toBe(paidFen);
          expect(Math.max(...worth) - Math.min(...worth)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('leaves nothing over all items of a plan', () => {
    fc.assert(
      fc.property(
        fc.array(someItem, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 9_999_999 }),
        (drafts, priceFen) => {
          const items = drafts.map((draft) => ({ ...draft, name: '项目', serviceIds: ['S'] }));
          const shares = splitByLargestRemainder(priceFen, priceWeights({ kind: 'fixed', items }));
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(priceFen);
          for (const [at, item] of items.entries())
            expect(usedUp(shares[at] ?? 0, item.sessions + item.giftSessions).leftFen).toBe(0);
          expect(listPriceOf({ kind: 'fixed', items })).toBeGreaterThan(0);
        },
      ),
    );
  });
});

describe('gifts', () => {
  it('are used before what was paid for', () => {
    expect(giftsLeft({ sessions: 10, giftSessions: 2, unitsLeft: 12 })).toBe(2);
    expect(giftsLeft({ sessions: 10, giftSessions: 2, unitsLeft: 11 })).toBe(1);
    expect(giftsLeft({ sessions: 10, giftSessions: 2, unitsLeft: 9 })).toBe(0);
  });
});

describe('a card by time', () => {
  it('is valid for its days, that of payment included', () => {
    expect(lastDay('2026-11-22', 30)).toBe('2026-12-21');
    expect(lastDay('2026-11-22', null)).toBeNull();
  });

  it('leaves nothing after its last day, however its days are caught up', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.constantFrom(30, 90, 365),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 }),
        (paidFen, validDays, steps) => {
          const first = '2026-11-22';
          const expiresOn = addDays(first, validDays - 1);
          let [leftFen, from, days] = [paidFen, first, 0];
          for (const step of [...steps, 400]) {
            const to = [addDays(from, step - 1), expiresOn].sort()[0] ?? expiresOn;
            if (from > expiresOn) break;
            const share = dayShares(leftFen, { from, to, expiresOn });
            leftFen -= share.amountFen;
            days += share.days;
            from = addDays(to, 1);
          }
          expect({ leftFen, days }).toEqual({ leftFen: 0, days: validDays });
        },
      ),
    );
  });

  it('gives the same whether a day is shared every day or later at once', () => {
    const card = { from: '2026-11-22', expiresOn: '2027-11-21' };
    const atOnce = dayShares(99_999, { ...card, to: '2026-12-21' }).amountFen;
    let leftFen = 99_999;
    for (let day = 0; day < 30; day += 1) {
      const from = addDays(card.from, day);
      leftFen -= dayShares(leftFen, { from, to: from, expiresOn: card.expiresOn }).amountFen;
    }
    expect(99_999 - leftFen).toBe(atOnce);
  });
});
