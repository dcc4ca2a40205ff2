import { describe, expect, it } from '@jest/globals';
import { lineRuleOf, priceRuleErrors, type PriceRuleDraft } from './price-rule-draft.js';

const NOON: PriceRuleDraft = {
  ...{ kind: 'timed', name: '工作日午间', effectKind: 'permille', effectValue: 800 },
  ...{ scopeKind: 'services', scopeIds: [], parts: [], from: null, until: null },
  ...{ weekdays: [1, 2, 3, 4, 5], monthDays: [], fromMinute: 660, untilMinute: 840 },
  ...{ membersOnly: false, daysBefore: 0, daysAfter: 0, storeIds: ['s'], state: 'on' },
};
const PARTS = [
  { serviceId: 'a', shareFen: 30_000 },
  { serviceId: 'b', shareFen: 20_000 },
];
const COMBO: PriceRuleDraft = {
  ...{ ...NOON, kind: 'combo', effectKind: 'price', effectValue: 50_000, parts: PARTS },
};

describe('a price rule', () => {
  it('holds as a timed price and as a combo whose shares are its price', () => {
    expect(priceRuleErrors(NOON)).toEqual([]);
    expect(priceRuleErrors(COMBO)).toEqual([]);
  });

  it.each<[keyof PriceRuleDraft, PriceRuleDraft]>([
    ['name', { ...NOON, name: ' ' }],
    ['storeIds', { ...NOON, storeIds: [] }],
    ['until', { ...NOON, from: '2026-12-02', until: '2026-12-01' }],
    ['untilMinute', { ...NOON, untilMinute: null }],
    ['untilMinute', { ...NOON, untilMinute: 660 }],
    ['effectValue', { ...NOON, effectValue: 1_001 }],
    ['scopeIds', { ...NOON, scopeKind: 'listed' }],
    ['scopeIds', { ...NOON, scopeIds: ['x'] }],
    ['parts', { ...NOON, parts: PARTS }],
    ['parts', { ...COMBO, parts: PARTS.slice(1) }],
    ['parts', { ...COMBO, effectValue: 50_001 }],
    ['effectKind', { ...COMBO, effectKind: 'off' }],
  ])('is refused by its %s', (field, draft) => {
    expect(priceRuleErrors(draft)).toMatchObject([{ field }]);
  });

  it('is read by the search as it was written; a combo is a line, not a rule', () => {
    expect(lineRuleOf({ id: 'r', ...NOON })).toMatchObject({
      effect: { kind: 'permille', permille: 800 },
      window: { hours: { fromMinute: 660, untilMinute: 840 }, weekdays: [1, 2, 3, 4, 5] },
    });
    expect(lineRuleOf({ id: 'r', ...COMBO })).toBeNull();
  });
});
