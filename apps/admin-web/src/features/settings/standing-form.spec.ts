import { describe, expect, it } from '@jest/globals';
import { stageLimitsOf, standingFieldsOf, standingLimitsOf } from './standing-form';

const LIMITS = {
  ...{ newWithinDays: 60, newVisits: 2, sleepingAfterDays: 90, lostAfterDays: 180 },
  ...{ recencyDays: [30, 60, 90, 180], frequencyVisits: [2, 4, 8, 12] },
  monetaryFen: [50_000, 150_050, 500_000, 1_200_000],
};

describe('limits as they are typed', () => {
  it('are the same limits when nothing was typed', () => {
    expect(standingLimitsOf(standingFieldsOf(LIMITS))).toEqual(LIMITS);
  });

  it('are looked at ahead only while they go together', () => {
    const fields = standingFieldsOf(LIMITS);
    expect(stageLimitsOf(fields)).toEqual({
      ...{ newWithinDays: '60', newVisits: '2', sleepingAfterDays: '90', lostAfterDays: '180' },
    });
    for (const wrong of [{ lostAfterDays: '90' }, { newVisits: '' }, { newWithinDays: '0' }])
      expect(stageLimitsOf({ ...fields, ...wrong })).toBeUndefined();
  });
});
