import { addDays, instantOf, localDate } from '../../../platform/clock/index.js';

/** Gifts are told between these, by the salon's wall, in minutes of the day. */
const [FROM, UNTIL] = [9 * 60, 21 * 60];

/** When a gift may be told: `now`, or the next morning where it is night. */
export function tellableFrom(now: Date, zone: string): Date {
  const day = localDate(now, zone);
  if (now < instantOf(day, FROM, zone)) return instantOf(day, FROM, zone);
  return now < instantOf(day, UNTIL, zone) ? now : instantOf(addDays(day, 1), FROM, zone);
}
