import { describe, expect, it } from '@jest/globals';
import { hoursWords } from './hours';

const open = (weekday: number, opensMinute = 600, closesMinute = 1260) => ({
  weekday,
  opensMinute,
  closesMinute,
});

describe('opening hours in words', () => {
  it('joins neighbouring days with the same hours', () => {
    const hours = [1, 2, 3, 4, 5]
      .map((day) => open(day))
      .concat([open(6, 600, 1320), open(7, 600, 1320)]);
    expect(hoursWords(hours)).toEqual(['周一至周五 10:00–21:00', '周六至周日 10:00–22:00']);
  });

  it('says every day when all are the same, and which day the store rests', () => {
    expect(hoursWords([1, 2, 3, 4, 5, 6, 7].map((day) => open(day)))).toEqual(['每天 10:00–21:00']);
    expect(hoursWords([2, 3, 4, 5, 6, 7].map((day) => open(day)))[0]).toBe('周一 休息');
  });
});
