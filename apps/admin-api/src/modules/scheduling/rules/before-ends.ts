import type { ResourceInterval } from './availability-types.js';

/** Time on duty as far as it may be booked: from its end on a resource is not booked any more. */
export function beforeEnds(
  duty: readonly ResourceInterval[],
  ends: ReadonlyMap<string, number> | undefined,
): ResourceInterval[] {
  return duty.flatMap((each) => {
    const end = ends?.get(each.resourceId) ?? Infinity;
    return each.fromSlot >= end ? [] : [{ ...each, toSlot: Math.min(each.toSlot, end) }];
  });
}
