import { describe, expect, it } from '@jest/globals';
import { tenderNote, tenderWords, withMonths } from './bill-words';

const tender = {
  ...{ amountFen: 100, givenFen: null, changeFen: null, channel: null, reference: null },
  ...{ principalFen: null, bonusFen: null, points: null, note: '' },
};

describe('the words of a bill', () => {
  it('name the platform where there is one, and say what stored value and points gave', () => {
    expect(tenderWords({ ...tender, kind: 'paycode', channel: 'alipay' })).toBe('支付宝');
    expect(tenderWords({ ...tender, kind: 'cash' })).toBe('现金');
    const value = { ...tender, kind: 'stored_value' as const, principalFen: 12_000 };
    expect(tenderNote({ ...value, bonusFen: 3_050 })).toBe('本金 ¥120，赠金 ¥30.50');
    expect(tenderNote({ ...value, bonusFen: 0 })).toBe('本金 ¥120');
    expect(tenderNote({ ...tender, kind: 'points', points: 300 })).toBe('用 300 积分');
    expect(tenderNote({ ...tender, kind: 'cash' })).toBe('');
  });

  it('put the month above its first bill', () => {
    const bills = ['2026-11-20', '2026-11-02', '2026-09-30'].map((date) => ({ date }));
    expect([...withMonths(bills).values()]).toEqual(['2026年11月', '2026年9月']);
    expect(withMonths(bills).has(bills[1] ?? { date: '' })).toBe(false);
  });
});
