import { runBefore, runFrom } from './bitmap.js';
import type { Assignment, ResourceInterval } from './availability-types.js';
import { occupancyOf } from './occupancy.js';
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
  return occupancyOf(plan.services, offer).some((claim, index, claims) => {
    const resource = plan.window.resources.get(claim.resourceId);
    if (resource?.kind !== 'staff') return false;
    const origin = plan.window.originSlot;
    const roomBefore = slotsBetween(claims[index - 1], claim);
    const roomAfter = slotsBetween(claim, claims[index + 1]);
    const before = runBefore(
      resource.free,
      claim.fromSlot - origin,
      Math.min(shortest, roomBefore),
    );
    const after = runFrom(resource.free, claim.toSlot - origin, Math.min(shortest, roomAfter));
    // A short processing time of the visit itself is no hole: no other start would avoid it.
    return (
      (isHole(before, shortest) && before < roomBefore) ||
      (isHole(after, shortest) && after < roomAfter)
    );
  });
}

/** Slots between two stretches that the visit takes of one person; endless where they are not of one person. */
function slotsBetween(
  earlier: ResourceInterval | undefined,
  later: ResourceInterval | undefined,
): number {
  if (earlier === undefined || later === undefined) return Infinity;
  return earlier.resourceId === later.resourceId ? later.fromSlot - earlier.toSlot : Infinity;
}

function isHole(slots: number, shortest: number): boolean {
  return slots > 0 && slots < shortest;
}
