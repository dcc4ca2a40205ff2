import { addDays, daysBetween } from '../../../../platform/clock/index.js';

/** How far apart two visits of a line are, in days. */
export interface Rhythm {
  readonly minDays: number;
  readonly maxDays: number;
}

/** When a planned visit should be: all YYYY-MM-DD. */
export interface StepDays {
  readonly earliestOn: string;
  readonly plannedOn: string;
  readonly latestOn: string;
}

/** The visit that follows one on `last`. */
function daysAfter({ minDays, maxDays }: Rhythm, last: string): StepDays {
  return {
    earliestOn: addDays(last, minDays),
    plannedOn: addDays(last, minDays + Math.floor((maxDays - minDays) / 2)),
    latestOn: addDays(last, maxDays),
  };
}

/** Nothing came before: from the wished day on, with as much room as the rhythm leaves. */
function firstDays({ minDays, maxDays }: Rhythm, firstOn: string): StepDays {
  return { earliestOn: firstOn, plannedOn: firstOn, latestOn: addDays(firstOn, maxDays - minDays) };
}

/**
 * The days of so many visits in a row.
 * @param last the day of the visit before them; null: they begin on `firstOn`
 */
export function stepDays(
  rhythm: Rhythm,
  count: number,
  firstOn: string,
  last: string | null,
): StepDays[] {
  const days: StepDays[] = [];
  for (let n = 0; n < count; n += 1) {
    const before = days[n - 1]?.plannedOn ?? last;
    days.push(before === null ? firstDays(rhythm, firstOn) : daysAfter(rhythm, before));
  }
  return days;
}

/** The first day not before `day` that keeps the least distance to all visits that stand. */
export function firstFreeDay(minDays: number, standing: readonly string[], day: string): string {
  let free = day;
  for (const other of [...standing].sort())
    if (Math.abs(daysBetween(other, free)) < minDays) free = addDays(other, minDays);
  return free;
}
