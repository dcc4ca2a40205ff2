import { LunarYear } from 'tyme4ts';
import type { LocalDate } from '../clock/index.js';

/** A day as the lunar calendar (农历) counts it. */
export interface LunarDate {
  /** The lunar year, which begins at the Spring Festival. */
  readonly year: number;
  readonly month: number;
  /** In a leap month (闰月). */
  readonly leapMonth: boolean;
  readonly day: number;
}

interface Month {
  readonly month: number;
  readonly leapMonth: boolean;
  /** Its first day, counted from the beginning of 1970. */
  readonly first: number;
  readonly days: number;
}

const DAY_MS = 86_400_000;
/** Finding new moons takes a millisecond each; a table of a year's months is a kilobyte. */
const years = new Map<number, readonly Month[]>();

function monthsOf(year: number): readonly Month[] {
  const known = years.get(year);
  if (known) return known;
  const months = LunarYear.fromYear(year)
    .getMonths()
    .map((one): Month => {
      const first = one.getFirstJulianDay().getSolarDay();
      const at = Date.UTC(first.getYear(), first.getMonth() - 1, first.getDay());
      const signed = one.getMonthWithLeap();
      return {
        ...{ month: Math.abs(signed), leapMonth: signed < 0 },
        ...{ first: at / DAY_MS, days: one.getDayCount() },
      };
    });
  years.set(year, months);
  return months;
}

/** What the lunar calendar calls a day. */
export function lunarOf(day: LocalDate): LunarDate {
  const at = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  const solarYear = Number(day.slice(0, 4));
  const year = at < (monthsOf(solarYear)[0]?.first ?? at) ? solarYear - 1 : solarYear;
  const month = monthsOf(year).find(({ first, days }) => at >= first && at < first + days);
  if (!month) throw new Error(`no lunar month has ${day}`);
  return { year, month: month.month, leapMonth: month.leapMonth, day: at - month.first + 1 };
}

/** The day that the lunar calendar calls so. @throws Error where its year has no such day */
export function solarOf({ year, month, leapMonth, day }: LunarDate): LocalDate {
  const found = monthsOf(year).find((one) => one.month === month && one.leapMonth === leapMonth);
  if (!found || day < 1 || day > found.days) throw new Error('no such day in the lunar year');
  return new Date((found.first + day - 1) * DAY_MS).toISOString().slice(0, 10);
}

/** Days of a lunar month, 29 or 30; 0 where the year has no such leap month. */
export function lunarMonthDays(year: number, month: number, leapMonth: boolean): number {
  const found = monthsOf(year).find((one) => one.month === month && one.leapMonth === leapMonth);
  return found?.days ?? 0;
}
