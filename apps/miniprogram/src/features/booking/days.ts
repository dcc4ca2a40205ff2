import type { AvailableDay } from '@/api/types';
import { addDays, daysBetween } from '@/lib/time';

/** One request answers at most this many days. */
export const WINDOW_DAYS = 31;

/** How many days ahead a client may book: as everybody, or further where her tier says so. */
export const horizonOf = (
  ofStore: number,
  privileges: { readonly horizonDays: number | null } | undefined,
): number => Math.max(ofStore, privileges?.horizonDays ?? 0);

/** The month of days that holds the chosen date, counted from today and never past the store's horizon. */
export function windowOf(date: string | undefined, today: string, horizonDays = WINDOW_DAYS) {
  const ahead = date === undefined ? 0 : Math.max(0, daysBetween(today, date));
  const from = addDays(today, Math.floor(ahead / WINDOW_DAYS) * WINDOW_DAYS);
  const left = horizonDays + 1 - daysBetween(today, from);
  return { from, days: Math.max(1, Math.min(WINDOW_DAYS, left)) };
}

/** Where the month before begins, unless this is the first. */
export const earlierFrom = (from: string, today: string): string | undefined =>
  from > today ? addDays(from, -WINDOW_DAYS) : undefined;

/** Where the month after begins, if the store takes bookings that far ahead. */
export function laterFrom(from: string, today: string, horizonDays = 0): string | undefined {
  const next = addDays(from, WINDOW_DAYS);
  return daysBetween(today, next) <= horizonDays ? next : undefined;
}

/** The chosen day, or the first one with a free time. */
export function dayOf(
  days: AvailableDay[] | undefined,
  date: string | undefined,
): AvailableDay | undefined {
  return (
    days?.find((day) => day.date === date) ?? days?.find((day) => day.times.length > 0) ?? days?.[0]
  );
}
