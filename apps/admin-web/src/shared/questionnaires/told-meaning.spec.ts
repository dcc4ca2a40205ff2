import { describe, expect, it } from '@jest/globals';
import { faultOfMeaning, meaningOf, type MeaningFields } from './told-meaning';

const fields = (change: Partial<MeaningFields>): MeaningFields => ({
  ...{ kind: 'allergy', text: '', severity: 'severe', conditionId: null },
  ...change,
});

describe('what a caution turned out to be', () => {
  it('needs her words, a condition, or a reason', () => {
    expect(faultOfMeaning(fields({ text: '  ' }))).toBe('请写下她对什么过敏');
    expect(faultOfMeaning(fields({ kind: 'remark' }))).toBe('请写明为什么无需留意');
    expect(faultOfMeaning(fields({ kind: 'condition', text: '胎位' }))).toBe('请选择是哪种情况');
    expect(faultOfMeaning(fields({ text: '芒果' }))).toBeUndefined();
    expect(faultOfMeaning(fields({ kind: 'condition', conditionId: 'c1' }))).toBeUndefined();
  });

  it('is sent with what its kind has a use for', () => {
    const all = { text: ' 芒果 ', conditionId: 'c1' };
    expect(meaningOf(fields(all))).toEqual({ kind: 'allergy', text: '芒果', severity: 'severe' });
    expect(meaningOf(fields({ ...all, kind: 'condition' }))).toEqual({
      ...{ kind: 'condition', conditionId: 'c1' },
    });
    expect(meaningOf(fields({ ...all, kind: 'remark' }))).toEqual({ kind: 'remark', text: '芒果' });
  });
});
