import { describe, expect, it } from '@jest/globals';
import { NO_FACTS, joinFacts } from './health-facts.js';

const allergy = (ingredientId: string | null, severity: 'mild' | 'severe', text = '') => ({
  allergies: [{ ingredientId, severity, text }],
});

describe('two accounts of one client', () => {
  it('keep what either warns of, and the graver word', () => {
    const older = { ...NO_FACTS, ...allergy('acid', 'severe', '手背红') };
    const newer = { ...NO_FACTS, ...allergy('acid', 'mild'), history: '做过光子' };
    expect(joinFacts(older, newer)).toMatchObject({
      allergies: [{ ingredientId: 'acid', severity: 'severe', text: '手背红' }],
      history: '做过光子',
    });
  });

  it('let a condition count as long as either says', () => {
    const having = (until: string | null) => ({
      ...NO_FACTS,
      conditions: [{ conditionId: 'pregnant', note: '', until }],
    });
    const until = (a: string | null, b: string | null) =>
      joinFacts(having(a), having(b)).conditions[0]?.until;
    expect(until('2026-12-01', null)).toBeNull();
    expect(until('2026-12-01', '2027-01-01')).toBe('2027-01-01');
  });
});
