import { describe, expect, it } from '@jest/globals';
import { absenceAt, type PersonTime } from './absence.js';

const at = (clock: string): Date => new Date(`2026-11-23T${clock}:00Z`);
const stretch = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) });
const time = (change: Partial<PersonTime> = {}): PersonTime => ({
  ...{ shifts: [stretch('02:00', '08:00')], breaks: [stretch('04:00', '05:00')], away: [] },
  ...change,
});

describe('somebody who is booked', () => {
  it.each([
    [null, stretch('02:00', '04:00'), time()],
    [null, stretch('05:00', '08:00'), time()],
    ['off_duty', stretch('07:55', '08:05'), time()],
    ['off_duty', stretch('02:00', '03:00'), time({ shifts: [] })],
    ['break', stretch('03:30', '04:05'), time()],
    ['away', stretch('02:00', '03:00'), time({ away: [stretch('02:55', '09:00')] })],
    ['away', stretch('02:00', '03:00'), time({ shifts: [], away: [stretch('00:00', '09:00')] })],
  ])('is %s', (why, part, hers) => expect(absenceAt(part, hers, false)).toBe(why));

  it('is there where two shifts meet', () => {
    const shifts = [stretch('02:00', '03:00'), stretch('03:00', '04:00')];
    expect(absenceAt(stretch('02:30', '03:30'), time({ shifts, breaks: [] }), false)).toBeNull();
  });

  it('is not there when the store is closed, whatever her shift says', () => {
    expect(absenceAt(stretch('02:00', '03:00'), time(), true)).toBe('closed');
  });
});
