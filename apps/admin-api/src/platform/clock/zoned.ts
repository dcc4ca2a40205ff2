import { DateTime } from 'luxon';

/** A calendar day in some store's zone, `YYYY-MM-DD`. It is not an instant. */
export type LocalDate = string;

/** Shape of a LocalDate; `isLocalDate` also refuses 2026-02-30. */
export const LOCAL_DATE_PATTERN = /^\d{4}-\d{2}-\d{2}$/;

export function isLocalDate(text: string): boolean {
  return LOCAL_DATE_PATTERN.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;
}

/** The day it is in `zone` at `instant`. */
export function localDate(instant: Date, zone: string): LocalDate {
  return DateTime.fromJSDate(instant, { zone }).toFormat('yyyy-MM-dd');
}

/**
 * The instant at `minutes` on the wall clock of `date` in `zone`; minutes past 1440 run into the next day.
 * Wall-clock reading, so that 09:00 is 09:00 on the day a zone changes its offset too.
 */
export function instantOf(date: LocalDate, minutes: number, zone: string): Date {
  const days = Math.floor(minutes / 1440);
  const rest = minutes - days * 1440;
  return DateTime.fromISO(date, { zone })
    .plus({ days })
    .set({ hour: Math.floor(rest / 60), minute: rest % 60 })
    .toJSDate();
}

/** RFC 3339 with the zone's offset and no fraction: `2026-11-22T10:00:00+08:00`. */
export function toRfc3339(instant: Date, zone: string): string {
  return DateTime.fromJSDate(instant, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  const start = DateTime.fromISO(from, { zone: 'utc' });
  return DateTime.fromISO(to, { zone: 'utc' }).diff(start, 'days').days;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(date: LocalDate): number {
  return DateTime.fromISO(date, { zone: 'utc' }).weekday;
}

/** `11月22日 周日 14:30`, as a person in China writes a visit's time. */
export function spokenTime(instant: Date, zone: string): string {
  const local = DateTime.fromJSDate(instant, { zone });
  const weekday = '一二三四五六日'[local.weekday - 1];
  return `${local.month}月${local.day}日 周${weekday} ${local.toFormat('HH:mm')}`;
}
