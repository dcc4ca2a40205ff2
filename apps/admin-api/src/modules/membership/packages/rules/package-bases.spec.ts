import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sessionBases, timeBases } from './package-bases.js';

describe('ten sessions and two on top for 1500 yuan, list price 200 each, of which three were used', () => {
  const item = { paidFen: 150_000, sessions: 10, giftSessions: 2, used: 3, usedListFen: 60_000 };
  it('give back by the law’s three bases 1350, 1125 and 900 yuan', () => {
    expect(sessionBases(item)).toEqual({
      ...{ coolingOffFen: 135_000, operatorFen: 112_500, ownReasonFen: 90_000 },
    });
  });

  it('give all back while nothing was used, and never less than nothing', () => {
    const fresh = { ...item, used: 0, usedListFen: 0 };
    expect(Object.values(sessionBases(fresh))).toEqual([150_000, 150_000, 150_000]);
    const late = { ...item, used: 9, usedListFen: 180_000 };
    expect(sessionBases(late).ownReasonFen).toBe(0);
  });
});

it('whatever was used, each basis gives at least as much as the next and none more than was paid', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9_999_999 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 20 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 0, max: 200_000 }),
      (paidFen, sessions, giftSessions, part, listFen) => {
        const used = Math.floor(part * (sessions + giftSessions));
        const usedListFen = used * listFen;
        const bases = sessionBases({ paidFen, sessions, giftSessions, used, usedListFen });
        expect(bases.coolingOffFen).toBeLessThanOrEqual(paidFen);
        expect(bases.operatorFen).toBeLessThanOrEqual(bases.coolingOffFen);
        expect(bases.ownReasonFen).toBeLessThanOrEqual(bases.operatorFen);
        expect(bases.ownReasonFen).toBeGreaterThanOrEqual(0);
      },
    ),
  );
});

describe('a card by time', () => {
  it('is given back by its days, at the price before discount for her own reason', () => {
    const card = { paidFen: 30_000, listPriceFen: 60_000, leftFen: 20_000 };
    expect(timeBases(card)).toEqual({
      ...{ coolingOffFen: 20_000, operatorFen: 20_000, ownReasonFen: 10_000 },
    });
  });

  it('whose days are over gives nothing back, and one that nobody paid for never does', () => {
    const nothing = { coolingOffFen: 0, operatorFen: 0, ownReasonFen: 0 };
    expect(timeBases({ paidFen: 30_000, listPriceFen: 60_000, leftFen: 0 })).toEqual(nothing);
    expect(timeBases({ paidFen: 0, listPriceFen: 60_000, leftFen: 0 })).toEqual(nothing);
  });
});
