import { addDays, instantOf, localDate } from '../../../platform/clock/index.js';

/** Hours of the day, by the salon's wall. */
export interface TellHours {
  readonly from: number;
  readonly until: number;
}

const HOUR = 60;

/** When a gift may be told: `now`, or the next morning where it is night. */
export function tellableFrom(now: Date, { from, until }: TellHours, zone: string): Date {
  const day = localDate(now, zone);
  const morning = instantOf(day, from * HOUR, zone);
  if (now < morning) return morning;
  return now < instantOf(day, until * HOUR, zone)
    ? now
    : instantOf(addDays(day, 1), from * HOUR, zone);
}
