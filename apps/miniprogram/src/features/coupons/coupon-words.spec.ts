import { describe, expect, it } from '@jest/globals';
import { endWords, isEndingSoon, untilWords } from './coupon-words';

const TODAY = '2026-11-23';
const days = (validFrom: string, validUntil: string) => ({ validFrom, validUntil });

describe('when a coupon is good', () => {
  it.each([
    ['12月1日起可用', days('2026-12-01', '2026-12-31')],
    ['今天到期', days('2026-11-01', TODAY)],
    ['明天到期', days('2026-11-01', '2026-11-24')],
    ['还剩 7 天', days('2026-11-01', '2026-11-30')],
    ['12月1日到期', days('2026-11-01', '2026-12-01')],
  ])('reads %s', (words, valid) => expect(untilWords(valid, TODAY)).toBe(words));

  it('is soon over in its last week, but not before it began', () => {
    expect(isEndingSoon(days('2026-11-01', '2026-11-30'), TODAY)).toBe(true);
    expect(isEndingSoon(days('2026-11-01', '2026-12-01'), TODAY)).toBe(false);
    expect(isEndingSoon(days('2026-11-24', '2026-11-25'), TODAY)).toBe(false);
  });
});

it('a coupon whose day is over counts as expired before anybody has put it away', () => {
  const coupon = { state: 'issued', endedAt: null, ...days('2026-11-01', '2026-11-22') };
  expect(endWords(coupon as never, TODAY)).toBe('11月22日已过期');
  const used = { ...coupon, state: 'used', endedAt: '2026-11-20T10:00:00+08:00' };
  expect(endWords(used as never, TODAY)).toBe('11月20日已使用');
});
