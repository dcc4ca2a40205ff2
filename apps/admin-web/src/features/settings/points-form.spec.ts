import { expect, it } from '@jest/globals';
import type { PointsRules, Reward } from '../../shared/api/contract';
import { rewardDraftOf, rewardFieldsOf, ruleFieldsOf, rulesOf } from './points-form';

const RULES: PointsRules = {
  ...{ enabled: true, checkInPoints: 2, reviewPoints: 20, referralPoints: 200, expireMonths: 12 },
  ...{ fenPerHundred: 150, mostOfBillPermille: 305, handLimit: 500 },
  streaks: [{ days: 7, points: 10 }],
  perHundredYuan: {
    ...{ cash: 100, bank_card: 100, wechat: 100, paycode: 100, voucher: 0 },
    ...{ stored_principal: 50, stored_bonus: 0, session: 0 },
  },
};

it('rules that are opened and saved stay what they were', () => {
  expect(rulesOf(ruleFieldsOf(RULES))).toEqual(RULES);
  const { expireMonths: _, ...forGood } = RULES;
  expect(rulesOf(ruleFieldsOf(forGood))).toEqual(forGood);
});

it('a reward that is opened and saved stays what it was', () => {
  const reward: Reward = {
    ...{ id: '1', name: '手霜', description: '', costPoints: 200, left: 3, stock: 5, taken: 2 },
    ...{ perClientCap: null, isCoupon: false, couponTemplateId: null, state: 'on_offer', sort: 1 },
    version: 2,
  };
  expect(rewardDraftOf(rewardFieldsOf(reward))).toEqual({
    ...{ name: '手霜', costPoints: 200, stock: 5, state: 'on_offer', sort: 1 },
  });
});
