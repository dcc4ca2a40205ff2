import { placesIn } from '../lib/requests.mjs';
import { compare, mustSucceed } from '../lib/rounds.mjs';
import { PAST_ROOM, salonWithPast } from '../lib/salons.mjs';

/** Visits in the past of the smaller salon: a month of a busy one. */
const ONCE = 3_000;
const QUICK_ONCE = 500;

/** @typedef {import('../lib/measure.mjs').Measured} Measured */
const middle = (/** @type {Measured} */ measured) => measured.p50;

/** @type {import('../lib/bar.mjs').Bar} */
export const history = {
  number: 4,
  name: 'history',
  title: 'availability and booking with ten times the history / with one time, p50, c=1',
  async run({ stage, rounds, ms, quick, say }) {
    const once = quick ? QUICK_ONCE : ONCE;
    /** @type {Map<number, { api: import('../lib/stage.mjs').Api, next: number }>} */
    const salons = new Map();
    for (const times of quick ? [1, 10] : [1, 3, 10]) {
      say(`  a salon with ${times * once} visits behind it`);
      const url = await stage.salon(salonWithPast(times * once));
      salons.set(times, { api: await stage.api(url), next: 0 });
    }
    const salonOf = (/** @type {number} */ times) => {
      const found = salons.get(times);
      if (!found) throw new Error('no such salon');
      return found;
    };
    const look = (/** @type {number} */ times) => {
      const { port } = salonOf(times).api;
      const options = { store: 0, days: 1, services: 1 };
      const task = { request: 'availability', port, options, concurrency: 1, ms, first: 0 };
      return stage.load({ kind: 'http', ...task });
    };
    const book = async (/** @type {number} */ times) => {
      const one = salonOf(times);
      const options = { room: PAST_ROOM, run: 'past' };
      const plan = { concurrency: 1, ms, first: one.next, limit: placesIn(PAST_ROOM) };
      const task = { request: 'booking', port: one.api.port, options, ...plan };
      const measured = await stage.load({ kind: 'http', ...task });
      one.next = measured.next;
      return measured;
    };
    const looks = await compare(rounds, { ours: () => look(10), baseline: () => look(1) }, middle);
    const books = await compare(rounds, { ours: () => book(10), baseline: () => book(1) }, middle);
    /** @type {[number, number][][]} */
    const lines = [[[once, looks.baseline]], [[once, books.baseline]]];
    if (salons.has(3)) {
      lines[0].push([3 * once, mustSucceed('look', await look(3)).p50]);
      lines[1].push([3 * once, mustSucceed('book', await book(3)).p50]);
    }
    lines[0].push([10 * once, looks.ours]);
    lines[1].push([10 * once, books.ours]);
    for (const { api } of salons.values()) await stage.end(api);
    return {
      verdicts: [
        { what: 'availability', goal: 'at most', bar: 1.15, unit: 'ms', comparison: looks },
        { what: 'booking', goal: 'at most', bar: 1.15, unit: 'ms', comparison: books },
      ],
      plot: {
        x: 'visits in the past',
        y: 'p50 in ms',
        series: [
          { label: 'availability', points: lines[0] },
          { label: 'booking', points: lines[1] },
        ],
      },
    };
  },
};
