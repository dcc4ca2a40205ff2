import { birthdaysOn, type Birthday } from '../../customers/index.js';
import { addDays, type LocalDate } from '../../../platform/clock/index.js';

/** How far ahead a birthday is worth a word. */
export const BIRTHDAY_WITHIN_DAYS = 14;

/** The next day within a fortnight on which a birthday is celebrated, by either calendar; undefined when it is later. */
export function birthdaySoon(
  birthday: Birthday,
  today: LocalDate,
): { on: LocalDate; inDays: number } | undefined {
  const { calendar, month, day, leapMonth } = birthday;
  for (let inDays = 0; inDays <= BIRTHDAY_WITHIN_DAYS; inDays += 1) {
    const on = addDays(today, inDays);
    const isIt = birthdaysOn(on, 'feb28').some(
      (one) =>
        one.calendar === calendar &&
        one.month === month &&
        one.day === day &&
        one.leapMonth === leapMonth,
    );
    if (isIt) return { on, inDays };
  }
  return undefined;
}
