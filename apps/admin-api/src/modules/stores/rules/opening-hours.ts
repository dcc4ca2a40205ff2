/** Opening hours of one weekday, in minutes since local midnight. `closesMinute` may pass 1440: open into the night. */
export interface WeekdayHours {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  readonly opensMinute: number;
  readonly closesMinute: number;
}

/** A day on which the store does not open although its weekday would. */
export interface Closure {
  /** Local date, YYYY-MM-DD. */
  readonly date: string;
  readonly reason: string;
}

/** From when to when a store is open on one day, in minutes since local midnight. */
export interface OpenRange {
  readonly opensMinute: number;
  readonly closesMinute: number;
}

/**
 * Tells when a store is open on a local date; null when it stays closed.
 * A closure wins over the weekday's hours; a weekday without hours is a day off.
 */
export function openOn(
  localDate: string,
  weekday: number,
  hours: readonly WeekdayHours[],
  closures: readonly Closure[],
): OpenRange | null {
  if (closures.some((closure) => closure.date === localDate)) return null;
  const today = hours.find((day) => day.weekday === weekday);
  return today ? { opensMinute: today.opensMinute, closesMinute: today.closesMinute } : null;
}
