import { type Bitmap, runBefore, runFrom } from './bitmap.js';
import type { Assignment } from './availability-types.js';
import type { Span } from './needs.js';
import { staffTime } from './occupancy.js';
import type { ChainPlan } from './plan.js';

/**
 * Leaves out the visits that would leave one of their people a stretch too short to sell, unless all of them would.
 * Meant for the offers of one day and for clients; staff see all times.
 * @param shortestServiceSlots length of the shortest service that is sold there
 */
export function gapRule(
  plan: ChainPlan,
  offers: readonly Assignment[],
  shortestServiceSlots: number,
): Assignment[] {
  const tidy = offers.filter((offer) => !leavesHole(plan, offer, shortestServiceSlots));
  return tidy.length > 0 ? tidy : [...offers];
}

function leavesHole(plan: ChainPlan, offer: Assignment, shortest: number): boolean {
  for (const [id, spans] of staffTime(plan.services, offer)) {
    const free = plan.window.resources.get(id)?.free;
    if (free !== undefined && leavesHoleAround(spans, free, plan.window.originSlot, shortest)) {
      return true;
    }
  }
  return false;
}

function leavesHoleAround(
  spans: readonly Span[],
  free: Bitmap,
  originSlot: number,
  shortest: number,
): boolean {
  return spans.some((span, index) => {
    // A short processing time of the visit itself is no hole: no other start would avoid it.
    const roomBefore = span.from - (spans[index - 1]?.to ?? -Infinity);
    const roomAfter = (spans[index + 1]?.from ?? Infinity) - span.to;
    const before = runBefore(free, span.from - originSlot, Math.min(shortest, roomBefore));
    const after = runFrom(free, span.to - originSlot, Math.min(shortest, roomAfter));
    return (
      (isHole(before, shortest) && before < roomBefore) ||
      (isHole(after, shortest) && after < roomAfter)
    );
  });
}

function isHole(slots: number, shortest: number): boolean {
  return slots > 0 && slots < shortest;
}
