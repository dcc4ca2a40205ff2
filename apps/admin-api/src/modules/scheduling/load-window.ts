import type { Reader } from '../../platform/database/index.js';
import { takenWords } from './data/booking-slots.js';
import type { Resource } from './data/resources.js';
import { shiftsBetween } from './data/shifts.js';
import {
  beforeEnds,
  buildWindow,
  slotAt,
  slotNotBefore,
  slotStart,
  type DayLimit,
  type ResourceInterval,
  type SlotInterval,
  type Window,
} from './rules/index.js';

/** Which stretch of a store's time to look at. */
export interface WindowRequest {
  readonly storeId: string;
  /** From `resourcesOfStore`. */
  readonly resources: readonly Resource[];
  /** Local midnight of the first day; the grid of start times counts from here. */
  readonly originSlot: number;
  readonly slotCount: number;
  readonly storeHours: readonly SlotInterval[];
  /** From which slot on a resource is not booked any more, such as a person whose certificate ends. */
  readonly ends?: ReadonlyMap<string, number>;
  /** A visit whose own slots count as free, because it is about to move. */
  readonly except?: string;
  /** Days on which a person has as many visits as she takes. */
  readonly fullDays?: readonly ResourceInterval[];
  readonly dayLimits?: readonly DayLimit[];
}

/** Two indexed range reads for the whole stretch, however many days and people: shifts, and what is taken. */
export async function loadWindow(reader: Reader, request: WindowRequest): Promise<Window> {
  const { storeId, resources, originSlot, slotCount, storeHours, ends, except } = request;
  const { fullDays, dayLimits } = request;
  const toSlot = originSlot + slotCount;
  const [from, to] = [new Date(slotStart(originSlot)), new Date(slotStart(toSlot))];
  const ids = resources.map((resource) => resource.id);
  const [shifts, taken] = await Promise.all([
    shiftsBetween(reader, storeId, from, to),
    takenWords(reader, ids, originSlot, toSlot, except),
  ]);
  const resourceOf = new Map(resources.map((resource) => [resource.staffId, resource.id]));
  return buildWindow({
    originSlot,
    slotCount,
    resources,
    storeHours,
    shifts: beforeEnds(
      shifts.flatMap((shift) => {
        const resourceId = resourceOf.get(shift.staffId);
        if (resourceId === undefined) return [];
        const fromSlot = slotNotBefore(shift.startsAt.getTime());
        return [{ resourceId, fromSlot, toSlot: slotAt(shift.endsAt.getTime()) }];
      }),
      ends,
    ),
    takenWords: taken,
    fullDays,
    dayLimits,
  });
}
