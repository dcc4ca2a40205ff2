import { describe, expect, it } from '@jest/globals';
import { templateErrors, type TemplateDraft } from './template-draft.js';

const draft = (change: Partial<TemplateDraft> = {}): TemplateDraft => ({
  ...{ name: '满减券', kind: 'money_off', amountFen: 5_000, permille: null, capFen: null },
  ...{ minSpendFen: 30_000, scope: 'all', serviceIds: [], productIds: [], storeIds: ['S'] },
  ...{ withTier: true, withCoupons: false, validKind: 'days', validFrom: null, validUntil: null },
  ...{ validDays: 30, quota: 100, perClientCap: 1, claimable: true, atDesk: true },
  ...{ returnDays: 7, note: '', state: 'on', sort: 1 },
  ...change,
});

const fieldsOf = (change: Partial<TemplateDraft>, issued = 0): string[] =>
  templateErrors(draft(change), issued).map(({ field }) => field);

describe('a template', () => {
  it.each<[string, Partial<TemplateDraft>]>([
    ['money off', {}],
    ['money off without a threshold', { minSpendFen: 0 }],
    ['a percentage with a cap', { kind: 'percent', amountFen: null, permille: 850, capFen: 1 }],
    [
      'a free service',
      { kind: 'free_service', amountFen: null, scope: 'listed', serviceIds: ['A'], minSpendFen: 0 },
    ],
    [
      'a trial price of nothing',
      { kind: 'trial_price', amountFen: 0, scope: 'listed', serviceIds: ['A'], minSpendFen: 0 },
    ],
    [
      'fixed days',
      { validKind: 'fixed', validDays: null, validFrom: '2026-12-01', validUntil: '2026-12-01' },
    ],
    ['no limits', { quota: null, perClientCap: null }],
    ['listed products', { scope: 'listed', productIds: ['P'] }],
  ])('holds with %s', (_, change) => expect(fieldsOf(change)).toEqual([]));

  it.each<[string, Partial<TemplateDraft>, string[]]>([
    ['no name', { name: '  ' }, ['name']],
    ['no amount', { amountFen: null }, ['amountFen']],
    ['nothing taken off', { amountFen: 0 }, ['amountFen']],
    ['more taken off than has to be spent', { amountFen: 30_001 }, ['amountFen']],
    ['an amount and a percentage', { permille: 900 }, ['permille']],
    ['a percentage of all', { kind: 'percent', amountFen: null, permille: 1000 }, ['permille']],
    ['a cap without a percentage', { capFen: 100 }, ['capFen']],
    ['a free service that nobody named', { kind: 'free_service', amountFen: null }, ['serviceIds']],
    [
      'a free product',
      {
        ...{ kind: 'free_service', amountFen: null, scope: 'listed' },
        ...{ serviceIds: ['A'], productIds: ['P'] },
      },
      ['productIds'],
    ],
    ['a list for everything', { serviceIds: ['A'] }, ['scope']],
    ['an empty list', { scope: 'listed' }, ['serviceIds']],
    ['no store', { storeIds: [] }, ['storeIds']],
    ['no days', { validDays: null }, ['validDays']],
    ['days that are not needed', { validFrom: '2026-12-01' }, ['validFrom']],
    [
      'fixed days without any',
      { validKind: 'fixed', validDays: null },
      ['validFrom', 'validUntil'],
    ],
    [
      'an end before the beginning',
      { validKind: 'fixed', validDays: null, validFrom: '2026-12-02', validUntil: '2026-12-01' },
      ['validUntil'],
    ],
    ['nothing to give', { quota: 0 }, ['quota']],
  ])('does not hold with %s', (_, change, fields) => expect(fieldsOf(change)).toEqual(fields));

  it('cannot have fewer coupons than were issued, nor be a draft again', () => {
    expect(fieldsOf({ quota: 99 }, 100)).toEqual(['quota']);
    expect(fieldsOf({ quota: 100 }, 100)).toEqual([]);
    expect(fieldsOf({ state: 'draft' }, 1)).toEqual(['state']);
    expect(fieldsOf({ state: 'off' }, 1)).toEqual([]);
  });
});
