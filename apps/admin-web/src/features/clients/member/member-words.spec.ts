import { expect, it } from '@jest/globals';
import { lapsingWords, signed, standingWords } from './member-words';

it('a tier says how long it is safe', () => {
  expect(standingWords({ tier: null, keptUntil: null })).toBe('还没有等级');
});

it('points say what lapses, and what a line did', () => {
  const lapsing = { points: 120, lastDay: '2026-12-31' };
  expect(lapsingWords({ points: 300, lapsing })).toBe('其中 120 分 2026-12-31 到期');
  expect(lapsingWords({ points: 120, lapsing })).toBe('2026-12-31 到期');
  expect([signed(5), signed(-5), lapsingWords({ points: 1, lapsing: null })]).toEqual([
    ...['+5', '-5', ''],
  ]);
});
