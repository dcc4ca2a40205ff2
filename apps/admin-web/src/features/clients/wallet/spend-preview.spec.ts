import type { Lot } from '../../../shared/api/contract';
import { previewSpend } from './spend-preview';
import { usableHere } from '../../../shared/money/usable-here';

const lot = (part: Partial<Lot>): Lot => ({
  ...{ id: '1', title: '充1000送200', storeId: 'A', storeName: '一店', validEverywhere: true },
  ...{ spendOrder: 'principal_first', principalFen: 100_000, bonusFen: 20_000 },
  ...{ principalLeftFen: 100_000, bonusLeftFen: 20_000, paidOn: '2026-11-01', orderNo: null },
  ...part,
});

it.each([
  ['principal_first', 30_000, 0],
  ['bonus_first', 10_000, 20_000],
  ['proportional', 25_000, 5_000],
] as const)('takes 300 of 1000 + 200 %s', (spendOrder, principalFen, bonusFen) => {
  const expected = { principalFen, bonusFen };
  expect(previewSpend([lot({ spendOrder })], 'A', 30_000)).toEqual(expected);
});

it('uses up what is good in this store only before what is good everywhere', () => {
  const everywhere = lot({ id: '1', spendOrder: 'bonus_first', paidOn: '2026-01-01' });
  const here = lot({ id: '2', validEverywhere: false, principalLeftFen: 5_000, bonusLeftFen: 0 });
  const expected = { principalFen: 5_000, bonusFen: 3_000 };
  expect(previewSpend([everywhere, here], 'A', 8_000)).toEqual(expected);
});

it('leaves alone what is good in another store only', () => {
  const lots = [lot({ storeId: 'B', validEverywhere: false })];
  expect(usableHere(lots, 'A')).toBe(0);
  expect(previewSpend(lots, 'A', 100)).toBeUndefined();
});

it('promises nothing beyond what is there', () => {
  expect(previewSpend([lot({})], 'A', 120_001)).toBeUndefined();
});
