import { describe, expect, it } from '@jest/globals';
import { NO_FACTS, type HealthFacts } from './health-facts.js';
import type { ToldCaution } from './judge-told.js';
import { withFound, withMeans, type Confirmed, type FoundMeaning } from './told-facts.js';

const CAUTION: ToldCaution = {
  ...{ code: 'told:a1:reacts', said: '会不舒服的：怕针', where: '问卷', on: '2026-11-23' },
  ...{ means: [{ ingredientId: 'acid', conditionId: null }], isLoose: true },
};
const found = (change: Partial<FoundMeaning>): FoundMeaning => ({
  ...{ kind: 'allergy', text: null, severity: null, conditionId: null },
  ...change,
});
const factsOf = (confirmed: Confirmed): HealthFacts => {
  if ('fault' in confirmed) throw new Error(confirmed.fault.message);
  return confirmed.facts;
};
const fieldOf = (confirmed: Confirmed) => ('fault' in confirmed ? confirmed.fault.field : null);

describe('what the care knowledge names of a caution', () => {
  it('goes into the file with how badly she reacts, and leaves the rest of it open', () => {
    expect(fieldOf(withMeans(NO_FACTS, CAUTION, null))).toBe('severity');
    const facts = factsOf(withMeans(NO_FACTS, CAUTION, 'severe'));
    expect(facts).toMatchObject({
      ...{ allergies: [{ ingredientId: 'acid', severity: 'severe' }], history: '' },
      ...{ takenOver: [CAUTION.code], settled: [] },
    });
  });
});

describe('what no rule can judge of a caution', () => {
  it('goes into the file as what it is, and is settled by that', () => {
    const allergy = found({ text: ' 酒精 ', severity: 'mild' });
    expect(factsOf(withFound(NO_FACTS, CAUTION, allergy))).toMatchObject({
      ...{ allergies: [{ ingredientId: null, text: '酒精', severity: 'mild' }] },
      ...{ takenOver: [], settled: [CAUTION.code] },
    });
    const condition = found({ kind: 'condition', conditionId: 'pregnant' });
    expect(factsOf(withFound(NO_FACTS, CAUTION, condition)).conditions).toEqual([
      { conditionId: 'pregnant', note: '2026-11-23 问卷：会不舒服的：怕针', until: null },
    ]);
    const remark = found({ kind: 'remark', text: '护理不用针' });
    expect(factsOf(withFound({ ...NO_FACTS, history: '做过光子' }, CAUTION, remark))).toMatchObject(
      {
        ...{ history: '做过光子\n2026-11-23 问卷：会不舒服的：怕针（无需留意：护理不用针）' },
        ...{ allergies: [], conditions: [] },
      },
    );
  });

  it('names what is missing', () => {
    const fields = [
      found({ severity: 'mild' }),
      found({ text: '长'.repeat(61), severity: 'mild' }),
      found({ text: '酒精' }),
      found({ kind: 'condition', text: '怀孕' }),
      found({ kind: 'remark', text: ' ' }),
    ].map((one) => fieldOf(withFound(NO_FACTS, CAUTION, one)));
    expect(fields).toEqual([
      ...['meaning.text', 'meaning.text', 'meaning.severity'],
      ...['meaning.conditionId', 'meaning.text'],
    ]);
    const full = { ...NO_FACTS, history: '满'.repeat(1000) };
    expect(fieldOf(withFound(full, CAUTION, found({ kind: 'remark', text: '没事' })))).toBe(
      'meaning.text',
    );
  });
});
