import type { PlanShift, ShiftPlan, ShiftTemplate, WantedDay } from '../../../shared/api/contract';
import { addDays, clockLabel, daysBetween } from '../../../shared/format/time';

/** What a person's day is to be, by `cellOf`; days that are not in it stay as they are. */
export type PlanDraft = ReadonlyMap<string, readonly PlanShift[]>;

/** A corner of a marked part of the table: the row of a person and the column of a day. */
export interface Corner {
  readonly row: number;
  readonly column: number;
}

/** Names a person's day. */
export const cellOf = (staffId: string, date: string): string => `${staffId} ${date}`;

/** The days of a month, `2026-11`. */
export function datesOf(month: string): string[] {
  const first = `${month}-01`;
  const next = addDays(first, 31).slice(0, 7);
  return Array.from({ length: daysBetween(first, `${next}-01`) }, (_, day) => addDays(first, day));
}

/** The month so many months away from another one. */
export function monthFrom(month: string, step: number): string {
  const [year, number] = month.split('-').map(Number);
  const at = (year ?? 0) * 12 + (number ?? 1) - 1 + step;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** The shift that a template makes. */
export const shiftOf = ({ id, startMinute, endMinute, breaks }: ShiftTemplate): PlanShift => ({
  ...{ templateId: id, startMinute, endMinute, breaks },
});

/** What two corners mark, row by row: from the earlier day to the later, whichever was first. */
export function marked(one: Corner, other: Corner): { rows: number[]; columns: number[] } {
  const range = (a: number, b: number) =>
    Array.from({ length: Math.abs(a - b) + 1 }, (_, at) => Math.min(a, b) + at);
  return { rows: range(one.row, other.row), columns: range(one.column, other.column) };
}

/** A rule that goes round: a name, and the templates day by day; null is a day off. */
export interface Pattern {
  readonly name: string;
  readonly days: readonly (ShiftTemplate | null)[];
}

const times = <T>(count: number, what: T): T[] => Array.from({ length: count }, () => what);

/**
 * The usual rules with a store's templates: five days on and two off with each, six and one, and weeks that alternate
 * between any two.
 */
export function patternsOf(templates: readonly ShiftTemplate[]): Pattern[] {
  const each = templates.flatMap((template): Pattern[] => [
    { name: `${template.name} 做五休二`, days: [...times(5, template), null, null] },
    { name: `${template.name} 做六休一`, days: [...times(6, template), null] },
  ]);
  const turns = templates.flatMap((one, at) =>
    templates.slice(at + 1).map((other): Pattern => {
      const days = [...times(5, one), null, null, ...times(5, other), null, null];
      return { name: `${one.name}、${other.name}按周轮换`, days };
    }),
  );
  return [...each, ...turns];
}

/** A pattern laid over some days of a person, from its first day on. */
export function laid(
  pattern: Pattern,
  staffId: string,
  dates: readonly string[],
): [cell: string, shifts: PlanShift[]][] {
  return dates.map((date, at) => {
    const template = pattern.days[at % pattern.days.length];
    return [cellOf(staffId, date), template ? [shiftOf(template)] : []];
  });
}

/** What a person's days are to be, drafts first. */
export function shiftsAt(
  plan: ShiftPlan,
  draft: PlanDraft,
): (staffId: string, date: string) => readonly PlanShift[] {
  const there = new Map(
    plan.people.flatMap(({ staffId, days }) =>
      days.map(({ date, shifts }) => [cellOf(staffId, date), shifts] as const),
    ),
  );
  return (staffId, date) => {
    const cell = cellOf(staffId, date);
    return draft.get(cell) ?? there.get(cell) ?? [];
  };
}

/** A week of some people laid over another week, day by day; days before `earliest` stay. */
export function copiedWeek(
  at: ReturnType<typeof shiftsAt>,
  staffIds: readonly string[],
  { from, to, earliest }: { from: string; to: string; earliest: string },
): [cell: string, shifts: readonly PlanShift[]][] {
  const days = Array.from({ length: 7 }, (_, day) => day);
  return staffIds.flatMap((staffId) =>
    days
      .filter((day) => addDays(to, day) >= earliest)
      .map((day): [string, readonly PlanShift[]] => [
        cellOf(staffId, addDays(to, day)),
        at(staffId, addDays(from, day)),
      ]),
  );
}

const written = (shifts: readonly PlanShift[]): string =>
  JSON.stringify(
    shifts
      .map(({ templateId, startMinute, endMinute, breaks }) => [
        ...[startMinute, endMinute, templateId],
        ...breaks.flatMap((rest) => [rest.startMinute, rest.endMinute]),
      ])
      .sort((a, b) => Number(a[0]) - Number(b[0])),
  );

/** The days of a draft that are not so already, each with the mark of what is shown. */
export function changedDays(plan: ShiftPlan, draft: PlanDraft): WantedDay[] {
  return plan.people.flatMap(({ staffId, days }) => {
    const known = new Map(days.map((day) => [day.date, day]));
    return [...draft].flatMap(([cell, shifts]) => {
      const [whose, date] = cell.split(' ');
      if (whose !== staffId || date === undefined) return [];
      const there = known.get(date);
      if (written(there?.shifts ?? []) === written(shifts)) return [];
      return [{ staffId, date, seen: there?.seen ?? '', shifts: [...shifts] }];
    });
  });
}

/** `10:00–19:00`, and `次日` where it runs into the night. */
export function hoursLabel({ startMinute, endMinute }: PlanShift): string {
  const end = endMinute > 1_440 ? `次日 ${clockLabel(endMinute - 1_440)}` : clockLabel(endMinute);
  return `${clockLabel(startMinute)}–${end}`;
}
