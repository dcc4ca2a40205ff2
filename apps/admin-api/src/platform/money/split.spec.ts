import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { requirePositive, sumFen, toAmount } from './amount.js';
import { splitByLargestRemainder } from './split.js';

const amount = fc.integer({ min: 0, max: 1_000_000_000_000 });
const weights = fc.array(amount, { minLength: 1, maxLength: 8 });

describe('a split by largest remainder', () => {
  it('loses and makes no fen, and gives everyone at least the whole part of the share', () => {
    fc.assert(
      fc.property(amount, weights, (total, parts) => {
        fc.pre(parts.some((part) => part > 0));
        const shares = splitByLargestRemainder(total, parts);
        expect(sumFen(shares)).toBe(total);
        const all = parts.reduce((sum, part) => sum + BigInt(part), 0n);
        for (const [index, part] of parts.entries()) {
          const whole = (BigInt(total) * BigInt(part)) / all;
          expect([whole, whole + 1n]).toContain(BigInt(shares[index] ?? -1));
          if (part === 0) expect(shares[index]).toBe(0);
        }
      }),
      { numRuns: 1_000, seed: 20_264 },
    );
  });

  it('never gives more than the weight when all weights together are at least the total', () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (parts, part) => {
        const all = sumFen(parts);
        fc.pre(all > 0);
        const shares = splitByLargestRemainder(Math.floor(all * part), parts);
        for (const [index, share] of shares.entries())
          expect(share).toBeLessThanOrEqual(parts[index] ?? 0);
      }),
      { numRuns: 1_000, seed: 20_265 },
    );
  });

  it('gives a single fen to the largest share, the first of equals', () => {
    expect(splitByLargestRemainder(1, [1, 1, 1])).toEqual([1, 0, 0]);
    expect(splitByLargestRemainder(1, [1, 2])).toEqual([0, 1]);
    expect(splitByLargestRemainder(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitByLargestRemainder(0, [0, 0])).toEqual([0, 0]);
  });

  it('refuses what cannot be split', () => {
    expect(() => splitByLargestRemainder(1, [0])).toThrow(RangeError);
    expect(() => splitByLargestRemainder(-1, [1])).toThrow(RangeError);
    expect(() => splitByLargestRemainder(1, [-1, 2])).toThrow(RangeError);
    expect(() => splitByLargestRemainder(0.5, [1])).toThrow(RangeError);
  });
});

describe('an amount from outside', () => {
  it('is a whole number that JavaScript holds exactly, or an error', () => {
    expect(toAmount('12345678901')).toBe(12_345_678_901);
    for (const wrong of ['9007199254740993', 1.5, 'x', '', null, undefined, Infinity])
      expect(() => toAmount(wrong)).toThrow(RangeError);
    expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });

  it('of a posting is above zero and below the most that one may be', () => {
    expect(requirePositive(1)).toBe(1);
    for (const wrong of [0, -1, 0.5, 1_000_000_000_001, NaN])
      expect(() => requirePositive(wrong)).toThrow(RangeError);
  });
});
