import { tableWord, tookLabel } from './verify-words';

it.each([
  [80, '0.1 秒'],
  [9_940, '9.9 秒'],
  [12_300, '12 秒'],
  [65_000, '1 分 5 秒'],
])('says how long %s ms took', (ms, label) => {
  expect(tookLabel(ms)).toBe(label);
});

it('never names a table in English', () => {
  expect([tableWord('account_line'), tableWord('something_new')]).toEqual(['账户明细', '账本']);
});
