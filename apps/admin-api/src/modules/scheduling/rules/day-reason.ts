import { anySlot } from './bitmap.js';
import type { DayReason } from './availability-types.js';
import type { ChainPlan } from './plan.js';
import type { PlannedNeed } from './planned-service.js';
import { type StartQuery, startsOn } from './starts.js';

/** The day whose lack of times is to be explained: the query that found none, and how far ahead may be booked. */
export interface DayQuery extends StartQuery {
  /** The first slot after the last day that can be booked; undefined: no limit. */
  readonly horizonSlot?: number;
}

/**
 * Why a day has no start, told in the order in which it helps the client: the day cannot be booked yet; the store is
 * closed; what is left of the day comes too soon; nobody who can do it is on duty (or the store lacks the room or
 * device); the day takes no more of a service; what is left is kept for others; it would have had to be booked sooner; or all is taken, or too long for
 * what is left of the day.
 */
export function dayReason(plan: ChainPlan, day: DayQuery): DayReason {
  const from = day.from - plan.window.originSlot;
  const to = day.to - plan.window.originSlot;
  if (day.horizonSlot !== undefined && day.from >= day.horizonSlot) return 'beyond_horizon';
  if (!anySlot(plan.window.hours, from, to)) return 'closed';
  const earliest = (day.earliestSlot ?? day.from) - plan.window.originSlot;
  if (!anySlot(plan.window.hours, Math.max(from, earliest), to)) return 'too_soon';
  const needs = plan.services.flatMap(({ staff, rooms, devices }) => [
    ...staff,
    ...rooms,
    ...devices,
  ]);
  if (!needs.every((need) => someonePresent(plan, need, from, to))) return 'no_skill';
  if (plan.fullDays.some(({ fromSlot, toSlot }) => fromSlot < day.to && day.from < toSlot)) {
    return 'capped';
  }
  if (startsOn(plan, { ...day, reserved: [] }).length > 0) return 'reserved';
  const regardless = startsOn(plan, { ...day, earliestSlot: undefined });
  return regardless.length > 0 ? 'too_soon' : 'full';
}

function someonePresent(plan: ChainPlan, need: PlannedNeed, from: number, to: number): boolean {
  return need.able.some(({ id }) => {
    const resource = plan.window.resources.get(id);
    return resource !== undefined && anySlot(resource.present, from, to);
  });
}
