import { expect, it } from '@jest/globals';
import { CONTRACT_BLANKS, bodyHash, contractBody, unknownBlanks } from './contract-body.js';

const TERMS = {
  planName: '充1000送200',
  priceFen: 100_000,
  bonusFen: 20_000,
  listPriceFen: 120_000,
  spendOrder: 'bonus_first',
  validIn: ['武康路店'],
  refundTerms: '随时可退。',
  coolingOffDays: 7,
} as const;

it('fills every blank it knows', () => {
  const text = Object.keys(CONTRACT_BLANKS)
    .map((name) => `{${name}}`)
    .join('|');
  expect(unknownBlanks(text, CONTRACT_BLANKS)).toEqual([]);
  expect(contractBody(text, TERMS)).toBe(
    '充1000送200|1,000 元|200 元|1,200 元|先用赠金|武康路店|随时可退。|7',
  );
});

it('names the blanks that nothing fills and leaves them as they stand', () => {
  expect(unknownBlanks('甲方{方案}，乙方{姓名}{姓名}', CONTRACT_BLANKS)).toEqual(['姓名']);
  expect(contractBody('{姓名}', TERMS)).toBe('{姓名}');
});

it('fills a blank with words, not with further blanks', () => {
  const terms = { ...TERMS, planName: '{退款约定}' };
  expect(contractBody('{方案}', terms)).toBe('{退款约定}');
});

it('has one hash for the same words and another for others', () => {
  expect(bodyHash('一').equals(bodyHash('一'))).toBe(true);
  expect(bodyHash('一').equals(bodyHash('二'))).toBe(false);
});
