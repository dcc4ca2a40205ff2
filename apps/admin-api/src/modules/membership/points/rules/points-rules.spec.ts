import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_POINTS_RULES,
  billPoints,
  checkInPoints,
  lastDayOf,
  mostPointsFor,
  pointsRuleErrors,
  streakOn,
  worthOf,
} from './points-rules.js';

const RULES = DEFAULT_POINTS_RULES;

it('gives points by what was paid with, times the tier, and no broken ones', () => {
  const paid = { cash: 10_050, stored_principal: 20_000, stored_bonus: 50_000 };
  expect(billPoints(RULES, paid, 100)).toBe(300);
  expect(billPoints(RULES, paid, 150)).toBe(450);
  expect(billPoints({ ...RULES, enabled: false }, paid, 150)).toBe(0);
});

describe('a row of check-ins', () => {
  it('grows by a day, breaks with a gap, and begins again after the longest reward', () => {
    expect(streakOn(RULES, undefined)).toBe(1);
    expect(streakOn(RULES, { isYesterday: true, streak: 6 })).toBe(7);
    expect(streakOn(RULES, { isYesterday: false, streak: 6 })).toBe(1);
    expect(streakOn(RULES, { isYesterday: true, streak: 7 })).toBe(1);
  });

  it('brings more on the day that completes it', () => {
    expect([6, 7].map((streak) => checkInPoints(RULES, streak))).toEqual([1, 6]);
  });
});

it('lapses points with the end of a month', () => {
  expect(lastDayOf(RULES, '2026-02-10')).toBe('2027-02-28');
  expect(lastDayOf({ ...RULES, expireMonths: null }, '2026-02-10')).toBeUndefined();
});

it('never lets points pay more than the house allows', () => {
  for (const billFen of [1, 99, 333, 10_001, 77_777]) {
    const most = mostPointsFor({ ...RULES, fenPerHundred: 30 }, billFen);
    expect(worthOf({ ...RULES, fenPerHundred: 30 }, most) * 1000).toBeLessThanOrEqual(
      billFen * 300,
    );
  }
});

it('names each rule that cannot be', () => {
  const wrong = {
    ...RULES,
    expireMonths: 0,
    mostOfBillPermille: 1001,
    streaks: [{ days: 1, points: 5 }],
  };
  expect(pointsRuleErrors(wrong).map(({ field }) => field)).toEqual([
    ...['mostOfBillPermille', 'expireMonths', 'streaks.0.days'],
  ]);
  expect(pointsRuleErrors(RULES)).toEqual([]);
});
