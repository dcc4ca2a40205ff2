import type { ShiftDay } from '../../shared/api/contract';
import { addDays, clockOf } from '../../shared/format/time';

export interface WeekCell {
  readonly date: string;
  readonly shifts: readonly { key: string; time: string; breaks: string }[];
}

export interface WeekRow {
  readonly staffId: string;
  readonly staffName: string;
  readonly cells: readonly WeekCell[];
  /** Working days of the week. */
  readonly days: number;
}

const range = ({ start, end }: { start: string; end: string }) =>
  `${clockOf(start)}–${clockOf(end)}`;

/** The week as a table: a row for each person, a cell for each day, shifts of a day in order. */
export function weekRows(shifts: readonly ShiftDay[], monday: string): WeekRow[] {
  const people = new Map<string, { name: string; shifts: ShiftDay[] }>();
  for (const shift of shifts) {
    const own = people.get(shift.staffId) ?? { name: shift.staffName, shifts: [] };
    own.shifts.push(shift);
    people.set(shift.staffId, own);
  }
  return [...people].map(([staffId, own]) => {
    const cells = Array.from({ length: 7 }, (_, at) => addDays(monday, at)).map((date) => ({
      date,
      shifts: own.shifts
        .filter(({ localDate }) => localDate === date)
        .sort((one, other) => Date.parse(one.start) - Date.parse(other.start))
        .map((shift) => ({
          key: shift.start,
          time: range(shift),
          breaks: shift.breaks.map(range).join('、'),
        })),
    }));
    const days = cells.filter((cell) => cell.shifts.length > 0).length;
    return { staffId, staffName: own.name, cells, days };
  });
}
