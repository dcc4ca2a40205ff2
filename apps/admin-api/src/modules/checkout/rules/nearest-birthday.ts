import type { Birthday } from '../../customers/index.js';
import { daysBetween, isLocalDate, type LocalDate } from '../../../platform/clock/index.js';

const two = (value: number): string => String(value).padStart(2, '0');

/** The day her birthday is kept that lies nearest to a day; a leap day is kept on 28 February; null for a lunar one. */
export function nearestBirthday(birthday: Birthday, day: LocalDate): LocalDate | null {
  if (birthday.calendar !== 'solar') return null;
  const year = Number(day.slice(0, 4));
  const kept = [year - 1, year, year + 1].map((each) => {
    const date = `${each}-${two(birthday.month)}-${two(birthday.day)}`;
    return isLocalDate(date) ? date : `${each}-02-28`;
  });
  const away = (date: LocalDate): number => Math.abs(daysBetween(day, date));
  return kept.reduce((best, date) => (away(date) < away(best) ? date : best));
}
