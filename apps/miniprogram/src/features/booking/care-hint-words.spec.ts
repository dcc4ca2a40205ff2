import { describe, expect, it } from '@jest/globals';
import type { CareFinding } from '@/api/types';
import { ApiProblem } from '@/lib/failure';
import { findingsIn, hintOf } from './care-hint-words';

const finding = (change: Partial<CareFinding>): CareFinding => ({
  ...{ severity: 'soft', kind: 'caution', serviceId: 's', productId: null },
  ...{ words: '「水疗」需要美容师先确认', earliestOn: null },
  ...change,
});

describe('the hint before a booking', () => {
  it('says nothing where nothing stops and nothing is to be prepared', () => {
    expect(hintOf([])).toBeUndefined();
    expect(hintOf([finding({})])).toBeUndefined();
  });

  it('says what stops, once, and leaves the rest for later', () => {
    const test = finding({ kind: 'patch_test', words: '先做皮试' });
    const hard = finding({ severity: 'hard' });
    expect(hintOf([test, hard, hard])).toEqual({ stops: true, lines: [hard.words] });
  });

  it('tells of a patch test ahead', () => {
    const test = finding({ kind: 'patch_test', words: '先做皮试' });
    expect(hintOf([test, finding({})])).toEqual({ stops: false, lines: ['先做皮试'] });
  });
});

it('a refusal without findings is only its sentence', () => {
  const problem = (extras: object) =>
    new ApiProblem(409, 'CARE_CONTRAINDICATED', '请联系门店', [], { ...extras });
  expect(findingsIn(problem({}))).toEqual([]);
  expect(findingsIn(problem({ findings: [finding({}), 7] }))).toEqual([finding({})]);
});
