import { describe, expect, it } from '@jest/globals';
import { draftOf, fieldsOf, readCount, readDiscount } from './template-form';

const typed = (change: object = {}) => ({ ...fieldsOf(null, ['S']), name: ' 满减 ', ...change });

describe('a template that is typed', () => {
  it('is sent in fen, in parts of a thousand and in whole numbers', () => {
    const money = draftOf(typed({ amountFen: '50', minSpendFen: '1,000', quota: '200' }), []);
    expect(money).toMatchObject({
      name: '满减',
      amountFen: 5_000,
      minSpendFen: 100_000,
      quota: 200,
    });
    const percent = draftOf(typed({ kind: 'percent', permille: '8.5', capFen: '99.5' }), []);
    expect(percent).toMatchObject({ permille: 850, capFen: 9_950, amountFen: null });
  });

  it('leaves out what its kind does not have, whatever was typed before', () => {
    const free = typed({ kind: 'free_service', amountFen: '50', permille: '9', scope: 'all' });
    expect(draftOf({ ...free, serviceIds: ['A'] }, ['P'])).toMatchObject({
      ...{ amountFen: null, permille: null, scope: 'listed', serviceIds: ['A'], productIds: [] },
    });
    expect(draftOf(typed({ serviceIds: ['A'] }), ['P'])).toMatchObject({
      ...{ scope: 'all', serviceIds: [], productIds: [] },
    });
    const fixed = typed({ validKind: 'fixed', days: ['2026-12-01', '2026-12-31'] });
    expect(draftOf(fixed, [])).toMatchObject({
      ...{ validFrom: '2026-12-01', validUntil: '2026-12-31', validDays: null },
    });
  });

  it('keeps the products that a template had, which this form does not ask for', () =>
    expect(draftOf(typed({ scope: 'listed', serviceIds: ['A'] }), ['P'])).toMatchObject({
      ...{ serviceIds: ['A'], productIds: ['P'] },
    }));

  it('reads discounts and counts as people write them', () => {
    expect(['8.5', '8.5折', '9', '9.99', '0.01'].map(readDiscount)).toEqual([
      850, 850, 900, 999, 1,
    ]);
    expect(['10', '0', '', '八折', '8.555'].map(readDiscount)).toEqual(Array(5).fill(undefined));
    expect(['200', ' 1 ', '', '0', '1.5', '-1'].map(readCount)).toEqual([
      ...[200, 1, undefined, undefined, undefined, undefined],
    ]);
  });
});
