import { REQUESTS } from '../lib/requests.mjs';
import { compare, mustSucceed } from '../lib/rounds.mjs';
import { TEN, TWELVE } from '../lib/salons.mjs';
import { POOL_SIZE } from '../lib/stage.mjs';
import { median } from '../lib/statistics.mjs';
import { v8Text } from '../lib/values.mjs';

const CONCURRENCY = 8;
const RANGES = /\bFROM (?:shift|booking_slot)\b/;

/** @typedef {import('../lib/measure.mjs').Measured} Measured */
const throughput = (/** @type {Measured} */ measured) => measured.perSecond;
const middle = (/** @type {Measured} */ measured) => measured.p50;

/** @type {import('../lib/bar.mjs').Bar} */
export const availability = {
  number: 2,
  name: 'availability',
  title: 'any of 10 therapists on one day / the two range reads on bare mysql2, c=8',
  async run({ stage, rounds, ms, quick, salon }) {
    const url = await salon();
    const options = { store: TEN, days: 1, services: 1 };
    const calls = [0, 0].map((n) => REQUESTS.availability(n, options));
    const { statements } = await stage.statementsOf(url, calls);
    const ranges = statements.filter(({ sql }) => RANGES.test(sql));
    if (ranges.length !== 2) throw new Error(`two range reads expected, ${ranges.length} found`);
    const template = v8Text({ statements: ranges, token: '' });
    const api = await stage.api(url);
    const sides = (/** @type {number} */ concurrency) => ({
      ours: () => {
        const task = { request: 'availability', port: api.port, options, concurrency, ms };
        return stage.load({ kind: 'http', ...task, first: 0 });
      },
      baseline: () => {
        const task = { replay: 'side by side', template, options: {}, url, poolSize: POOL_SIZE };
        return stage.load({ kind: 'sql', ...task, concurrency, ms, first: 0 });
      },
    });
    const comparison = await compare(rounds, sides(CONCURRENCY), throughput);
    /** @type {Map<number, import('../lib/rounds.mjs').Comparison>} */
    const grown = new Map([[CONCURRENCY, comparison]]);
    for (const c of quick ? [1] : [1, 4, 16, 32]) {
      grown.set(c, await compare(1, sides(c), throughput));
    }
    await stage.end(api);
    const points = [...grown].sort(([a], [b]) => a - b);
    return {
      verdicts: [{ what: 'answers', goal: 'at least', bar: 0.5, unit: '/s', comparison }],
      plot: {
        x: 'concurrent callers',
        y: 'answers a second',
        series: [
          { label: 'API', points: points.map(([c, at]) => [c, at.ours]) },
          { label: 'two reads on bare mysql2', points: points.map(([c, at]) => [c, at.baseline]) },
        ],
      },
      more: { statements: statements.map(({ sql }) => sql.replace(/\s+/g, ' ')) },
    };
  },
};

/** @type {import('../lib/bar.mjs').Bar} */
export const month = {
  number: 3,
  name: 'month',
  title: 'availability of 30 days, 12 therapists, two services / of one day, p50, c=1',
  async run({ stage, rounds, ms, quick, salon }) {
    const api = await stage.api(await salon());
    const look = (/** @type {number} */ days) => {
      const options = { store: TWELVE, days, services: 2 };
      const task = { request: 'availability', port: api.port, options, concurrency: 1, ms };
      return stage.load({ kind: 'http', ...task, first: 0 });
    };
    const sides = { ours: () => look(30), baseline: () => look(1) };
    const comparison = await compare(rounds, sides, middle);
    /** @type {[number, number][]} */
    const points = [[1, comparison.baseline]];
    for (const days of quick ? [7] : [3, 7, 14, 21]) {
      points.push([days, mustSucceed('look', await look(days)).p50]);
    }
    points.push([30, comparison.ours]);
    await stage.end(api);
    return {
      verdicts: [{ what: 'p50', goal: 'at most', bar: 3, unit: 'ms', comparison }],
      plot: { x: 'days', y: 'p50 in ms', series: [{ label: 'API', points }] },
      more: { p99: median(comparison.rounds.map((round) => round.ours.p99)) },
    };
  },
};
