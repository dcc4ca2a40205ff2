import { describe, expect, it } from '@jest/globals';
import { openOn } from './opening-hours.js';

const hours = [
  { weekday: 1, opensMinute: 600, closesMinute: 1320 },
  { weekday: 6, opensMinute: 600, closesMinute: 1500 },
];

describe('openOn', () => {
  it('takes the hours of the weekday', () => {
    expect(openOn('2026-03-02', 1, hours, [])).toEqual({ opensMinute: 600, closesMinute: 1320 });
  });

  it('keeps hours that pass midnight', () => {
    expect(openOn('2026-03-07', 6, hours, [])?.closesMinute).toBe(1500);
  });

  it('is closed on a weekday without hours', () => {
    expect(openOn('2026-03-03', 2, hours, [])).toBeNull();
  });

  it('is closed on a closure day although the weekday has hours', () => {
    expect(openOn('2026-03-02', 1, hours, [{ date: '2026-03-02', reason: '盘点' }])).toBeNull();
  });
});
