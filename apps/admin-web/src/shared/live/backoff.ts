const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next try, in milliseconds: doubling to half a minute, each spread over ±25 %,
 * so that a shop's screens do not all come back in the same instant.
 * @param random  0 to 1
 */
export function backoffMs(failures: number, random: number): number {
  const base = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(base * (0.75 + random * 0.5));
}
