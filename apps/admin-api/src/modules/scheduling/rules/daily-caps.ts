import { type Bitmap, writeRange } from './bitmap.js';
import type { Chain, ResourceInterval, SlotInterval, Window } from './availability-types.js';

/** The days of a window that take no more of a visit, because one of its services has reached what a day takes. */
export function fullDays({ dayLimits }: Window, { services }: Chain): SlotInterval[] {
  return dayLimits.filter(
    ({ key, left }) => services.filter((service) => service.key === key).length > left,
  );
}

/** Takes the starts of full days away. @param starts of the first service, bit 0 is the origin of the window */
export function closeDays(
  starts: Bitmap,
  { originSlot, slotCount }: Window,
  days: readonly SlotInterval[],
): void {
  for (const { fromSlot, toSlot } of days) {
    writeRange(starts, fromSlot - originSlot, Math.min(toSlot - originSlot, slotCount), false);
  }
}

/** Nobody is free on a day on which she has as many visits as she takes, though she is there. */
export function closePeople(window: Window, full: readonly ResourceInterval[]): void {
  for (const day of full) {
    const free = window.resources.get(day.resourceId)?.free;
    if (free !== undefined) closeDays(free, window, [day]);
  }
}
