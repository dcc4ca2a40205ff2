import { compare } from '../lib/rounds.mjs';
import { REQUESTS, freePlace, placesIn } from '../lib/requests.mjs';
import { id, token } from '../lib/ids.mjs';
import { ROOMS } from '../lib/salons.mjs';
import { POOL_SIZE } from '../lib/stage.mjs';
import { v8Text } from '../lib/values.mjs';

const CONCURRENCY = 32;

/** What a booking sends to the database, taken from the running API. @param {import('../lib/bar.mjs').Bench} bench */
async function bookingTemplate({ stage, salon }) {
  const room = ROOMS.capture;
  // Persons 0, 1 and 2 at one hour get rooms 0, 1 and 2: the replay moves a person and her room together.
  const hours = placesIn(room) / room.therapists;
  const first = Math.floor(Math.random() * hours) * room.therapists;
  const numbers = [first, first + 1, first + 2];
  const last = first + 2;
  const run = `capture${process.pid}`;
  const calls = numbers.map((n) => REQUESTS.booking(n, { room, run }));
  const { statements, answer } = await stage.statementsOf(await salon(), calls);
  const place = freePlace(room, last);
  const key = calls[2].headers['idempotency-key'];
  const signedIn = token('client', place.customer);
  if (answer.items[0].staffId !== id('SF', place.store, place.person)) throw new Error('not hers');
  return { statements, place, visitId: answer.id, key, token: signedIn };
}

/** @type {import('../lib/bar.mjs').Bar} */
export const booking = {
  number: 1,
  name: 'booking',
  title: 'booking through the API / the same statements on bare mysql2, c=32',
  async run(bench) {
    const { stage, rounds, ms, quick } = bench;
    const url = await bench.salon();
    const template = await bookingTemplate(bench);
    const api = await stage.api(url);
    const next = { ours: 0, bare: 0 };
    const ours = async (/** @type {number} */ concurrency) => {
      const options = { room: ROOMS.ours, run: 'ours' };
      const limit = placesIn(ROOMS.ours);
      const task = { request: 'booking', port: api.port, options, concurrency, ms, limit };
      const measured = await stage.load({ kind: 'http', ...task, first: next.ours });
      next.ours = measured.next;
      return measured;
    };
    const bare = async (/** @type {number} */ concurrency) => {
      const options = { room: ROOMS.bare, run: '1' };
      const limit = placesIn(ROOMS.bare);
      const replay = { replay: 'one after another', template: v8Text(template), options };
      const task = { ...replay, url, poolSize: POOL_SIZE, concurrency, ms, limit };
      const measured = await stage.load({ kind: 'sql', ...task, first: next.bare });
      next.bare = measured.next;
      return measured;
    };
    const throughput = (/** @type {import('../lib/measure.mjs').Measured} */ m) => m.perSecond;
    const sides = (/** @type {number} */ c) => ({ ours: () => ours(c), baseline: () => bare(c) });
    const comparison = await compare(rounds, sides(CONCURRENCY), throughput);
    /** @type {[number, number][][]} */
    const lines = [[], []];
    for (const c of quick ? [1] : [1, 4, 8, 16]) {
      const at = await compare(1, sides(c), throughput);
      lines[0].push([c, at.ours]);
      lines[1].push([c, at.baseline]);
    }
    lines[0].push([CONCURRENCY, comparison.ours]);
    lines[1].push([CONCURRENCY, comparison.baseline]);
    await stage.end(api);
    return {
      verdicts: [{ what: 'bookings', goal: 'at least', bar: 0.5, unit: '/s', comparison }],
      plot: {
        x: 'concurrent callers',
        y: 'bookings a second',
        series: [
          { label: 'API', points: lines[0] },
          { label: 'bare mysql2', points: lines[1] },
        ],
      },
      more: { statements: template.statements.map(({ sql }) => sql.replace(/\s+/g, ' ')) },
    };
  },
};
