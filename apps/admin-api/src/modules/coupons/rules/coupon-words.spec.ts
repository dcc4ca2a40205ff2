import { describe, expect, it } from '@jest/globals';
import {
  couponFace,
  couponLimits,
  couponWords,
  validityWords,
  type CouponPromise,
} from '@yance/shared-types';

const promise = (change: Partial<CouponPromise>): CouponPromise => ({
  ...{ kind: 'money_off', amountFen: null, permille: null, capFen: null, minSpendFen: 0 },
  ...{ scope: 'all', itemNames: [], validKind: 'days' },
  ...change,
});

describe('what a coupon says', () => {
  it.each<[string, Partial<CouponPromise>]>([
    ['满300减50', { amountFen: 5_000, minSpendFen: 30_000 }],
    ['立减20元', { amountFen: 2_000 }],
    ['项目满1000减128.50', { amountFen: 12_850, minSpendFen: 100_000, scope: 'services' }],
    [
      '染发满300减50',
      { amountFen: 5_000, minSpendFen: 30_000, scope: 'listed', itemNames: ['染发'] },
    ],
    ['产品9折', { kind: 'percent', permille: 900, scope: 'products' }],
    ['8.5折，最多减100元', { kind: 'percent', permille: 850, capFen: 10_000 }],
    ['满200享7.77折', { kind: 'percent', permille: 777, minSpendFen: 20_000 }],
    [
      '生日当月面部护理免单',
      {
        ...{ kind: 'free_service', scope: 'listed', itemNames: ['面部护理'] },
        validKind: 'birthday_month',
      },
    ],
    [
      '剪发、洗吹任选一次免单',
      { kind: 'free_service', scope: 'listed', itemNames: ['剪发', '洗吹'] },
    ],
    [
      '头皮护理体验价98元',
      { kind: 'trial_price', amountFen: 9_800, scope: 'listed', itemNames: ['头皮护理'] },
    ],
    ['赠送肩颈舒缓1次', { kind: 'gift_session', scope: 'listed', itemNames: ['肩颈舒缓'] }],
    [
      '赠送剪发、洗吹等3项任选一次',
      { kind: 'gift_session', scope: 'listed', itemNames: ['剪发', '洗吹', '护发'] },
    ],
  ])('%s', (words, change) => expect(couponWords(promise(change))).toBe(words));

  it('has a number or a word on its face', () => {
    expect(couponFace(promise({ amountFen: 5_000 }))).toEqual({ value: '50', unit: '元' });
    expect(couponFace(promise({ kind: 'percent', permille: 850 }))).toEqual({
      ...{ value: '8.5', unit: '折' },
    });
    expect(couponFace(promise({ kind: 'free_service' }))).toEqual({ value: '免单', unit: '' });
  });

  it('tells where it is good and whether it goes with the tier and with others', () => {
    const limits = couponLimits({
      ...promise({ minSpendFen: 30_000, scope: 'listed', itemNames: ['染发', '烫发'] }),
      ...{ withTier: false, withCoupons: true },
    });
    expect(limits).toEqual([
      '适用于：染发、烫发',
      '适用部分满 300 元可用',
      '不与会员折扣同享',
      '可与其他优惠券同时使用',
    ]);
  });

  it('tells how long it will be good', () => {
    const none = { validFrom: null, validUntil: null, validDays: null };
    expect(validityWords({ ...none, validKind: 'birthday_month' })).toBe('生日当月有效');
    expect(validityWords({ ...none, validKind: 'days', validDays: 1 })).toBe('领取当日有效');
    expect(validityWords({ ...none, validKind: 'days', validDays: 30 })).toBe(
      '自领取当日起 30 天内有效',
    );
    const days = { validFrom: '2026-11-01', validUntil: '2026-11-30', validDays: null };
    expect(validityWords({ ...days, validKind: 'fixed' })).toBe('2026.11.01 至 2026.11.30 有效');
  });
});
