import { describe, expect, it } from '@jest/globals';
import { listPriceFault } from './list-price.js';

describe('a typed price before discount', () => {
  it('is from the charge itself up to ten times it', () => {
    const faults = [29_999, 30_000, 300_000, 300_001].map((fen) => listPriceFault(30_000, fen));
    expect(faults.map((fault) => fault === undefined)).toEqual([false, true, true, false]);
  });
});
