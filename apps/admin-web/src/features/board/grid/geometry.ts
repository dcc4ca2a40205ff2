import type { Calendar } from '../../../shared/api/contract';
import { minutesInto, offsetOf } from '../../../shared/format/time';

/** Pixels that a minute takes; a quarter of an hour is 24 px. */
export const PX_PER_MINUTE = 1.6;
/** Dropped visits land on this step, in minutes. */
export const STEP_MINUTES = 15;
const DAY_OPENS = 10 * 60;
const DAY_CLOSES = 21 * 60;

/** The stretch of the day that the grid shows, in minutes after local midnight. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** From the full hour before the earliest thing of the day to the full hour after the latest. */
export function windowOf(calendar: Calendar): Window {
  const { date } = calendar;
  const spans = [
    ...calendar.staff.flatMap(({ shifts }) => shifts),
    ...calendar.appointments.map(({ start, end }) => ({ start, end })),
  ];
  const froms = spans.map(({ start }) => minutesInto(date, start));
  const tos = spans.map(({ end }) => minutesInto(date, end));
  if (calendar.opensAt) froms.push(minutesInto(date, calendar.opensAt));
  if (calendar.closesAt) tos.push(minutesInto(date, calendar.closesAt));
  if (froms.length === 0) froms.push(DAY_OPENS);
  if (tos.length === 0) tos.push(DAY_CLOSES);
  const from = Math.floor(Math.min(...froms) / 60) * 60;
  const to = Math.ceil(Math.max(...tos) / 60) * 60;
  return { from, to: Math.max(to, from + 60) };
}

/** Where a minute of the day lies, in pixels from the grid's top. */
export const topOf = (window: Window, minutes: number): number =>
  (minutes - window.from) * PX_PER_MINUTE;

/** How tall a stretch is, in pixels. */
export const heightOf = (minutes: number): number => minutes * PX_PER_MINUTE;

/** The minute of the day at a height, on the step, kept so that a visit of `length` minutes stays in the window. */
export function minuteAt(window: Window, px: number, length: number): number {
  const exact = window.from + px / PX_PER_MINUTE;
  const snapped = Math.round(exact / STEP_MINUTES) * STEP_MINUTES;
  return Math.max(window.from, Math.min(snapped, window.to - length));
}

/** The column at a distance from the first column's left edge. */
export function columnAt(px: number, width: number, count: number): number {
  return Math.max(0, Math.min(count - 1, Math.floor((px / width) * count)));
}

/** The offset that the store writes its times in. */
export const offsetOfDay = (calendar: Calendar): string => offsetOf(calendar.now);
