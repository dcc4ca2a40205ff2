import { describe, expect, it } from '@jest/globals';
import { MOST_HOLDS, holdId } from './hold-id.js';

describe('the id of a hold', () => {
  it('is its own for every place of neighbouring entries', () => {
    const ids = [1, 2, 3].flatMap((txId) =>
      Array.from({ length: MOST_HOLDS }, (_, index) => holdId(txId, index)),
    );
    expect(new Set(ids).size).toBe(3 * MOST_HOLDS);
    expect(ids.every((id) => Number.isSafeInteger(id))).toBe(true);
  });

  it('of the first hundred stays what it always was', () => {
    expect([holdId(7, 0), holdId(7, 99)]).toEqual([700, 799]);
  });

  it('is none beyond the limit', () => {
    expect(() => holdId(1, MOST_HOLDS)).toThrow(RangeError);
  });
});
