import { describe, expect, it } from '@jest/globals';
import type { AssessmentView } from '@/api/types';
import { effectWords, herEffect, scoreLines } from './effect-words';

const TODAY = '2026-11-23';
const seen = (on: string, value: number): AssessmentView => ({
  ...{ id: on, kind: 'face', on, byName: '小林', facts: [], findings: [], advice: '' },
  scores: [{ key: 'moisture', name: '水润', value, change: null }],
});
const step = (visitOn: string) => ({
  ...{ id: visitOn, lineId: 'l', serviceId: 's', serviceName: '补水', no: 1 },
  ...{ stage: 'done' as const, plannedOn: visitOn, earliestOn: visitOn, latestOn: visitOn },
  ...{ appointmentId: 'a', visitOn, score: 5, scoreWords: '' },
});
const wordsOf = (items: AssessmentView[]): string => {
  const [effect] = herEffect(items, { steps: [step('2026-09-25')] })?.effects ?? [];
  return effect ? effectWords(effect, TODAY) : '';
};

describe('what her plan did, on the phone', () => {
  it('says from when and how far she came', () => {
    expect(wordsOf([seen('2026-10-18', 52), seen('2026-09-20', 38)])).toBe(
      '从9月20日的 38 到现在的 52，好了 14',
    );
  });

  it('blames nobody for a score that fell', () => {
    expect(wordsOf([seen('2026-10-18', 30), seen('2026-09-20', 38)])).toMatch(/多照顾一点$/);
  });

  it('promises the change after the first time, and says nothing before it', () => {
    expect(wordsOf([seen('2026-09-20', 38)])).toBe('这是第一次评估，下次就能看到变化');
    expect(herEffect([], { steps: [] })).toBeUndefined();
    expect(herEffect([seen('2026-09-20', 38)], null)).toBeUndefined();
  });

  it('starts from the first of two readings of the day of the first treatment', () => {
    const items = [seen('2026-10-22', 60), seen('2026-09-25', 70), seen('2026-09-25', 40)];
    expect(scoreLines(items, 'face')[0]?.points.map(({ value }) => value)).toEqual([40, 70, 60]);
    expect(wordsOf(items)).toBe('从9月25日的 40 到现在的 60，好了 20');
  });
});
