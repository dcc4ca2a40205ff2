import { describe, expect, it } from '@jest/globals';
import type { CareStepView } from '@/api/types';
import { shownSteps, stepWords } from './plan-words';

const TODAY = '2026-11-23';
const step = (change: Partial<CareStepView>): CareStepView => ({
  ...{ id: 's', lineId: 'l', serviceId: 'f', serviceName: '补水', no: 1, stage: 'next' },
  ...{ plannedOn: '2026-12-10', earliestOn: '2026-12-07', latestOn: '2026-12-14' },
  ...{ appointmentId: null, visitOn: null, score: null, scoreWords: '' },
  ...change,
});

describe('the path of a plan on the phone', () => {
  it('says when a visit was, is, or should be', () => {
    expect(stepWords(step({ stage: 'done', visitOn: '2026-11-20' }), TODAY)).toContain('11月20日');
    expect(stepWords(step({ stage: 'booked', visitOn: '2026-11-24' }), TODAY)).toContain('约在');
    expect(stepWords(step({}), TODAY)).toBe('建议 12月7日 至 12月14日');
    expect(stepWords(step({ stage: 'later' }), TODAY)).toBe('大约 12月10日');
  });

  it('shows all that is done and a few of what comes later', () => {
    const steps = [
      step({ stage: 'done' }),
      step({}),
      ...Array<CareStepView>(5).fill(step({ stage: 'later' })),
    ];
    const { shown, hidden } = shownSteps(steps, 2);
    expect([shown.length, hidden]).toEqual([4, 3]);
  });
});
