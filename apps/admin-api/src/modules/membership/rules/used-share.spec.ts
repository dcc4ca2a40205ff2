import { describe, expect, it } from '@jest/globals';
import { usedShare } from './used-share.js';

const part = (principalFen: number, bonusFen: number, listPriceFen = principalFen + bonusFen) => ({
  ...{ principalFen, bonusFen, listPriceFen },
});

describe('the used part that goes on with a share of a lot', () => {
  it('is all of it when everything goes', () => {
    const parts = [part(100, 200, 450), part(0, 7)];
    expect(usedShare(parts, { movedFen: 900, leftFen: 900 })).toEqual(parts);
  });

  it('is the same share of each deduction', () => {
    expect(usedShare([part(100, 200, 450)], { movedFen: 450, leftFen: 900 })).toEqual([
      part(50, 100, 225),
    ]);
  });

  it('loses no more than a fen over many small deductions', () => {
    const parts = Array.from({ length: 100 }, () => part(1, 0));
    const gone = usedShare(parts, { movedFen: 2, leftFen: 3 });
    expect(gone.reduce((sum, one) => sum + one.principalFen, 0)).toBe(66);
    expect(gone.every((one) => one.principalFen <= 1)).toBe(true);
  });
});
