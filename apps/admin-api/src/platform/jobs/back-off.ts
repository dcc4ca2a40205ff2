const FIRST_MS = 2_000;
const LONGEST_MS = 15 * 60_000;

/**
 * Milliseconds to wait after failed attempt number `attempt` (from 1): doubles from 2 s up to 15 min, and a random
 * half of it is taken away so that jobs that failed together do not come back together.
 * `random` is in [0, 1).
 */
export function backOffMs(attempt: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
  return Math.round(full / 2 + (full / 2) * random);
}
