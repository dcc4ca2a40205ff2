import { describe, expect, it } from '@jest/globals';
import type { RefundQuote } from '@/api/types';
import { coolingOffWords, isReason, lotFen, lotWords, refundSteps } from './refund-words';

const lot: RefundQuote['lots'][number] = {
  lotId: '1',
  title: '充 1,000 送 200',
  storeName: '静安店',
  paidOn: '2026-11-18',
  paidFen: 100_000,
  givenFen: 20_000,
  principalLeftFen: 70_000,
  bonusLeftFen: 20_000,
  usedFen: 30_000,
  usedListFen: 30_000,
  coolingOffFen: 90_000,
  operatorFen: 75_000,
  ownReasonFen: 70_000,
  coolingOffUntil: '2026-11-25',
  way: 'wechat',
  refundTerms: '',
};

describe('a lot of a quote', () => {
  it('gives back another amount on each ground', () => {
    const causes = ['cooling_off', 'operator', 'own_reason'] as const;
    expect(causes.map((cause) => lotFen(lot, cause))).toEqual([90_000, 75_000, 70_000]);
  });

  it('says until when it goes back without a reason, that day included', () => {
    expect(coolingOffWords(lot, '2026-11-25')).toBe('到11月25日为止可以无理由退款');
    expect(coolingOffWords(lot, '2026-11-26')).toBe('无理由退款期已在11月25日结束');
    const renewed = { ...lot, coolingOffUntil: null };
    expect(coolingOffWords(renewed, '2026-11-25')).toBe('续买的没有无理由退款期');
  });

  it('says what was paid, given and used', () => {
    expect(lotWords(lot)).toBe('实付 ¥1,000，赠 ¥200，已用 ¥300');
    expect(lotWords({ ...lot, givenFen: 0 })).toBe('实付 ¥1,000，已用 ¥300');
  });
});

describe('refundSteps', () => {
  const items = [{ way: 'wechat' }] as Parameters<typeof refundSteps>[0]['items'];
  const done = (state: 'requested' | 'approved' | 'paid') =>
    refundSteps({ state, items, packageId: null }).map((step) => step.done);

  it('shows where a refund stands', () => {
    expect([done('requested'), done('approved'), done('paid')]).toEqual([
      [true, false, false],
      [true, true, false],
      [true, true, true],
    ]);
  });

  it('says what is held', () => {
    const first = (packageId: string | null) =>
      refundSteps({ state: 'requested', items, packageId })[0]?.name;
    expect([first(null), first('P')]).toEqual([
      ...['已提交，余额先留着不能用', '已提交，剩余次数先留着不能用'],
    ]);
  });
});

describe('isReason', () => {
  it('wants more than a space', () => {
    expect(['  ', '搬', '搬家'].map(isReason)).toEqual([false, false, true]);
  });
});
