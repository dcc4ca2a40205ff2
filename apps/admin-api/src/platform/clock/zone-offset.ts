import { IANAZone } from 'luxon';

const MINUTE_MS = 60_000;
/** Zones change their offset on a quarter of an hour only, since 1970 at least. */
const STRETCH_MS = 15 * MINUTE_MS;
/** Some months of stretches; more is a sign of odd questions, and the table begins again. */
const MOST_KNOWN = 20_000;

const known = new Map<string, Map<number, number>>();

/**
 * Minutes that clocks in `zone` are ahead of UTC at an instant from 1970 on. What was found out once is kept: asking the
 * platform's tables costs more than all the rest of writing an instant down.
 */
export function zoneOffset(milliseconds: number, zone: string): number {
  let offsets = known.get(zone);
  if (!offsets) known.set(zone, (offsets = new Map<number, number>()));
  const stretch = Math.floor(milliseconds / STRETCH_MS);
  const found = offsets.get(stretch);
  if (found !== undefined) return found;
  if (offsets.size >= MOST_KNOWN) offsets.clear();
  const offset = IANAZone.create(zone).offset(milliseconds);
  offsets.set(stretch, offset);
  return offset;
}
