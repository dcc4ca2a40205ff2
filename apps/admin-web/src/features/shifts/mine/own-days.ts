import type { OwnShifts } from '../../../shared/api/contract';
import { addDays, clockOf, dateOf } from '../../../shared/format/time';

/** What one's day holds, in words. */
export interface OwnDay {
  readonly date: string;
  /** Empty: a day off. */
  readonly shifts: readonly {
    readonly name: string;
    readonly time: string;
    readonly breaks: string;
    readonly store: string;
  }[];
  /** From when to when she is away that day; empty where she is not. */
  readonly away: readonly string[];
}

const span = ({ start, end }: { start: string; end: string }): string =>
  `${clockOf(start)}–${clockOf(end)}`;

/** The next days, one by one, those without anything too. */
export function ownDays({ shifts, away }: OwnShifts, from: string, count: number): OwnDay[] {
  return Array.from({ length: count }, (_, day) => addDays(from, day)).map((date) => ({
    date,
    shifts: shifts
      .filter(({ localDate }) => localDate === date)
      .map((shift) => ({
        ...{ name: shift.templateName ?? '', time: span(shift), store: shift.storeName },
        breaks: shift.breaks.map(span).join('、'),
      })),
    away: away
      .filter(({ kind }) => kind !== 'break')
      .flatMap(({ start, end }) => awayOn(date, start, end)),
  }));
}

/** `全天`, or the part of it; nothing on other days. */
function awayOn(date: string, start: string, end: string): string[] {
  const next = addDays(date, 1);
  const ends = dateOf(end) > date ? '24:00' : clockOf(end);
  const begins = dateOf(start) < date ? '00:00' : clockOf(start);
  const isOver = dateOf(end) < date || (dateOf(end) === date && clockOf(end) === '00:00');
  if (dateOf(start) >= next || isOver) return [];
  return [begins === '00:00' && ends === '24:00' ? '全天' : `${begins}–${ends}`];
}
