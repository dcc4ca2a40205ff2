import type { LocalDate } from '../../../../platform/clock/index.js';
import { lunarOf } from '../../../../platform/lunar/index.js';

interface CalendarDay {
  readonly year: number;
  readonly month: number;
  /** Grows through the year: of two days the later has the larger one. */
  readonly inYear: number;
}

/** A day by both calendars, by which birthdays are looked at. */
export interface RuleDay {
  readonly on: LocalDate;
  readonly solar: CalendarDay;
  readonly lunar: CalendarDay;
}

/** Where in a year a day of a month stands. A leap month is not told from the month that it doubles. */
export const inYear = (month: number, day: number): number => month * 100 + day;

/** What the calendars call a day. */
export function ruleDay(on: LocalDate): RuleDay {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  const lunar = lunarOf(on);
  return {
    on,
    solar: { year, month, inYear: inYear(month, day) },
    lunar: { year: lunar.year, month: lunar.month, inYear: inYear(lunar.month, lunar.day) },
  };
}
