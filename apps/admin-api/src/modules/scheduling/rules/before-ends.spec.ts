import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { beforeEnds } from './before-ends.js';

const DUTY = fc.array(
  fc
    .tuple(
      fc.constantFrom('a', 'b'),
      fc.integer({ min: 0, max: 50 }),
      fc.integer({ min: 1, max: 20 }),
    )
    .map(([resourceId, fromSlot, slots]) => ({ resourceId, fromSlot, toSlot: fromSlot + slots })),
  { maxLength: 8 },
);
const slotsOf = (duty: readonly { resourceId: string; fromSlot: number; toSlot: number }[]) =>
  duty.flatMap(({ resourceId, fromSlot, toSlot }) =>
    Array.from({ length: toSlot - fromSlot }, (_, at) => [resourceId, fromSlot + at] as const),
  );

describe('time on duty of somebody whose certificate ends', () => {
  it('keeps each slot before the end and none from it on, and leaves others alone', () => {
    fc.assert(
      fc.property(DUTY, fc.integer({ min: 0, max: 80 }), (duty, end) => {
        const kept = slotsOf(beforeEnds(duty, new Map([['a', end]])));
        const expected = slotsOf(duty).filter(([id, slot]) => id !== 'a' || slot < end);
        expect(kept).toEqual(expected);
      }),
    );
  });

  it('is all of it where nothing ends', () => {
    const duty = [{ resourceId: 'a', fromSlot: 3, toSlot: 9 }];
    expect(beforeEnds(duty, undefined)).toEqual(duty);
  });
});
