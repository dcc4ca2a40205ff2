import type {
  ChainService,
  HandsOnSegment,
  ProcessingSegment,
  ResourceFacts,
  ResourceId,
  ResourceInterval,
  SlotInterval,
} from '../availability-types.js';
import { type WindowFacts, buildWindow } from '../window.js';

/** Local midnight of the day in the examples; any multiple of a day's slots would do. */
export const MIDNIGHT = 20_500 * 288;

/** The slot at a time of the example day; hours may pass 24. */
export function at(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return MIDNIGHT + hours * 12 + minutes / 5;
}

/** The time of the example day at which a slot starts. */
export function timeOf(slot: number): string {
  const minutes = (slot - MIDNIGHT) * 5;
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

export function between(from: string, to: string): SlotInterval {
  return { fromSlot: at(from), toSlot: at(to) };
}

/** A day with people (each with a shift), beds and devices, and what is taken already. */
export function aDay(day: {
  staff?: Record<ResourceId, [string, string]>;
  beds?: ResourceId[];
  devices?: ResourceId[];
  hours?: [string, string][];
  taken?: [ResourceId, string, string][];
  days?: number;
}) {
  const staff = Object.entries(day.staff ?? {});
  const resources: ResourceFacts[] = [
    ...staff.map(([id]) => ({ id, kind: 'staff' as const })),
    ...(day.beds ?? []).map((id) => ({ id, kind: 'bed' as const, roomKind: 'facial' })),
    ...(day.devices ?? []).map((id) => ({ id, kind: 'device' as const, deviceKind: 'laser' })),
  ];
  const shifts: ResourceInterval[] = staff.map(([resourceId, [from, to]]) => ({
    resourceId,
    ...between(from, to),
  }));
  const facts: WindowFacts = {
    originSlot: MIDNIGHT,
    slotCount: 288 * (day.days ?? 1),
    resources,
    shifts,
    storeHours: day.hours?.map(([from, to]) => between(from, to)),
    taken: (day.taken ?? []).flatMap(([resourceId, from, to]) =>
      Array.from({ length: at(to) - at(from) }, (_, i) => ({ resourceId, slot: at(from) + i })),
    ),
  };
  return buildWindow(facts);
}

export function handsOn(
  minutes: number,
  staffCandidates: ResourceId[],
  more: Partial<HandsOnSegment> = {},
): HandsOnSegment {
  return { kind: 'hands_on', slots: minutes / 5, roleKey: 'therapist', staffCandidates, ...more };
}

export function processing(
  minutes: number,
  more: Partial<ProcessingSegment> = {},
): ProcessingSegment {
  return { kind: 'processing', slots: minutes / 5, ...more };
}

/** A service without buffers or room unless said otherwise. */
export function aService(
  segments: ChainService['segments'],
  more: Partial<ChainService> = {},
): ChainService {
  return { bufferBeforeSlots: 0, bufferAfterSlots: 0, segments, ...more };
}
