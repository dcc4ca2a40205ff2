import { LINES_PER_CLIENT, readersAmong, writeBooks } from '../lib/books.mjs';
import { plansOf } from '../lib/plans.mjs';
import { REQUESTS } from '../lib/requests.mjs';
import { compare } from '../lib/rounds.mjs';

/** How many times the shorter books the longer ones are. */
const TIMES = 100;
const STORES = 10;
/** Of the database, for both: a quarter of a small server. */
const PAGES_BYTES = 2 ** 30;
/** Longer books are checked row by row only where that is asked for. */
const MOST_CHECKED_LINES = 1_000_000;

/** @typedef {import('../lib/bar.mjs').Bench} Bench */
/** @typedef {'wallet' | 'statement' | 'liability'} Read */
/** @typedef {{ url: string, api: import('../lib/stage.mjs').Api, readers: number, next: number }} Books */
const middle = (/** @type {import('../lib/measure.mjs').Measured} */ measured) => measured.p50;

/** A salon with books of this length. @param {Bench} bench  @param {number} lines */
async function books({ stage, say }, lines) {
  const clients = Math.max(STORES, Math.round(lines / LINES_PER_CLIENT));
  say(`  ${lines} lines of ${clients} clients`);
  const stores = Array.from({ length: STORES }, () => ({ therapists: 1 }));
  const fill = (/** @type {string} */ url) => writeBooks(url, { clients, stores: STORES }, say);
  const url = await stage.filledSalon(`books_${lines}`, { clients: 0, stores }, fill);
  return { url, readers: readersAmong(clients) };
}

/** The plans of what a read sends, told and kept. @param {Bench} bench  @param {Omit<Books, 'api' | 'next'>} of */
async function plans({ stage, say }, { url, readers }) {
  /** @type {Record<string, import('../lib/plans.mjs').Plan[]>} */
  const all = {};
  for (const read of /** @type {const} */ (['wallet', 'statement', 'liability'])) {
    const calls = [1, 4].map((n) => REQUESTS[read](n, { readers }));
    const { statements } = await stage.statementsOf(url, calls);
    all[read] = await plansOf(url, statements);
    for (const { sql, plan } of all[read]) {
      say(`  ${read}: ${sql.slice(0, 90)}`);
      for (const line of plan) say(`    ${line}`);
    }
  }
  return all;
}

/** Whether the books are whole, and what it takes to know. @param {Bench} bench  @param {string} url  @param {number} lines */
async function check({ stage, say, verify }, url, lines) {
  if (lines > MOST_CHECKED_LINES && !verify) return undefined;
  const { code, output, seconds, peakMiB } = await stage.command('verify-ledger.js', url);
  if (code !== 0) throw new Error(`the books are not whole: ${output}`);
  const perSecond = Math.round(lines / seconds);
  say(`  ${output.replaceAll('\n', ' ')} (${perSecond} lines/s, ${peakMiB} MiB)`);
  return { lines, seconds, perSecond, peakMiB };
}

/** @type {import('../lib/bar.mjs').Bar} */
export const wallet = {
  number: 10,
  name: 'wallet',
  title:
    'wallet and statement with a hundred times the ledger and clients / with one time, p50, c=1',
  async run(bench) {
    const { stage, say, rounds, ms, lines } = bench;
    await stage.pages(PAGES_BYTES);
    const lengths = [lines / TIMES, lines];
    const written = [];
    for (const length of lengths) written.push(await books(bench, length));
    const [few, many] = written;
    const seen = await plans(bench, many);
    const checked = [await check(bench, few.url, lengths[0])];
    checked.push(await check(bench, many.url, lengths[1]));
    /** @type {Books[]} */
    const salons = [];
    for (const of of written) salons.push({ ...of, api: await stage.api(of.url), next: 0 });
    const look = async (/** @type {Books} */ of, /** @type {Read} */ request) => {
      const options = { readers: of.readers };
      const task = { request, port: of.api.port, options, concurrency: 1, ms, first: of.next };
      const measured = await stage.load({ kind: 'http', ...task });
      of.next = measured.next;
      return measured;
    };
    const compared = async (/** @type {Read} */ read) => {
      const sides = { ours: () => look(salons[1], read), baseline: () => look(salons[0], read) };
      return compare(rounds, sides, middle);
    };
    const [wallets, statements] = [await compared('wallet'), await compared('statement')];
    const liabilities = await compared('liability');
    const owed = `${liabilities.ours.toFixed(1)} ms against ${liabilities.baseline.toFixed(1)} ms`;
    say(`  liability, p50: ${owed}; it adds up everything that is left, and has no bar`);
    for (const { api } of salons) await stage.end(api);
    /** @type {(at: import('../lib/rounds.mjs').Comparison) => [number, number][]} */
    const points = ({ baseline, ours }) => [
      [lengths[0], baseline],
      [lengths[1], ours],
    ];
    return {
      verdicts: [
        { what: 'wallet', goal: 'at most', bar: 2, unit: 'ms', comparison: wallets },
        { what: 'statement', goal: 'at most', bar: 2, unit: 'ms', comparison: statements },
      ],
      note: `${lengths[1]} lines against ${lengths[0]}`,
      plot: {
        x: 'lines in the ledger',
        y: 'p50 in ms',
        series: [
          { label: 'wallet', points: points(wallets) },
          { label: 'statement', points: points(statements) },
        ],
      },
      more: { plans: seen, checked, liabilities },
    };
  },
};
