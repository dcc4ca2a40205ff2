import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  atSalon,
  clockOf,
  dayWord,
  durationWords,
  minuteWords,
  monthDay,
  spanWords,
  todayIn,
  whenWords,
} from './time';

const TODAY = '2026-12-30';

describe('times on screens', () => {
  it('reads the wall clock of the store, whatever zone the phone is in', () => {
    expect(clockOf('2026-11-21T14:30:00+08:00')).toBe('14:30');
    expect(clockOf('2026-11-21T14:30:00+06:00')).toBe('14:30');
  });

  it('takes today from the store, not from the phone', () => {
    const lateEvening = new Date('2026-11-21T16:30:00Z');
    expect(todayIn('Asia/Shanghai', lateEvening)).toBe('2026-11-22');
    expect(todayIn('America/New_York', lateEvening)).toBe('2026-11-21');
  });

  it('counts days over the end of a month and a year', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });

  it('names near days, then weekdays', () => {
    expect(
      ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02'].map((d) => dayWord(d, TODAY)),
    ).toEqual(['今天', '明天', '后天', '周六']);
    expect(dayWord('2026-12-29', TODAY)).toBe('周二');
  });

  it('says the year only when it is another one', () => {
    expect(monthDay('2026-12-31', TODAY)).toBe('12月31日');
    expect(monthDay('2027-01-02', TODAY)).toBe('2027年1月2日');
  });

  it('says the date from the fourth day on', () => {
    expect(whenWords('2026-12-31T09:00:00+08:00', TODAY)).toBe('明天 09:00');
    expect(whenWords('2026-12-28T09:00:00+08:00', TODAY)).toBe('12月28日 周一 09:00');
  });

  it('marks an end past midnight', () => {
    expect(spanWords('2026-12-30T23:00:00+08:00', '2026-12-31T00:30:00+08:00')).toBe(
      '23:00–次日00:30',
    );
    expect(minuteWords(1500)).toBe('次日01:00');
    expect(minuteWords(1440)).toBe('24:00');
  });

  it('says long durations in hours', () => {
    expect([45, 90, 120, 150].map(durationWords)).toEqual([
      '45 分钟',
      '90 分钟',
      '2 小时',
      '2 小时 30 分钟',
    ]);
  });
});

describe('atSalon', () => {
  it('shows an instant in UTC by the salon’s clocks, and leaves others alone', () => {
    expect(atSalon('2026-11-21T16:30:00.000Z')).toBe('2026-11-22T00:30:00+08:00');
    expect(atSalon('2026-11-21T16:30:00+08:00')).toBe('2026-11-21T16:30:00+08:00');
  });
});
