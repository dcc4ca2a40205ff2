import { mysqlDriver } from '../../scripts/lib/paths.mjs';
import { SLOT_MS } from './days.mjs';
import { ROOM, hashOf, id, token } from './ids.mjs';
import { freePlace } from './requests.mjs';

/**
 * A statement as the API sent it, with its parameters.
 * @typedef {{ sql: string, values: readonly unknown[] }} Statement
 *
 * What the API sent for one call, and which place it was about.
 * @typedef {{ statements: readonly Statement[], place?: Place, visitId?: string, key?: string, token: string }} Template
 * @typedef {ReturnType<typeof freePlace>} Place
 *
 * Where to replay it: nothing moves without a room.
 * @typedef {{ room?: import('./requests.mjs').Room, run?: string }} ReplayOptions
 */

const OWN_ID = /01BENCH(ST|SF|RS)(\d{8})(\d{9})/g;
const NEAR_MS = 4 * 86_400_000;

/**
 * The same value for another place: ids of store, person and room, instants and slots near the visit move with it;
 * visit and key get new ones. Whatever else there is stays as it was.
 * @param {Template} template  @param {Place} to  @param {string} run
 * @returns {(value: unknown) => unknown}
 */
function translator({ place: from, visitId = '', key = '', token: signedIn }, to, run) {
  if (!from) throw new Error('a template without a place');
  const shift = to.start.getTime() - from.start.getTime();
  const [fromSlot, shiftSlots] = [from.start.getTime() / SLOT_MS, shift / SLOT_MS];
  const swap = (/** @type {number} */ n) =>
    n === from.person ? to.person : n === to.person ? from.person : n;
  const newVisit = id('VS', 90_000_000 + Number(run), to.n);
  const newKey = `bare-${run}-${String(to.n).padStart(12, '0')}`;
  const [oldHash, newHash] = [hashOf(signedIn), hashOf(token('client', to.customer))];
  const text = (/** @type {string} */ value) =>
    value
      .replaceAll(visitId, newVisit)
      .replaceAll(key, newKey)
      .replaceAll(id('CM', 0, from.customer), id('CM', 0, to.customer))
      .replace(OWN_ID, (_, kind, store, member) => {
        const number = Number(member);
        const moved =
          kind === 'ST' ? 0 : number >= ROOM ? ROOM + swap(number - ROOM) : swap(number);
        return id(kind, Number(store) === from.store ? to.store : Number(store), moved);
      });
  return (value) => {
    if (typeof value === 'string') return text(value);
    if (typeof value === 'number') {
      return Math.abs(value - fromSlot) < NEAR_MS / SLOT_MS ? value + shiftSlots : value;
    }
    if (value instanceof Date) {
      const near = Math.abs(value.getTime() - from.start.getTime()) < NEAR_MS;
      return near ? new Date(value.getTime() + shift) : value;
    }
    if (value instanceof Uint8Array && oldHash.equals(value)) return newHash;
    return value;
  };
}

/**
 * Sends what a call sent, on bare mysql2, without the API.
 * @param {string} url  @param {Template} template  @param {number} poolSize
 */
export function replayer(url, template, poolSize) {
  const pool = mysqlDriver().createPool({
    uri: url,
    timezone: 'Z',
    dateStrings: ['DATE'],
    connectionLimit: poolSize,
  });
  /** @type {WeakSet<object>} */
  const prepared = new WeakSet();
  const prepare = async (/** @type {import('mysql2/promise').PoolConnection} */ connection) => {
    // A connection is wrapped anew each time it is taken; what it wraps stays.
    if (prepared.has(connection.connection)) return;
    prepared.add(connection.connection);
    await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
    await connection.query(`SET time_zone = '+00:00'`);
  };
  return {
    /**
     * @param {'one after another' | 'side by side'} way  side by side: reads that need not wait for each other
     * @param {ReplayOptions} options  @param {number} n
     * @returns {Promise<'done' | string>}
     */
    async run(way, { room, run = '0' }, n) {
      const translate = room
        ? translator(template, freePlace(room, n), run)
        : (/** @type {unknown} */ value) => value;
      const calls = template.statements.map(({ sql, values }) => ({
        sql,
        values: values.map(translate),
      }));
      if (way === 'side by side') {
        await Promise.all(calls.map(({ sql, values }) => pool.query(sql, values)));
        return 'done';
      }
      const connection = await pool.getConnection();
      try {
        await prepare(connection);
        for (const { sql, values } of calls) await connection.query(sql, values);
        return 'done';
      } catch (error) {
        await connection.rollback();
        return String(/** @type {Error} */ (error).message).slice(0, 120);
      } finally {
        connection.release();
      }
    },
  };
}
