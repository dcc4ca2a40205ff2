import { describe, expect, it } from '@jest/globals';
import type { PointsView, RewardView } from '@/api/types';
import {
  codeWords,
  lapsingWords,
  nextStreakWords,
  signedPoints,
  streakWords,
  whyNot,
  worthWords,
} from './points-words';

const TODAY = '2026-11-22';
const points = (change: Partial<PointsView>): PointsView => ({
  ...{ points: 300, shortfall: 0, lapsing: null, fenPerHundred: 100, redemptions: [] },
  checkIn: { done: false, streak: 0, points: 1, streaks: [] },
  ...change,
});

describe('what lapses', () => {
  it('is said with its day, apart from what stays', () => {
    const lapsing = { points: 120, lastDay: '2026-12-31' };
    expect(lapsingWords(points({ lapsing }), TODAY)).toBe('其中 120 分 12月31日到期');
    expect(lapsingWords(points({ points: 120, lapsing }), TODAY)).toBe('12月31日到期');
    expect(lapsingWords(points({}), TODAY)).toBe('');
  });
});

describe('a row of days', () => {
  const streaks = [
    { days: 7, points: 10 },
    { days: 3, points: 2 },
  ];
  const checkIn = (streak: number) => ({ done: true, streak, points: 1, streaks });

  it('says how far it is, and what the next of its rewards needs', () => {
    expect([streakWords(checkIn(0)), streakWords(checkIn(4))]).toEqual([
      '今天还没有签到',
      '已连续签到 4 天',
    ]);
    expect([0, 2, 3, 7].map((streak) => nextStreakWords(checkIn(streak)))).toEqual([
      '再签 3 天，多得 2 分',
      '再签 1 天，多得 2 分',
      '再签 4 天，多得 10 分',
      '',
    ]);
  });
});

describe('a reward', () => {
  const reward = (left: number | null): RewardView => ({
    ...{ id: '1', name: '手霜', description: '', costPoints: 200, left },
    ...{ perClientCap: null, isCoupon: false },
  });

  it('can be had while there are some and enough points', () => {
    expect(whyNot(reward(3), 200)).toBeUndefined();
    expect(whyNot(reward(null), 500)).toBeUndefined();
  });

  it('says what is in the way', () => {
    expect(whyNot(reward(0), 500)).toBe('已兑完');
    expect(whyNot(reward(3), 150)).toBe('还差 50 分');
  });
});

it('points and codes are written as people read them', () => {
  expect([signedPoints(20), signedPoints(-30)]).toEqual(['+20', '-30']);
  expect(codeWords('12345678')).toBe('1234 5678');
  expect([worthWords({ fenPerHundred: 100 }), worthWords({ fenPerHundred: 0 })]).toEqual([
    '到店结账时 100 积分可抵 ¥1',
    '',
  ]);
});
