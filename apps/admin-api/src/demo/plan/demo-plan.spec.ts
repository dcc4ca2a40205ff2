import { describe, expect, it } from '@jest/globals';
import { addDays, weekdayOf } from '../../platform/clock/index.js';
import { planDemo } from './demo-plan.js';

/** A working day, a weekend, and the turn of a year. */
const TODAYS = ['2026-03-04', '2026-03-07', '2026-01-01'];

describe.each(TODAYS)('the plan of the demo on %s', (today) => {
  const plan = planDemo(today);

  it('comes out the same each time', () => {
    expect(JSON.stringify(planDemo(today))).toBe(JSON.stringify(plan));
  });

  it('has shifts for sixty days back and sixty days ahead, none on days off', () => {
    const dates = new Set(plan.shifts.map((shift) => shift.date));
    expect(dates.has(addDays(today, -60)) && dates.has(addDays(today, 60))).toBe(true);
    const off = plan.shifts.filter((shift) => shift.person.daysOff.includes(weekdayOf(shift.date)));
    expect(off).toEqual([]);
  });

  it('has people on duty in both stores every day that a store opens', () => {
    const staffed = new Set(
      plan.shifts
        .filter((shift) => shift.person.onlineBookable)
        .map((shift) => `${shift.store} ${shift.date}`),
    );
    const expected = (['wukang', 'binjiang'] as const).flatMap((store) => {
      const closed = new Set(plan.closures[store].map((closure) => closure.date));
      const dates = Array.from({ length: 121 }, (_, index) => addDays(today, index - 60));
      return dates.filter((date) => !closed.has(date)).map((date) => `${store} ${date}`);
    });
    expect([...staffed].sort()).toEqual(expected.sort());
  });

  it('keeps meals inside the shift and on the five-minute grid', () => {
    const wrong = plan.shifts.filter(
      (shift) =>
        shift.breakStart <= shift.startMinute ||
        shift.breakEnd >= shift.endMinute ||
        [shift.startMinute, shift.endMinute, shift.breakStart, shift.breakEnd].some(
          (m) => m % 5 !== 0,
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('has more than two hundred clients whose phones are made up, shared only within a family', () => {
    expect(plan.clients.length).toBeGreaterThan(220);
    expect(plan.clients.every((client) => /^1380000\d{4}$/.test(client.phone))).toBe(true);
    const phones = new Set(plan.clients.map((client) => client.phone));
    expect(plan.clients.length - phones.size).toBe(3);
  });

  it('knows no birthday in the future and no file opened after today', () => {
    expect(plan.clients.filter((client) => client.since > today)).toEqual([]);
    expect(plan.clients.filter((client) => (client.birthday ?? '') > today)).toEqual([]);
  });

  it('has visits on every day of the past weeks, today and ahead, and some that wait to be confirmed', () => {
    const of = (date: string) => plan.visits.filter((visit) => visit.date === date);
    for (let day = -35; day <= 7; day += 1)
      expect(of(addDays(today, day)).length).toBeGreaterThan(0);
    expect(of(today).length).toBeGreaterThan(15);
    expect(of(today).some((visit) => visit.story === 'cancelled')).toBe(true);
    const waiting = plan.visits.filter((visit) => visit.story === 'waits_for_confirmation');
    expect(waiting.length).toBeGreaterThan(5);
  });

  it('asks nobody to come twice on one day, or before her file was opened', () => {
    const comings = plan.visits.map(
      (visit) => `${visit.date} ${plan.clients.indexOf(visit.client)}`,
    );
    expect(new Set(comings).size).toBe(comings.length);
    expect(plan.visits.filter((visit) => visit.date < visit.client.since)).toEqual([]);
  });

  it('begins every visit on the quarter hour within opening hours', () => {
    const wrong = plan.visits.filter(
      (visit) =>
        visit.startMinute % 15 !== 0 || visit.startMinute < 570 || visit.startMinute > 1305,
    );
    expect(wrong).toEqual([]);
  });
});
