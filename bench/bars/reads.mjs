import { REQUESTS } from '../lib/requests.mjs';
import { compare } from '../lib/rounds.mjs';
import { FIRST_LONG_DAY, LIST_LENGTHS, LONG_LISTS } from '../lib/salons.mjs';
import { POOL_SIZE } from '../lib/stage.mjs';
import { v8Text } from '../lib/values.mjs';

const CONCURRENCY = 32;
const LIST_CONCURRENCY = 8;

/** @typedef {import('../lib/measure.mjs').Measured} Measured */
const throughput = (/** @type {Measured} */ measured) => measured.perSecond;

/**
 * A plain Fastify server that sends the same statements for a route, after the same look at the session.
 * @param {import('../lib/bar.mjs').Bench} bench  @param {string} url
 * @param {Record<string, import('../lib/http-connection.mjs').Call>} calls  by the name of the plain route
 */
async function bareServer({ stage }, url, calls) {
  /** @type {Record<string, unknown>} */
  const routes = {};
  for (const [name, call] of Object.entries(calls)) {
    routes[name] = (await stage.statementsOf(url, [call, call])).statements;
  }
  const env = { DATABASE_URL: url, POOL_SIZE: String(POOL_SIZE), ROUTES: v8Text(routes) };
  return stage.server('bare-server.mjs', env);
}

/** @type {import('../lib/bar.mjs').Bar} */
export const oneRow = {
  number: 7,
  name: 'one-row',
  title:
    'GET /api/client/me with its session / bare Fastify and mysql2 with the same two reads, c=32',
  async run(bench) {
    const { stage, rounds, ms, quick } = bench;
    const url = await bench.salon();
    const bare = await bareServer(bench, url, { me: REQUESTS.me(0, {}) });
    const api = await stage.api(url);
    const sides = (/** @type {number} */ concurrency) => {
      const task = {
        kind: /** @type {const} */ ('http'),
        request: 'me',
        concurrency,
        ms,
        first: 0,
      };
      return {
        ours: () => stage.load({ ...task, port: api.port, options: {} }),
        baseline: () => stage.load({ ...task, port: bare.port, options: { path: '/me' } }),
      };
    };
    const comparison = await compare(rounds, sides(CONCURRENCY), throughput);
    /** @type {[number, import('../lib/rounds.mjs').Comparison][]} */
    const grown = [];
    for (const c of quick ? [1] : [1, 4, 8, 16]) {
      grown.push([c, await compare(1, sides(c), throughput)]);
    }
    grown.push([CONCURRENCY, comparison]);
    await stage.end(api);
    await stage.end(bare);
    return {
      verdicts: [{ what: 'answers', goal: 'at least', bar: 0.55, unit: '/s', comparison }],
      plot: {
        x: 'concurrent callers',
        y: 'answers a second',
        series: [
          { label: 'API', points: grown.map(([c, at]) => [c, at.ours]) },
          { label: 'bare Fastify', points: grown.map(([c, at]) => [c, at.baseline]) },
        ],
      },
    };
  },
};

/** @type {import('../lib/bar.mjs').Bar} */
export const list = {
  number: 8,
  name: 'list',
  title:
    'a day of 100 visits for the desk / the same reads and a plain mapper on bare Fastify, c=8',
  async run(bench) {
    const { stage, rounds, ms, quick } = bench;
    const url = await bench.salon();
    const days = LIST_LENGTHS.map((rows, index) => ({ rows, day: FIRST_LONG_DAY + index }));
    const calls = days.map(({ rows, day }) => [
      `list-${rows}`,
      REQUESTS.list(0, { store: LONG_LISTS, day }),
    ]);
    const bare = await bareServer(bench, url, Object.fromEntries(calls));
    const api = await stage.api(url);
    const sides = ({ rows, day } = days[days.length - 1]) => {
      const task = { request: 'list', concurrency: LIST_CONCURRENCY, ms, first: 0 };
      const options = { store: LONG_LISTS, day };
      const path = `/list-${rows}`;
      return {
        ours: () => stage.load({ kind: 'http', ...task, port: api.port, options }),
        baseline: () =>
          stage.load({ kind: 'http', ...task, port: bare.port, options: { ...options, path } }),
      };
    };
    const comparison = await compare(rounds, sides(), throughput);
    /** @type {[number, import('../lib/rounds.mjs').Comparison][]} */
    const grown = [];
    for (const day of quick ? [] : days.slice(0, -1)) {
      grown.push([day.rows, await compare(1, sides(day), throughput)]);
    }
    grown.push([LIST_LENGTHS[LIST_LENGTHS.length - 1], comparison]);
    await stage.end(api);
    await stage.end(bare);
    return {
      verdicts: [{ what: 'answers', goal: 'at least', bar: 0.8, unit: '/s', comparison }],
      plot: {
        x: 'visits in the list',
        y: 'answers a second',
        series: [
          { label: 'API', points: grown.map(([rows, at]) => [rows, at.ours]) },
          { label: 'plain mapper', points: grown.map(([rows, at]) => [rows, at.baseline]) },
        ],
      },
    };
  },
};
