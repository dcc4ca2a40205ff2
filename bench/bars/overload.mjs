import { compare, mustSucceed } from '../lib/rounds.mjs';
import { TEN } from '../lib/salons.mjs';
import { POOL_SIZE } from '../lib/stage.mjs';

const TRIED = [4, 8, 16, 32];
/** More callers that bring less than this much more are not worth their wait. */
const WORTH = 1.03;
const TIMES = 8;
/**
 * Twice as many as the API lets in (platform/http/admission.ts: eight for each connection to the database): with fewer
 * nobody is refused, and what the bar asks of those who are is not shown.
 */
const ABOVE_ADMISSION = 2 * 8 * POOL_SIZE;

/** @typedef {import('../lib/measure.mjs').Measured} Measured */

/** @type {import('../lib/bar.mjs').Bar} */
export const overload = {
  number: 9,
  name: 'overload',
  title:
    'availability with 8 times the callers that saturate it, and more than are let in / at its peak',
  async run({ stage, rounds, ms, quick, salon }) {
    const api = await stage.api(await salon());
    const options = { store: TEN, days: 1, services: 1 };
    const load = (/** @type {number} */ concurrency) => {
      const task = { request: 'availability', port: api.port, options, concurrency };
      // Long enough for those who were told to come back in a second or two.
      return stage.load({ kind: 'http', ...task, ms: Math.max(ms, 2_500) * 2, first: 0 });
    };
    await load(8);
    /** @type {[number, number][]} */
    const points = [];
    let saturating = TRIED[0];
    let peak = 0;
    for (const c of quick ? TRIED.slice(1, 3) : TRIED) {
      const { perSecond } = mustSucceed('load', await load(c));
      points.push([c, perSecond]);
      if (perSecond > peak * WORTH) [saturating, peak] = [c, perSecond];
    }
    const callers = Math.max(saturating * TIMES, ABOVE_ADMISSION);
    const sides = { ours: () => load(callers), baseline: () => load(saturating) };
    const comparison = await compare(rounds, sides, (measured) => measured.perSecond);
    points.push([callers, comparison.ours]);
    await stage.end(api);
    const over = comparison.rounds.map((round) => round.ours);
    if (over.some(({ refused }) => refused === 0)) throw new Error('a round refused nobody');
    return {
      verdicts: [{ what: 'answers', goal: 'at least', bar: 0.85, unit: '/s', comparison }],
      note: `${callers} callers, refused per round: ${over.map(({ refused }) => refused).join(', ')}; peak at ${saturating}`,
      plot: {
        x: 'concurrent callers',
        y: 'answers a second',
        series: [{ label: 'API', points: points.sort(([a], [b]) => a - b) }],
      },
      more: {
        saturating,
        callers,
        refused: over.map(({ refused }) => refused),
        p99: over.map(({ p99 }) => p99),
      },
    };
  },
};
