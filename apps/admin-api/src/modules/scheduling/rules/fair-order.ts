import type { ResourceId, Window } from './availability-types.js';
import { countWithout } from './bitmap.js';

/** When each person was last given a client who asked for nobody, in milliseconds since the epoch; absent: never. */
export type LastGiven = ReadonlyMap<ResourceId, number>;

const NEVER: LastGiven = new Map();

/**
 * Who comes first when the client asks for nobody in particular: whoever has waited longest since such a client was
 * given to her; then whoever has least to do that day; among equals an order that changes from day to day but is the
 * same for everyone who looks, so that an offered time keeps its person.
 * @param fromSlot first slot of the day
 * @param toSlot first slot after it
 * @returns resource ids, best first
 */
export function fairOrder(
  window: Window,
  date: string,
  fromSlot: number,
  toSlot: number,
  lastGiven: LastGiven = NEVER,
): string[] {
  const [from, to] = [fromSlot - window.originSlot, toSlot - window.originSlot];
  const ranked: Ranked[] = [];
  for (const resource of window.resources.values()) {
    if (resource.kind !== 'staff') continue;
    const { id, present, free } = resource;
    const busy = countWithout(present, free, from, to);
    ranked.push({ id, given: lastGiven.get(id) ?? 0, busy, draw: drawOf(`${date}:${id}`) });
  }
  ranked.sort(
    (a, b) => a.given - b.given || a.busy - b.busy || a.draw - b.draw || (a.id < b.id ? -1 : 1),
  );
  return ranked.map((person) => person.id);
}

interface Ranked {
  readonly id: ResourceId;
  readonly given: number;
  readonly busy: number;
  readonly draw: number;
}

/** A number that looks drawn by lot: FNV-1a, with the last step of MurmurHash3 so that every character counts. */
function drawOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
