import type { CapKind, Counted, DailyCap } from '../data/daily-caps.js';
import type { VisitPlan } from '../data/visit.js';
import type { DayLook } from './store-days.js';

/** How much of a cap a day has left. */
export interface DayLeft {
  readonly cap: DailyCap;
  readonly day: DayLook;
  readonly left: number;
}

/** What each open day still takes of what has a cap. What the visit that is about to move takes itself stays open to it. */
export function leftOfDays(
  caps: readonly DailyCap[],
  days: readonly DayLook[],
  booked: readonly (Counted & { readonly slot: number })[],
): DayLeft[] {
  return caps.flatMap((cap) => {
    const counted = booked.filter(({ subjectId }) => subjectId === cap.subjectId);
    return days
      .filter(({ from, to }) => to > from)
      .map((day) => {
        const there = counted.filter(({ slot }) => slot >= day.from && slot < day.to);
        const own = sum(there.map((each) => each.own));
        const others = sum(there.map((each) => each.times)) - own;
        return { cap, day, left: Math.max(own, cap.most - others, 0) };
      });
  });
}

/** What a visit counts for: each of its services as often as it holds it, each person who works in it once. */
export function countsOf(
  { items, allocations }: Pick<VisitPlan, 'items' | 'allocations'>,
  staffOf: ReadonlyMap<string, string | null>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { serviceId } of items) {
    const key = capKey('service', serviceId);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  for (const { kind, resourceId } of allocations) {
    const staffId = kind === 'staff' ? staffOf.get(resourceId) : undefined;
    if (staffId) counts.set(capKey('staff', staffId), 1);
  }
  return counts;
}

/** What a cap is known by among those of a store. */
export function capKey(kind: CapKind, subjectId: string): string {
  return `${kind}:${subjectId}`;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
