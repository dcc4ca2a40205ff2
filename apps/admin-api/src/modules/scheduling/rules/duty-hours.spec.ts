import { describe, expect, it } from '@jest/globals';
import { hoursErrors, markOf, type DutyHours, type SeenShift } from './duty-hours.js';

const hours = (change: Partial<DutyHours> = {}): DutyHours => ({
  ...{ startMinute: 600, endMinute: 1140, breaks: [{ startMinute: 780, endMinute: 825 }] },
  ...change,
});
const fieldsOf = (change: Partial<DutyHours>): string[] =>
  hoursErrors(hours(change), 'shifts.0').map(({ field }) => field);

describe('hours of a shift', () => {
  it('may run into the night and have breaks that touch', () => {
    expect(fieldsOf({})).toEqual([]);
    const breaks = [
      { startMinute: 1380, endMinute: 1440 },
      { startMinute: 1440, endMinute: 1500 },
    ];
    expect(fieldsOf({ startMinute: 1200, endMinute: 1620, breaks })).toEqual([]);
  });

  it.each<[string, Partial<DutyHours>]>([
    ['startMinute', { startMinute: 1440, endMinute: 1500, breaks: [] }],
    ['startMinute', { startMinute: 602 }],
    ['endMinute', { endMinute: 600, breaks: [] }],
    ['endMinute', { endMinute: 2045, breaks: [] }],
    ['startMinute', { breaks: [{ startMinute: 781, endMinute: 826 }] }],
    ['breaks', { breaks: [{ startMinute: 825, endMinute: 780 }] }],
    ['breaks', { breaks: [{ startMinute: 1100, endMinute: 1145 }] }],
    ['breaks', { breaks: [{ startMinute: 590, endMinute: 620 }] }],
    [
      'breaks',
      {
        breaks: [
          { startMinute: 780, endMinute: 825 },
          { startMinute: 820, endMinute: 840 },
        ],
      },
    ],
  ])('say what is wrong with %s: %j', (member, change) => {
    expect(fieldsOf(change)).toEqual([`shifts.0.${member}`]);
  });
});

describe('the mark of a day', () => {
  const shift = (from: string, change: Partial<SeenShift> = {}): SeenShift => ({
    startsAt: new Date(`2026-11-23T${from}:00Z`),
    endsAt: new Date('2026-11-23T12:00:00Z'),
    ...{ templateId: null, breaks: [], ...change },
  });

  it('is the same for the same hours in whatever order, and empty for a day off', () => {
    const [one, two] = [shift('01:00'), shift('06:00')];
    expect(markOf([one, two])).toBe(markOf([{ ...two }, { ...one }]));
    expect(markOf([])).toBe('');
    expect(markOf([one])).toMatch(/^[\w-]{12}$/);
  });

  it('is another one when hours, breaks or the name change', () => {
    const rest = { startsAt: new Date('2026-11-23T04:00Z'), endsAt: new Date('2026-11-23T05:00Z') };
    const marks = [
      markOf([shift('01:00')]),
      markOf([shift('02:00')]),
      markOf([shift('01:00', { breaks: [rest] })]),
      markOf([shift('01:00', { templateId: '01J0000000000000000000000A' })]),
    ];
    expect(new Set(marks).size).toBe(marks.length);
  });
});
