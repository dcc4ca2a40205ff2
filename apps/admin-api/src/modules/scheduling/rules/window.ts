import { type Bitmap, emptyBitmap, writeRange } from './bitmap.js';
import { closePeople } from './daily-caps.js';
import type {
  DayLimit,
  ResourceFacts,
  ResourceId,
  ResourceInterval,
  SlotInterval,
  TakenSlot,
  TakenWord,
  Window,
  WindowResource,
} from './availability-types.js';

/** The rows a window is made of. All slots count from the epoch. */
export interface WindowFacts {
  /** Origin of the grid of start times too: a store's local midnight. */
  readonly originSlot: number;
  readonly slotCount: number;
  readonly resources: readonly ResourceFacts[];
  /** Shifts in this store; a person without one is not there. Rooms and devices need none. */
  readonly shifts: readonly ResourceInterval[];
  /** When clients may be in the store; services run wholly inside. Undefined: any time. */
  readonly storeHours?: readonly SlotInterval[];
  readonly taken?: readonly TakenSlot[];
  readonly takenWords?: readonly TakenWord[];
  /** Days on which a person has as many visits as she takes. */
  readonly fullDays?: readonly ResourceInterval[];
  readonly dayLimits?: readonly DayLimit[];
}

/** Lays the facts out as bitmaps. Rows of unknown resources and slots outside the window are ignored. */
export function buildWindow(facts: WindowFacts): Window {
  const { originSlot, slotCount } = facts;
  const resources = new Map<ResourceId, WindowResource>();
  for (const resource of facts.resources) {
    const present = emptyBitmap(slotCount);
    if (resource.kind !== 'staff') writeRange(present, 0, slotCount, true);
    resources.set(resource.id, { ...resource, present, free: emptyBitmap(slotCount) });
  }
  for (const shift of facts.shifts) {
    const resource = resources.get(shift.resourceId);
    if (resource?.kind === 'staff') openInterval(resource.present, shift, originSlot, slotCount);
  }
  for (const resource of resources.values()) resource.free.set(resource.present);
  takeSlots(resources, originSlot, facts.taken ?? []);
  takeWords(resources, originSlot, facts.takenWords ?? []);
  const dayLimits = facts.dayLimits ?? [];
  const window = { originSlot, slotCount, hours: hoursOf(facts), resources, dayLimits };
  closePeople(window, facts.fullDays ?? []);
  return window;
}

function hoursOf(facts: WindowFacts): Bitmap {
  const hours = emptyBitmap(facts.slotCount);
  if (facts.storeHours === undefined) writeRange(hours, 0, facts.slotCount, true);
  for (const interval of facts.storeHours ?? []) {
    openInterval(hours, interval, facts.originSlot, facts.slotCount);
  }
  return hours;
}

function openInterval(
  bitmap: Bitmap,
  interval: SlotInterval,
  originSlot: number,
  slotCount: number,
): void {
  // The last word may be longer than the window; nothing beyond the window may look free.
  const to = Math.min(interval.toSlot - originSlot, slotCount);
  writeRange(bitmap, interval.fromSlot - originSlot, to, true);
}

function takeSlots(
  resources: ReadonlyMap<ResourceId, WindowResource>,
  originSlot: number,
  taken: readonly TakenSlot[],
): void {
  // Rows come in runs of one resource, so most look-ups are spared.
  let id: ResourceId | undefined;
  let free: Bitmap | undefined;
  for (const row of taken) {
    if (row.resourceId !== id) {
      id = row.resourceId;
      free = resources.get(id)?.free;
    }
    const slot = row.slot - originSlot;
    if (free === undefined || slot < 0 || slot >= free.length << 5) continue;
    const word = slot >>> 5;
    free[word] = (free[word] ?? 0) & ~(1 << (slot & 31));
  }
}

function takeWords(
  resources: ReadonlyMap<ResourceId, WindowResource>,
  originSlot: number,
  taken: readonly TakenWord[],
): void {
  for (const row of taken) {
    const free = resources.get(row.resourceId)?.free;
    if (free === undefined) continue;
    const slot = row.word * 32 - originSlot;
    const bits = slot & 31;
    clearWord(free, slot >> 5, row.bits << bits);
    if (bits !== 0) clearWord(free, (slot >> 5) + 1, row.bits >>> (32 - bits));
  }
}

function clearWord(free: Bitmap, word: number, bits: number): void {
  if (word >= 0 && word < free.length) free[word] = (free[word] ?? 0) & ~bits;
}
