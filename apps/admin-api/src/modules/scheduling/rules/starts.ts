import type { SlotInterval } from './availability-types.js';
import { nextSlot } from './bitmap.js';
import type { ChainPlan } from './plan.js';

/** Which starts are asked for; all slots since the epoch. */
export interface StartQuery {
  /** The first slot that may be a start. */
  readonly from: number;
  /** The first slot after the range. */
  readonly to: number;
  /** Starts lie on a grid of this many slots, counted from `gridSlot`. */
  readonly stepSlots: number;
  /**
   * A point of the grid: the day's own midnight, so that a day has the same starts whichever day a look began on, also
   * after a clock change. Default: the origin of the window.
   */
  readonly gridSlot?: number;
  /** Lead time: nothing starts before this slot. */
  readonly earliestSlot?: number;
  /** Starts that are kept for others. */
  readonly reserved?: readonly SlotInterval[];
}

/**
 * The slots, ascending, at which the visit can start, whoever and whatever is chosen for it.
 * @throws RangeError for a step below one slot
 */
export function startsOn(plan: ChainPlan, query: StartQuery): number[] {
  const { stepSlots, gridSlot } = query;
  if (!Number.isInteger(stepSlots) || stepSlots < 1) throw new RangeError('a step is >= 1 slot');
  const origin = plan.window.originSlot;
  const grid = (gridSlot ?? origin) - origin;
  const from = Math.max(query.from, query.earliestSlot ?? query.from) - origin;
  const to = Math.min(query.to - origin, plan.window.slotCount);
  const starts: number[] = [];
  const first = plan.services[0];
  if (first === undefined) return starts;
  for (let slot = Math.max(0, from); slot < to;) {
    const found = nextSlot(first.withRest, slot);
    if (found < 0 || found >= to) break;
    const onGrid = grid + Math.ceil((found - grid) / stepSlots) * stepSlots;
    const works =
      onGrid === found &&
      !isReserved(query.reserved, found + origin) &&
      (plan.exact || plan.layouts.works(found));
    if (works) starts.push(found + origin);
    slot = onGrid === found ? found + 1 : onGrid;
  }
  return starts;
}

function isReserved(reserved: readonly SlotInterval[] = [], slot: number): boolean {
  return reserved.some(({ fromSlot, toSlot }) => fromSlot <= slot && slot < toSlot);
}

/** The `count` starts nearest to the wanted one, which itself is left out; ascending. Of two as near, the later. */
export function nearestAlternatives(
  starts: readonly number[],
  wanted: number,
  count: number,
): number[] {
  return starts
    .filter((start) => start !== wanted)
    .sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || b - a)
    .slice(0, count)
    .sort((a, b) => a - b);
}
