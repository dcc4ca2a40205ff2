import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, localDate } from '../../../platform/clock/index.js';
import { tellableFrom } from './quiet-hours.js';
import {
  DEFAULT_REMINDERS,
  REMINDER_KINDS,
  faultOfReminders,
  reminderFate,
  type ReminderRules,
  type RemindedVisit,
} from './reminders.js';

const ZONE = 'Asia/Shanghai';
const LONG_AGO = new Date('2026-01-01T00:00:00Z');
const at = (day: string, hour: number, minute = 0, zone = ZONE): Date =>
  instantOf(day, hour * 60 + minute, zone);
const aVisit = (startsAt: Date, change: Partial<RemindedVisit> = {}): RemindedVisit => ({
  ...{ startsAt, settledAt: LONG_AGO, timeZone: ZONE },
  ...change,
});
const withRules = (change: Partial<ReminderRules>): ReminderRules => ({
  ...DEFAULT_REMINDERS,
  ...change,
});

describe('the reminder of the day before', () => {
  const visit = aVisit(at('2026-11-24', 14));
  const fate = (now: Date, of = visit) => reminderFate('day_before', of, DEFAULT_REMINDERS, now);

  it('goes out from the hour that the store has set', () => {
    expect(fate(at('2026-11-23', 17, 59))).toBe('none');
    expect(fate(at('2026-11-23', 18))).toBe('tell');
  });

  it('that was held up at night goes out in the morning', () => {
    expect(fate(at('2026-11-23', 23))).toBe('none');
    expect(fate(at('2026-11-24', 9))).toBe('tell');
  });

  it('is withheld once the reminder of the hour is near', () => {
    expect(fate(at('2026-11-24', 12, 1))).toEqual({ withheld: expect.any(String) });
  });

  it('that was held up before an early visit is withheld at once: the morning is too late', () => {
    const early = aVisit(at('2026-11-24', 10));
    expect(fate(at('2026-11-23', 21), early)).toEqual({ withheld: expect.any(String) });
  });

  it('is not for a visit that was booked or moved after its hour', () => {
    const booked = aVisit(visit.startsAt, { settledAt: at('2026-11-23', 18, 30) });
    expect(fate(at('2026-11-23', 18, 31), booked)).toBe('none');
  });

  it('keeps the hour of the wall over a change of the clocks', () => {
    // Berlin goes back an hour in the night before 25 October 2026: 25 hours lie between 18:00 and 18:00.
    const zone = 'Europe/Berlin';
    const changed = aVisit(at('2026-10-25', 18, 0, zone), { timeZone: zone });
    const hour = at('2026-10-24', 18, 0, zone);
    expect(changed.startsAt.getTime() - hour.getTime()).toBe(25 * 3_600_000);
    expect(fate(new Date(hour.getTime() - 1), changed)).toBe('none');
    expect(fate(hour, changed)).toBe('tell');
  });
});

describe('the reminder of the hour', () => {
  const fate = (startsAt: Date, now: Date, rules = DEFAULT_REMINDERS) =>
    reminderFate('soon', aVisit(startsAt), rules, now);

  it('goes out an hour before the start, until a quarter of an hour before it', () => {
    const start = at('2026-11-24', 14);
    expect(fate(start, at('2026-11-24', 12, 59))).toBe('none');
    expect(fate(start, at('2026-11-24', 13))).toBe('tell');
    expect(fate(start, at('2026-11-24', 13, 45))).toBe('tell');
    expect(fate(start, at('2026-11-24', 13, 46))).toEqual({ withheld: expect.any(String) });
    expect(fate(start, start)).toBe('none');
  });

  it('that falls into the night waits for the morning where that is of use', () => {
    const start = at('2026-11-24', 9, 30);
    expect(fate(start, at('2026-11-24', 8, 30))).toBe('none');
    expect(fate(start, at('2026-11-24', 9))).toBe('tell');
  });

  it('is withheld, and says so, where the morning is too late', () => {
    const fated = fate(at('2026-11-24', 9), at('2026-11-24', 8));
    expect(fated).toEqual({ withheld: '提醒的时间在免打扰时段' });
  });

  it('is none where the store does not want it', () => {
    const none = withRules({ soon: false });
    expect(fate(at('2026-11-24', 14), at('2026-11-24', 13), none)).toBe('none');
  });
});

describe('any reminder', () => {
  const instants = fc.date({
    min: new Date('2026-03-01T00:00:00Z'),
    max: new Date('2026-11-30T00:00:00Z'),
    noInvalidDate: true,
  });
  const anyRules = fc
    .record({
      ...{ dayBefore: fc.boolean(), soon: fc.boolean(), bySms: fc.boolean(), byCall: fc.boolean() },
      ...{ dayBeforeHour: fc.integer({ min: 0, max: 23 }) },
      soonMinutes: fc.integer({ min: 30, max: 240 }),
      tellFromHour: fc.integer({ min: 0, max: 23 }),
      tellUntilHour: fc.integer({ min: 1, max: 24 }),
    })
    .filter((rules) => faultOfReminders(rules) === undefined);
  const asked = fc.record({
    kind: fc.constantFrom(...REMINDER_KINDS),
    zone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York'),
    startsAt: instants,
    settledAgo: fc.integer({ min: 0, max: 72 * 60 }),
    nowAgo: fc.integer({ min: -60, max: 50 * 60 }),
    rules: anyRules,
  });

  it('never goes out at night, after the start, or of what was settled later than its hour', () => {
    fc.assert(
      fc.property(asked, ({ kind, zone, startsAt, settledAgo, nowAgo, rules }) => {
        const before = (minutes: number) => new Date(startsAt.getTime() - minutes * 60_000);
        const visit = { startsAt, settledAt: before(settledAgo), timeZone: zone };
        const now = before(nowAgo);
        if (reminderFate(kind, visit, rules, now) !== 'tell') return;
        const hours = { from: rules.tellFromHour, until: rules.tellUntilHour };
        expect(tellableFrom(now, hours, zone)).toEqual(now);
        expect(now < startsAt).toBe(true);
        if (kind === 'soon') expect(settledAgo).toBeGreaterThan(rules.soonMinutes);
        else expect(localDate(visit.settledAt, zone) < localDate(startsAt, zone)).toBe(true);
      }),
    );
  });

  it('of a visit that stands long enough comes to a word or to a reason, minute by minute', () => {
    fc.assert(
      fc.property(asked, ({ kind, zone, startsAt, rules }) => {
        fc.pre(kind === 'soon' ? rules.soon : rules.dayBefore);
        const visit = { startsAt, settledAt: LONG_AGO, timeZone: zone };
        const fates = Array.from({ length: 50 * 12 }, (_, step) =>
          reminderFate(kind, visit, rules, new Date(startsAt.getTime() - (step + 1) * 5 * 60_000)),
        );
        expect(fates.some((fate) => fate !== 'none')).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
