import { describe, expect, it } from '@jest/globals';
import { bookedAt, deedsOf, minutesAhead, type BookedVisit } from './visit-deeds.js';
import { planDemo } from './demo-plan.js';
import type { PlannedVisit } from './visit-plan.js';

const [someVisit] = planDemo('2026-03-04').visits;
if (!someVisit) throw new Error('the plan has no visits');
const aVisit = (change: Partial<PlannedVisit> = {}): PlannedVisit => ({
  ...someVisit,
  startMinute: 840,
  channel: 'mini_program',
  story: 'goes_well',
  looseness: 0.5,
  bookedMinutesAhead: 1440,
  ...change,
});
const at = (time: string): Date => new Date(`2026-03-04T${time}:00+08:00`);
const aBooking = (change: Partial<BookedVisit> = {}): BookedVisit => ({
  state: 'confirmed',
  bookedAt: new Date('2026-03-03T14:00:00+08:00'),
  startsAt: at('14:00'),
  endsAt: at('15:00'),
  ...change,
});
const steps = (visit: PlannedVisit, booked: BookedVisit, now: Date): string[] =>
  deedsOf(visit, booked, now).map((deed) => deed.step);

describe('deedsOf', () => {
  it('has done nothing yet to a visit that lies ahead', () => {
    expect(steps(aVisit(), aBooking(), at('10:00'))).toEqual([]);
  });

  it('brings a visit as far as the day has come', () => {
    expect(steps(aVisit(), aBooking(), at('13:58'))).toEqual(['arrive']);
    expect(steps(aVisit(), aBooking(), at('14:30'))).toEqual(['arrive', 'start']);
    expect(steps(aVisit(), aBooking(), at('18:00'))).toEqual(['arrive', 'start', 'complete']);
  });

  it('leaves a request for later to the desk, and confirms one whose time has come', () => {
    const waiting = aVisit({ story: 'waits_for_confirmation' });
    const requested = aBooking({ state: 'requested' });
    expect(steps(waiting, requested, at('13:00'))).toEqual([]);
    expect(steps(waiting, requested, at('14:30'))).toEqual(['confirm', 'arrive', 'start']);
  });

  it('cancels before the start, never in the future', () => {
    const [deed] = deedsOf(aVisit({ story: 'cancelled' }), aBooking(), at('09:00'));
    expect(deed?.step).toBe('cancel');
    expect(deed && deed.at <= at('09:00')).toBe(true);
  });

  it('calls a client who did not come a no-show only after the start', () => {
    const missing = aVisit({ story: 'no_show' });
    expect(steps(missing, aBooking(), at('14:10'))).toEqual([]);
    expect(steps(missing, aBooking(), at('16:00'))).toEqual(['no_show']);
  });

  it('puts nothing before what led to it', () => {
    const late = aBooking({ state: 'requested', bookedAt: at('13:50') });
    const times = deedsOf(aVisit({ looseness: 0.99 }), late, at('18:00')).map((deed) => deed.at);
    expect(times).toEqual([...times].sort((a, b) => a.getTime() - b.getTime()));
  });
});

describe('bookedAt', () => {
  it('has nobody book in the middle of the night', () => {
    // A day and nine hours before 14:00 is 05:00; she booked at half past nine the evening before.
    expect(minutesAhead(aVisit({ bookedMinutesAhead: 1980 }))).toBe(1980 + 300 + 150);
  });

  it('lies before now also for a visit to come', () => {
    const booked = bookedAt(aVisit({ bookedMinutesAhead: 120 }), at('20:00'), at('10:00'));
    expect(booked && booked < at('10:00')).toBe(true);
  });

  it('does not let somebody walk in tomorrow', () => {
    const walkIn = aVisit({ channel: 'walk_in', bookedMinutesAhead: 5 });
    expect(bookedAt(walkIn, at('20:00'), at('10:00'))).toBeNull();
  });
});
