const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;

/** Which day it is in Beijing, counted from 1970: the platform's quotas start anew at its midnight. */
export function beijingDay(instant: Date): number {
  return Math.floor((instant.getTime() + OFFSET_MS) / DAY_MS);
}
