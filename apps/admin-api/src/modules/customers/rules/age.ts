import type { LocalDate } from '../../../platform/clock/index.js';
import { lunarOf, solarOf } from '../../../platform/lunar/index.js';
import { formatBirthday, type Birthday } from './birthday.js';

/** Whole years on a day, counted by the calendar of the birthday; null where its year is not known. */
export function ageOn(birthday: Birthday | null, today: LocalDate): number | null {
  if (birthday === null || birthday.year === null) return null;
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  const now = birthday.calendar === 'lunar' ? lunarOf(today) : { year, month, day };
  const before =
    now.month < birthday.month || (now.month === birthday.month && now.day < birthday.day);
  return now.year - birthday.year - (before ? 1 : 0);
}

/** From this age on nobody answers for her. */
const OF_AGE = 18;

/** The day of the solar calendar that she was born on; null where its year is not known. */
function bornOn(birthday: Birthday | null): LocalDate | null {
  if (birthday === null || birthday.year === null) return null;
  const { calendar, year, month, day, leapMonth } = birthday;
  return calendar === 'lunar' ? solarOf({ year, month, day, leapMonth }) : formatBirthday(birthday);
}

/**
 * Whether a change would make somebody who is too young older, be it by a day, or leave it open how old she is. Her age
 * in years alone would let her grow up nearly a year with every change.
 */
export function growsUp(from: Birthday | null, to: Birthday | null, today: LocalDate): boolean {
  const [age, then] = [ageOn(from, today), ageOn(to, today)];
  const [born, bornThen] = [bornOn(from), bornOn(to)];
  if (age === null || age >= OF_AGE || born === null) return false;
  return then === null || bornThen === null || then > age || bornThen < born;
}
