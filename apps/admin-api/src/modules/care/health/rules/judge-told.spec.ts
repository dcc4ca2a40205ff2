import { describe, expect, it } from '@jest/globals';
import { NO_FACTS, type HealthFacts } from './health-facts.js';
import { openCautions, type ToldCaution } from './judge-told.js';

const ACID = { ingredientId: 'acid', conditionId: null };
const caution = (change: Partial<ToldCaution> = {}): ToldCaution => ({
  ...{ code: 'told:a1:reacts', said: '会不舒服的：水杨酸、怕针', where: '问卷', on: '2026-11-23' },
  ...{ means: [ACID], isLoose: true },
  ...change,
});
const openIn = (file: Partial<HealthFacts>, one = caution()) =>
  openCautions([one], { ...NO_FACTS, ...file }).map(({ means, isLoose }) => [
    means.length,
    isLoose,
  ]);

describe('a caution that is both named and not', () => {
  it('is open in both parts until each was confirmed by itself', () => {
    expect(openIn({})).toEqual([[1, true]]);
    expect(openIn({ takenOver: ['told:a1:reacts'] })).toEqual([[0, true]]);
    expect(openIn({ settled: ['told:a1:reacts'] })).toEqual([[1, false]]);
    const both = { takenOver: ['told:a1:reacts'], settled: ['told:a1:reacts'] };
    expect(openIn(both)).toEqual([]);
  });

  it('is open in what no rule can judge, whatever else the file speaks of', () => {
    const allergies = [{ ingredientId: 'acid', text: '', severity: 'mild' as const }];
    expect(openIn({ allergies, history: '怕针' })).toEqual([[0, true]]);
  });
});
