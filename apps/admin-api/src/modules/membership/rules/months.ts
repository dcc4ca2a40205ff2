import type { LocalDate } from '../../../platform/clock/index.js';

/** The same day some months later or earlier; a month that is too short gives its last day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month } = monthOf(date, months);
  const day = Math.min(Number(date.slice(8)), lastDay(year, month));
  return text(year, month, day);
}

/** The last day of the month that is some months later. */
export function endOfMonth(date: LocalDate, months: number): LocalDate {
  const { year, month } = monthOf(date, months);
  return text(year, month, lastDay(year, month));
}

function monthOf(date: LocalDate, months: number): { year: number; month: number } {
  const place = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  return { year: Math.floor(place / 12), month: (place % 12) + 1 };
}

const lastDay = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

const text = (year: number, month: number, day: number): LocalDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
