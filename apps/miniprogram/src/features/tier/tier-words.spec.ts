import { expect, it } from '@jest/globals';
import { haveWords, progressPercent, standingWords } from './tier-words';

const way = (by: 'spend' | 'visits' | 'top_up_once', have: number, amount: number) => ({
  ...{ by, have, amount, windowMonths: 12, missing: amount - have, words: '' },
});

it('a way says how much of it is done, money in yuan and visits as they are', () => {
  expect(haveWords(way('spend', 120_000, 300_000))).toBe('已有 1,200 元 / 3,000 元');
  expect(haveWords(way('visits', 3, 8))).toBe('已有 3 次 / 8 次');
  expect(progressPercent(way('spend', 120_000, 300_000))).toBe(40);
  expect(progressPercent(way('visits', 9, 8))).toBe(100);
});

it('one top-up is all or nothing', () => {
  const once = way('top_up_once', 200_000, 380_000);
  expect([haveWords(once), progressPercent(once)]).toEqual(['', 0]);
});

it('a tier is kept until a day, or for good', () => {
  const standing = { tier: null, since: null, next: null, tiers: [] };
  expect(standingWords({ ...standing, keptUntil: null }, '2026-11-22')).toBe('长期有效');
  expect(standingWords({ ...standing, keptUntil: '2026-12-31' }, '2026-11-22')).toBe(
    '保留到 12月31日',
  );
});
