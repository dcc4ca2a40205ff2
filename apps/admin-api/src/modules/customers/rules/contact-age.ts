import type { LocalDate } from '../../../platform/clock/index.js';

/**
 * The last day on which looking at contact data is too long ago to count.
 * @param months how long it counts; null when nobody is reminded
 */
export function checkedTooLongAgo(today: LocalDate, months: number | null): LocalDate | null {
  if (months === null) return null;
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const then = year * 12 + (month - 1) - months;
  const [thenYear, thenMonth] = [Math.floor(then / 12), then % 12];
  // The 31st goes back to the last day of a shorter month.
  const lastDay = new Date(Date.UTC(thenYear, thenMonth + 1, 0)).getUTCDate();
  return new Date(Date.UTC(thenYear, thenMonth, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** Why contact data has to be looked at; undefined when it need not. */
export type ContactDue = 'changed' | 'old';

export function contactDue(
  checkedOn: LocalDate | null,
  today: LocalDate,
  months: number | null,
): ContactDue | undefined {
  if (checkedOn === null) return 'changed';
  const limit = checkedTooLongAgo(today, months);
  return limit !== null && checkedOn <= limit ? 'old' : undefined;
}
