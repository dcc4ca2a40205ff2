import { quantile } from './statistics.mjs';

/**
 * What a stretch of load did.
 * @typedef {object} Measured
 * @property {number} perSecond  successful operations a second
 * @property {number} done       successful operations
 * @property {number} p50        milliseconds, of the successful ones
 * @property {number} p99
 * @property {number} refused    answers 503 that said when to come back
 * @property {Record<string, number>} failed  anything else, by what it was; empty when all is well
 * @property {number} next       number of the first operation that was not begun
 */

/**
 * Runs operations from so many loops at once for a while, each loop one after the other.
 * @param {{ concurrency: number, ms: number, first: number, limit?: number }} plan
 *   first: number of the first operation; limit: none from this number on
 * @param {(n: number, loop: number) => Promise<'done' | 'refused' | string>} operation
 * @returns {Promise<Measured>}
 */
export async function measure({ concurrency, ms, first, limit = Infinity }, operation) {
  /** @type {number[]} */
  const latencies = [];
  /** @type {Record<string, number>} */
  const failed = {};
  let [next, refused] = [first, 0];
  const begin = performance.now();
  let last = begin;
  const loop = async (/** @type {number} */ index) => {
    while (performance.now() - begin < ms && next < limit) {
      const from = performance.now();
      const outcome = await operation(next++, index);
      last = performance.now();
      if (outcome === 'done') latencies.push(last - from);
      else if (outcome === 'refused') refused += 1;
      else failed[outcome] = (failed[outcome] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, (_, index) => loop(index)));
  return {
    perSecond: (latencies.length * 1_000) / (last - begin),
    done: latencies.length,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    refused,
    failed,
    next,
  };
}
