import { describe, expect, it } from '@jest/globals';
import type { Automation } from '../../shared/api/contract';
import { draftOf, fieldsOf, readDays, type AutomationFields } from './automation-form';

const AUTOMATION: Automation = {
  ...{ id: 'A', name: '生日礼', state: 'on', templateId: 'T', templateName: '满减券' },
  ...{ storeIds: ['S'], daysBefore: 3, daysAfter: 0, leapDay: 'mar1', budgetCount: 200 },
  ...{ budgetFen: 1_000_050, words: '生日快乐', bySms: true, byCall: false, version: 2 },
  ...{ grantedThisYear: 0, worthThisYearFen: 0, costThisYearFen: 0, updatedAt: '' },
};

describe('the form of an automation', () => {
  it('sends back what it was opened with', () => {
    const { id, version, templateName, updatedAt, ...rest } = AUTOMATION;
    const { grantedThisYear, worthThisYearFen, costThisYearFen, ...draft } = rest;
    expect([id, version, templateName, updatedAt]).toHaveLength(4);
    expect(grantedThisYear + worthThisYearFen + costThisYearFen).toBe(0);
    expect(draftOf(fieldsOf(AUTOMATION, []) as AutomationFields)).toEqual(draft);
  });

  it('takes an empty budget for none', () => {
    const fields = { ...fieldsOf(null, ['S']), templateId: 'T' };
    expect(draftOf(fields)).toMatchObject({ budgetCount: null, budgetFen: null });
  });

  it.each([
    ['0', 0],
    [' 60 ', 60],
    ['61', undefined],
    ['', undefined],
    ['-1', undefined],
    ['七', undefined],
  ])('reads %j days as %j', (text, days) => {
    expect(readDays(text)).toBe(days);
  });
});
