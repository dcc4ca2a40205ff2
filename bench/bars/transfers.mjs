import { SPEND_FEN } from '../lib/house.mjs';
import { compare, mustSucceed } from '../lib/rounds.mjs';
import { SHARED_SALON } from '../lib/salons.mjs';
import { mysqlDriver } from '../../scripts/lib/paths.mjs';

const CONCURRENCY = 32;
/** More than there are callers, so that nobody waits for another one's wallet, only for what the store has. */
const CLIENTS = 400;
const FILL_MS = 10 * 60_000;

const throughput = (/** @type {import('../lib/measure.mjs').Measured} */ m) => m.perSecond;

/** What stores have earned by the postings alone, in fen. @param {string} url */
async function earned(url) {
  const connection = await mysqlDriver().createConnection({ uri: url, timezone: 'Z' });
  try {
    const [rows] = await connection.query(
      `SELECT COALESCE(SUM(p.amount), 0) AS fen FROM ledger_posting p
       JOIN ledger_account a ON a.id = p.credit_account_id WHERE a.code = 'REV_SERVICE'`,
    );
    return Number(/** @type {{ fen: unknown }[]} */ (rows)[0].fen);
  } finally {
    await connection.end();
  }
}

/** @type {import('../lib/bar.mjs').Bar} */
export const transfers = {
  number: 5,
  name: 'transfers',
  title: 'spends of stored value that all pay one store / spread over stores, c=32',
  async run({ stage, rounds, ms, quick, say, salon }) {
    const url = await salon();
    const child = stage.house(url);
    const before = await earned(url);
    let spends = 0;
    const group = async (/** @type {number} */ stores) => {
      const plan = { run: `to-${stores}`, clients: CLIENTS, stores };
      const fill = { act: 'fill', plan, concurrency: 8, ms: FILL_MS, first: 0, limit: CLIENTS };
      mustSucceed('fill', await stage.load({ kind: 'transfers', ...fill }, child));
      let next = 0;
      return async (/** @type {number} */ concurrency) => {
        const task = { act: 'spend', plan, concurrency, ms, first: next };
        const measured = await stage.load({ kind: 'transfers', ...task }, child);
        next = measured.next;
        spends += measured.done;
        return measured;
      };
    };
    const one = await group(1);
    const many = await group(SHARED_SALON.stores.length);
    const sides = (/** @type {number} */ c) => ({ ours: () => one(c), baseline: () => many(c) });
    const comparison = await compare(rounds, sides(CONCURRENCY), throughput);
    /** @type {[number, import('../lib/rounds.mjs').Comparison][]} */
    const grown = [];
    for (const c of quick ? [1] : [1, 4, 8, 16])
      grown.push([c, await compare(1, sides(c), throughput)]);
    grown.push([CONCURRENCY, comparison]);
    await stage.end({ child });
    const difference = (await earned(url)) - before - spends * SPEND_FEN;
    if (difference !== 0) throw new Error(`the postings are ${difference} fen off`);
    const { code, output } = await stage.command('verify-ledger.js', url);
    if (code !== 0) throw new Error(`the books are not whole: ${output}`);
    say(`  ${spends} spends, sums exact; ${output.replaceAll('\n', ' ')}`);
    return {
      verdicts: [{ what: 'spends', goal: 'at least', bar: 0.8, unit: '/s', comparison }],
      note: `sums exact after ${spends} spends`,
      plot: {
        x: 'concurrent callers',
        y: 'spends a second',
        series: [
          { label: 'one store', points: grown.map(([c, at]) => [c, at.ours]) },
          { label: 'spread', points: grown.map(([c, at]) => [c, at.baseline]) },
        ],
      },
      more: { spends, verified: output },
    };
  },
};
