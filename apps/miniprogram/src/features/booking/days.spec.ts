import { describe, expect, it } from '@jest/globals';
import { dayOf, earlierFrom, horizonOf, laterFrom, windowOf } from './days';

const TODAY = '2026-11-21';
const day = (date: string, free: boolean) => ({
  date,
  times: free ? [{ start: date, end: date, staff: [] }] : [],
  unavailable: [],
});

describe('the days that can be picked from', () => {
  it('asks for a month from today, less where the store looks less far ahead', () => {
    expect(windowOf(undefined, TODAY, 60)).toEqual({ from: TODAY, days: 31 });
    expect(windowOf(undefined, TODAY, 14)).toEqual({ from: TODAY, days: 15 });
  });

  it('asks for the month that holds the chosen date', () => {
    expect(windowOf('2026-12-22', TODAY, 60)).toEqual({ from: '2026-12-22', days: 30 });
    expect(windowOf('2026-12-21', TODAY, 60)).toEqual({ from: TODAY, days: 31 });
  });

  it('forgets a chosen date that has gone by', () => {
    expect(windowOf('2026-11-01', TODAY, 60).from).toBe(TODAY);
  });

  it('turns to the next month only within the horizon', () => {
    expect(laterFrom(TODAY, TODAY, 60)).toBe('2026-12-22');
    expect(laterFrom(TODAY, TODAY, 30)).toBeUndefined();
  });

  it('opens the first day with a free time when none is chosen', () => {
    const days = [day('2026-11-21', false), day('2026-11-22', true)];
    expect(dayOf(days, undefined)?.date).toBe('2026-11-22');
    expect(dayOf(days, '2026-11-21')?.date).toBe('2026-11-21');
  });
});

describe('the month before', () => {
  it('is there from the second month on', () => {
    expect(earlierFrom(TODAY, TODAY)).toBeUndefined();
    expect(earlierFrom('2026-12-22', TODAY)).toBe(TODAY);
  });
});

describe('how far ahead a client may book', () => {
  it('is as far as the store says, or further where her tier does, and never less', () => {
    expect(horizonOf(30, undefined)).toBe(30);
    expect(horizonOf(30, { horizonDays: null })).toBe(30);
    expect(horizonOf(30, { horizonDays: 60 })).toBe(60);
    expect(horizonOf(30, { horizonDays: 7 })).toBe(30);
  });
});
