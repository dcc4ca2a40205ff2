import { describe, expect, it } from '@jest/globals';
import { planErrors, type PlanDraft } from './plan-draft.js';

const DRAFT: PlanDraft = {
  name: '充1000送200',
  priceFen: 100_000,
  bonusFen: 20_000,
  spendOrder: 'proportional',
  validEverywhere: true,
  onPhone: true,
  storeIds: ['01'],
  refundTerms: '余额随时可退。',
  ownReasonBasis: 'list_price',
  state: 'on_sale',
  sort: 1,
};
const fieldsOf = (change: Partial<PlanDraft>, capFen: number | null = 500_000): string[] =>
  planErrors({ ...DRAFT, ...change }, capFen).map(({ field }) => field);

describe('a plan', () => {
  it('holds as it is', () => {
    expect(fieldsOf({})).toEqual([]);
  });

  it('may cost the cap and not a fen more', () => {
    expect(fieldsOf({ priceFen: 500_000 })).toEqual([]);
    expect(fieldsOf({ priceFen: 500_001 })).toEqual(['priceFen']);
    expect(fieldsOf({ priceFen: 500_001 }, null)).toEqual([]);
  });

  it.each(['本卡概不退款', '余额不予退还', '不可转让他人', '本店保留最终解释权', '概 不\u3000退'])(
    'does not say what the law makes void: %s',
    (refundTerms) => {
      expect(fieldsOf({ refundTerms })).toEqual(['refundTerms']);
    },
  );

  it('is sold somewhere, has a name and says how it is given back', () => {
    expect(fieldsOf({ name: ' ', storeIds: [], refundTerms: '' })).toEqual([
      ...['name', 'storeIds', 'refundTerms'],
    ]);
  });
});
