import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  coolingOffUntil,
  refundBases,
  refundFor,
  refundLegs,
  type LotUse,
} from './refund-bases.js';

const YUAN = 100;
const yuan = (amount: number): number => amount * YUAN;

/** 1000 + 200 of which 300 were used, so much of it from the bonus. */
const afterThreeHundred = (fromBonus: number): LotUse => ({
  principalLeftFen: yuan(1000 - (300 - fromBonus)),
  principalUsedFen: yuan(300 - fromBonus),
  bonusLeftFen: yuan(200 - fromBonus),
  bonusUsedFen: yuan(fromBonus),
  usedListFen: yuan(300),
});

const amount = fc.integer({ min: 0, max: 100_000_000 });
const aLot: fc.Arbitrary<LotUse> = fc
  .record({
    principalLeftFen: amount,
    principalUsedFen: amount,
    bonusLeftFen: amount,
    bonusUsedFen: amount,
    discountFen: amount,
  })
  .map(({ discountFen, ...lot }) => ({
    ...lot,
    usedListFen: lot.principalUsedFen + lot.bonusUsedFen + discountFen,
  }));

describe('what goes back of 1000 + 200 with 300 used', () => {
  it.each([
    ['bonus first', 200],
    ['principal first', 0],
    ['in proportion', 50],
  ])('is 900, 750 and 700, whichever was used first: %s', (_, fromBonus) => {
    expect(refundBases(afterThreeHundred(fromBonus))).toEqual({
      coolingOffFen: yuan(900),
      operatorFen: yuan(750),
      ownReasonFen: yuan(700),
    });
  });

  it('is less for her own reason where the used part had a discount', () => {
    const lot = { ...afterThreeHundred(200), usedListFen: yuan(400) };
    expect(refundBases(lot).ownReasonFen).toBe(yuan(600));
  });
});

describe('the three bases', () => {
  it('never give more than was paid nor less than nothing, and each at least what the next one gives', () => {
    fc.assert(
      fc.property(aLot, (lot) => {
        const { coolingOffFen, operatorFen, ownReasonFen } = refundBases(lot);
        const paid = lot.principalLeftFen + lot.principalUsedFen;
        expect(coolingOffFen).toBeLessThanOrEqual(paid);
        expect(coolingOffFen).toBeGreaterThanOrEqual(operatorFen);
        expect(operatorFen).toBeGreaterThanOrEqual(ownReasonFen);
        expect(ownReasonFen).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('give back all that was paid while nothing was used', () => {
    fc.assert(
      fc.property(amount, amount, (paid, given) => {
        const lot = {
          ...{ principalLeftFen: paid, principalUsedFen: 0, bonusLeftFen: given, bonusUsedFen: 0 },
          usedListFen: 0,
        };
        const all = { coolingOffFen: paid, operatorFen: paid, ownReasonFen: paid };
        expect(refundBases(lot)).toEqual(all);
      }),
    );
  });

  it('round in favour of the client', () => {
    const lot = {
      ...{ principalLeftFen: 1, principalUsedFen: 0, bonusLeftFen: 1, bonusUsedFen: 1 },
      usedListFen: 1,
    };
    expect(refundBases(lot).operatorFen).toBe(1);
  });

  it('depend on how much was used only, not on which part of it', () => {
    fc.assert(
      fc.property(amount, amount, amount, fc.nat(), (paid, given, used, split) => {
        fc.pre(used <= paid + given);
        const least = Math.max(0, used - paid);
        const most = Math.min(given, used);
        const lotOf = (bonusUsedFen: number): LotUse => ({
          principalLeftFen: paid - (used - bonusUsedFen),
          principalUsedFen: used - bonusUsedFen,
          bonusLeftFen: given - bonusUsedFen,
          bonusUsedFen,
          usedListFen: used,
        });
        const any = least + (split % (most - least + 1));
        expect(refundBases(lotOf(any))).toEqual(refundBases(lotOf(most)));
      }),
    );
  });
});

describe('the terms of a plan', () => {
  it('may be kinder than the law and never harder', () => {
    fc.assert(
      fc.property(
        aLot,
        fc.constantFrom('cooling_off', 'operator', 'own_reason'),
        fc.constantFrom('list_price', 'ratio', 'principal'),
        (lot, cause, terms) => {
          const bases = refundBases(lot);
          const law = {
            cooling_off: bases.coolingOffFen,
            operator: bases.operatorFen,
            own_reason: bases.ownReasonFen,
          }[cause];
          expect(refundFor(cause, bases, terms)).toBeGreaterThanOrEqual(law);
        },
      ),
    );
  });
});

describe('the days without a reason', () => {
  it('are counted from the day of payment', () => {
    expect(coolingOffUntil({ paidOn: '2026-11-22', renewal: false }, 7)).toBe('2026-11-29');
  });

  it('are not for a card that was bought again', () => {
    expect(coolingOffUntil({ paidOn: '2026-11-22', renewal: true }, 7)).toBeNull();
  });
});

describe('the books of a refund', () => {
  it('take the whole principal left apart and add revenue only where more goes back', () => {
    fc.assert(
      fc.property(amount, amount, (left, back) => {
        const { fromPrincipalFen, recoveredFen, fromRevenueFen } = refundLegs(left, back);
        expect(fromPrincipalFen + recoveredFen).toBe(left);
        expect(fromPrincipalFen + fromRevenueFen).toBe(back);
        expect(Math.min(recoveredFen, fromRevenueFen)).toBe(0);
      }),
    );
  });
});
