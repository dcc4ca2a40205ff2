import { describe, expect, it } from '@jest/globals';
import { dayLoads } from './occupancy.js';

const DAY = '2026-11-23';
const at = (time: string): Date => new Date(`${DAY}T${time}:00+08:00`);
const from = (begin: string, end: string) => ({ startsAt: at(begin), endsAt: at(end) });
const mine = { staffId: 'A', localDate: DAY };
const aShift = (...breaks: readonly ReturnType<typeof from>[]) => ({
  ...mine,
  ...from('10:00', '18:00'),
  breaks,
});

describe('how full a day was', () => {
  it('sets the time with clients against the time on duty, without breaks', () => {
    const steps = [from('10:00', '11:30'), from('14:00', '15:00')].map((one) => ({
      ...mine,
      ...one,
    }));
    expect(dayLoads([aShift(from('12:00', '13:00'))], [], steps)).toEqual([
      { staffId: 'A', date: DAY, shiftMinutes: 420, bookedMinutes: 150 },
    ]);
  });

  it('counts leave as no duty, and no minute twice where it meets a break', () => {
    const leave = [
      { staffId: 'A', ...from('12:30', '20:00') },
      { staffId: 'B', ...from('10:00', '12:00') },
    ];
    expect(dayLoads([aShift(from('12:00', '13:00'))], leave, [])).toMatchObject([
      { shiftMinutes: 120, bookedMinutes: 0 },
    ]);
  });

  it('shows who worked without being on duty', () => {
    expect(dayLoads([], [], [{ ...mine, ...from('10:00', '11:00') }])).toMatchObject([
      { shiftMinutes: 0, bookedMinutes: 60 },
    ]);
  });
});
