import { addDays, daysBetween, weekdayOf } from '../../platform/clock/index.js';
import type { PersonContent, StoreKey } from '../content/content-types.js';

/** One person's duty on one day, in minutes since local midnight. */
export interface PlannedShift {
  readonly person: PersonContent;
  readonly store: StoreKey;
  readonly date: string;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly breakStart: number;
  readonly breakEnd: number;
}

export interface DutyDays {
  readonly fromDate: string;
  readonly toDate: string;
  isClosed(store: StoreKey, date: string): boolean;
  opensMinute(store: StoreKey, weekday: number): number;
  closesMinute(store: StoreKey, weekday: number): number;
}

const SHIFT_MINUTES = 540;
const MEAL_MINUTES = 45;
const LUNCH = 780;
const DINNER = 1050;
/** A Monday: rotating people change between early and late with each week counted from it. */
const ROTATION_START = '2024-01-01';

function isEarly(person: PersonContent, date: string): boolean {
  if (person.shifts !== 'rotating') return person.shifts === 'early';
  const week = Math.floor(daysBetween(ROTATION_START, date) / 7);
  // Half of the rotating people begin early, so that a store is never without one.
  return (week + person.name.length + person.daysOff.length) % 2 === 0;
}

/**
 * Duty of everybody who is booked, day by day: early from opening, late until closing, one meal each,
 * none on days off and closed days.
 */
export function planShifts(people: readonly PersonContent[], days: DutyDays): PlannedShift[] {
  const shifts: PlannedShift[] = [];
  for (let date = days.fromDate; date <= days.toDate; date = addDays(date, 1)) {
    const weekday = weekdayOf(date);
    for (const person of people) {
      const store = person.stores[0];
      if (!person.shifts || !store || person.daysOff.includes(weekday)) continue;
      if (days.isClosed(store, date)) continue;
      const early = isEarly(person, date);
      const closes = days.closesMinute(store, weekday);
      const startMinute = early ? days.opensMinute(store, weekday) : closes - SHIFT_MINUTES;
      const breakStart = early ? LUNCH : DINNER;
      shifts.push({
        person,
        store,
        date,
        startMinute,
        endMinute: startMinute + SHIFT_MINUTES,
        breakStart,
        breakEnd: breakStart + MEAL_MINUTES,
      });
    }
  }
  return shifts;
}
