import { expect, it } from '@jest/globals';
import type { Tier } from '../../shared/api/contract';
import { tierDraftOf, tierFieldsOf, wayWords } from './tier-form';

const TIER: Tier = {
  ...{ id: '1', rank: 2, name: '金卡', state: 'active', version: 3, updatedAt: '' },
  ...{ serviceDiscountPermille: 950, productDiscountPermille: 1000, pointsMultiplierPercent: 120 },
  privileges: {
    horizonDays: 45,
    waitlistFirst: true,
    peakFirst: true,
    others: ['生日礼', '专属顾问'],
  },
  thresholds: [
    { by: 'spend', amount: 300_050, windowMonths: 12 },
    { by: 'visits', amount: 8, windowMonths: null },
  ],
};

it('a tier that is opened and saved stays what it was', () => {
  expect(tierDraftOf(tierFieldsOf(TIER, 9))).toEqual({
    ...{ name: '金卡', rank: 2, state: 'active' },
    ...{
      serviceDiscountPermille: 950,
      productDiscountPermille: 1000,
      pointsMultiplierPercent: 120,
    },
    privileges: {
      waitlistFirst: true,
      peakFirst: true,
      horizonDays: 45,
      others: '生日礼\n专属顾问',
    },
    thresholds: [
      { by: 'spend', amount: 300_050, windowMonths: 12 },
      { by: 'visits', amount: 8 },
    ],
  });
});

it('what is typed in 折 and times is sent in whole numbers', () => {
  const fields = { ...tierFieldsOf(null, 1), service: '8.8', product: '9.25', multiplier: '1.15' };
  expect(tierDraftOf(fields)).toMatchObject({
    ...{ serviceDiscountPermille: 880, productDiscountPermille: 925, pointsMultiplierPercent: 115 },
  });
});

it('a way is said in words', () => {
  expect(TIER.thresholds.map(wayWords)).toEqual(['近12个月累计消费满 3000.50 元', '到店满 8 次']);
});
