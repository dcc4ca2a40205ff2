import { describe, expect, it } from '@jest/globals';
import { priceFor } from './price-for.js';

const haircut = {
  priceFen: 16_800,
  gradePrices: [{ grade: 'director', priceFen: 38_800 } as const],
};

describe('priceFor', () => {
  it('takes the price of the grade that does the work', () => {
    expect(priceFor(haircut, 'director')).toBe(38_800);
  });

  it('falls back to the service price for a grade without its own', () => {
    expect(priceFor(haircut, 'junior')).toBe(16_800);
  });

  it('falls back to the service price for nobody in particular', () => {
    expect(priceFor(haircut, null)).toBe(16_800);
  });
});
