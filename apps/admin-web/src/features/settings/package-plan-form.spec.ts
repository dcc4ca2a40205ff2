import type { PackagePlan, PackagePlanDraft } from '../../shared/api/contract';
import { listFenOf, packageDraftOf, packageFieldsOf, sessionWorth } from './package-plan-form';

const ITEM = {
  ...{ name: '肩颈', serviceIds: ['S'] },
  ...{ sessions: 10, giftSessions: 2, listPriceFen: 20_000 },
};
const plan: PackagePlan = {
  ...{ id: 'P', name: '十次卡', kind: 'fixed', priceFen: 150_050, listPriceFen: 240_000 },
  ...{ validDays: 365, usesPerDay: null, validEverywhere: false, refundTerms: '余次可退' },
  ...{ stores: [{ id: 'A', name: '一店' }], onPhone: true, ownReasonBasis: 'ratio' },
  ...{ state: 'on_sale', sort: 2, version: 3, updatedAt: '2026-11-01T00:00:00Z' },
  items: [
    {
      ...{ name: '肩颈', services: [{ id: 'S', name: '肩颈' }] },
      ...{ sessions: 10, giftSessions: 2, listPriceFen: 20_000 },
    },
  ],
};

const draft = (change: Partial<PackagePlanDraft>): PackagePlanDraft => ({
  ...packageDraftOf(packageFieldsOf(plan, [])),
  ...change,
});

it('sends a plan back as it was when nothing was changed', () => {
  expect(packageDraftOf(packageFieldsOf(plan, []))).toEqual({
    ...{ name: '十次卡', kind: 'fixed', priceFen: 150_050, validDays: 365, usesPerDay: null },
    ...{ validEverywhere: false, onPhone: true, storeIds: ['A'], refundTerms: '余次可退' },
    ...{ ownReasonBasis: 'ratio', state: 'on_sale', sort: 2 },
    items: [ITEM],
  });
});

it('sends no sessions of a card by time, and no limit where the field is empty', () => {
  const fields = { ...packageFieldsOf(plan, []), kind: 'time' as const, validDays: '30' };
  expect(packageDraftOf({ ...fields, usesPerDay: '1' })).toMatchObject({
    ...{ validDays: 30, usesPerDay: 1 },
    items: [{ sessions: 0, giftSessions: 0 }],
  });
  expect(packageDraftOf({ ...fields, validDays: '', kind: 'fixed' }).validDays).toBeNull();
});

it('values a session by its list price, with the gifts among what is paid for', () => {
  expect(sessionWorth(draft({}))).toEqual([12_504]);
  const items = [ITEM, { ...ITEM, listPriceFen: 10_000, sessions: 6, giftSessions: 0 }];
  expect(sessionWorth(draft({ priceFen: 150_000, items }))).toEqual([10_000, 5_000]);
});

it('gives no worth to what is given whole, and an equal one where nothing has a list price', () => {
  const given = { ...ITEM, sessions: 0, giftSessions: 3 };
  expect(sessionWorth(draft({ items: [ITEM, given] }))).toEqual([12_504, null]);
  const free = { ...ITEM, listPriceFen: 0 };
  expect(sessionWorth(draft({ items: [free, free] }))).toEqual([6_252, 6_252]);
});

it('counts the whole of a card by time once', () => {
  expect(listFenOf(draft({}))).toBe(240_000);
  expect(listFenOf(draft({ kind: 'time' }))).toBe(20_000);
});
