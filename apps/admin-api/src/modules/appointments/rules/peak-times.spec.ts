import { describe, expect, it } from '@jest/globals';
import { slotAt } from '../../scheduling/index.js';
import { peakErrors, reservedOn, reservedWords } from './peak-times.js';

const ZONE = 'Asia/Shanghai';
const SATURDAY = '2026-11-28';
const PEAK = { weekday: 6, fromMinute: 14 * 60, toMinute: 18 * 60, releaseHours: 24 };
const FRIDAY_TWO = new Date('2026-11-27T06:00:00Z');

describe('hours that are kept for members', () => {
  it('are those of the weekday, until so many hours before they begin', () => {
    const before = new Date(FRIDAY_TWO.getTime() - 1);
    expect(reservedOn([PEAK], SATURDAY, ZONE, before)).toEqual([
      {
        fromSlot: slotAt(Date.parse('2026-11-28T06:00:00Z')),
        toSlot: slotAt(Date.parse('2026-11-28T10:00:00Z')),
        opensAt: FRIDAY_TWO,
      },
    ]);
    expect(reservedOn([PEAK], SATURDAY, ZONE, FRIDAY_TWO)).toEqual([]);
    expect(reservedOn([PEAK], '2026-11-29', ZONE, before)).toEqual([]);
  });

  it('end after they begin and do not overlap on one day', () => {
    const fields = (...peaks: (typeof PEAK)[]) => peakErrors(peaks).map(({ field }) => field);
    expect(fields(PEAK, { ...PEAK, fromMinute: 18 * 60, toMinute: 20 * 60 })).toEqual([]);
    expect(fields(PEAK, { ...PEAK, weekday: 7 })).toEqual([]);
    expect(fields(PEAK, { ...PEAK, fromMinute: 17 * 60 })).toEqual(['windows.1.fromMinute']);
    expect(fields({ ...PEAK, toMinute: 14 * 60 })).toEqual(['windows.0.toMinute']);
  });

  it('are told with who may have them and from when on everybody may', () => {
    expect(reservedWords(['金卡', '黑金卡'], '11月27日 周五 14:00')).toBe(
      '高峰时段优先留给金卡、黑金卡会员，11月27日 周五 14:00 起开放。',
    );
  });
});
