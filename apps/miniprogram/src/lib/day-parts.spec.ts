import { describe, expect, it } from '@jest/globals';
import { groupTimes } from './day-parts';

const at = (clock: string, date = '2026-11-21') => `${date}T${clock}:00+08:00`;
const free = (start: string) => ({ start, end: start, staff: [] });

describe('times of a day by its parts', () => {
  it('puts noon in the afternoon and six in the evening', () => {
    const day = {
      date: '2026-11-21',
      times: ['11:55', '12:00', '17:55', '18:00'].map((clock) => free(at(clock))),
      unavailable: [],
    };
    expect(groupTimes(day).map((part) => [part.name, part.times.length])).toEqual([
      ['上午', 1],
      ['下午', 2],
      ['晚上', 1],
    ]);
  });

  it('keeps taken times in their place, once', () => {
    const day = {
      date: '2026-11-21',
      times: [free(at('10:30')), free(at('10:00'))],
      unavailable: [at('10:15'), at('10:00')],
    };
    expect(groupTimes(day)[0]?.times.map(({ start, free: isFree }) => [start, isFree])).toEqual([
      [at('10:00'), true],
      [at('10:15'), false],
      [at('10:30'), true],
    ]);
  });

  it('counts the small hours after a late evening to that evening', () => {
    const day = {
      date: '2026-11-21',
      times: [free(at('00:30', '2026-11-22')), free(at('23:30'))],
      unavailable: [],
    };
    const parts = groupTimes(day);
    expect(parts.map((part) => part.name)).toEqual(['晚上']);
    expect(parts[0]?.times[1]?.start).toBe(at('00:30', '2026-11-22'));
  });
});
