import { createHash } from 'node:crypto';
import { hasSlot, type Window } from '../../scheduling/index.js';

/**
 * Who comes first when the client asks for nobody in particular: whoever has least to do that day; among equals an
 * order that changes from day to day but is the same for everyone who looks, so that an offered time keeps its person.
 * @param fromSlot first slot of the day
 * @param toSlot first slot after it
 * @returns resource ids, best first
 */
export function fairOrder(
  window: Window,
  date: string,
  fromSlot: number,
  toSlot: number,
): string[] {
  const people = [...window.resources.values()].filter((resource) => resource.kind === 'staff');
  const ranked = people.map(({ id, present, free }) => {
    let busy = 0;
    for (let slot = fromSlot - window.originSlot; slot < toSlot - window.originSlot; slot += 1) {
      if (hasSlot(present, slot) && !hasSlot(free, slot)) busy += 1;
    }
    const draw = createHash('sha1').update(`${date}:${id}`).digest('hex');
    return { id, busy, draw };
  });
  ranked.sort((a, b) => a.busy - b.busy || (a.draw < b.draw ? -1 : 1));
  return ranked.map((person) => person.id);
}
