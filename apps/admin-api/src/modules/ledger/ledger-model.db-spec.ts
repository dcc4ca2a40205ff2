import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { freshSchema, type FreshSchema } from '../../../test/support/database/index.js';
import { ENTRY_KINDS, NOTE_KINDS } from './rules/entry-kinds.js';
import { aLedger, type TestLedger } from './testing/a-ledger.js';
import { runModel } from './testing/model/run-model.js';
import type { SalonModel } from './testing/model/salon-model.js';

/** `npm run soak` asks for more. */
const OPERATIONS = Number(process.env['YANCE_MODEL_OPERATIONS'] ?? 100_000);
const SEED = Number(process.env['YANCE_MODEL_SEED'] ?? 20_261_122);
const WORKERS = 8;
const LONGEST_MS = 240_000 + OPERATIONS * 40;

let schema: FreshSchema;
let books: TestLedger;
beforeAll(async () => {
  schema = await freshSchema();
  books = await aLedger(schema.url, WORKERS + 1);
});
afterAll(async () => {
  await books.close();
  await schema.drop();
});

const nonZero = (entries: Iterable<readonly [string, number]>): Record<string, number> =>
  Object.fromEntries([...entries].filter(([, amount]) => amount !== 0).sort());

async function sums(sql: string): Promise<Record<string, number>> {
  const rows = await books.database.rows<{ name: string; amount: string | number }>(sql);
  return nonZero(rows.map(({ name, amount }) => [name, Number(amount)] as const));
}

const lotsIn = (model: SalonModel): Record<string, string> =>
  Object.fromEntries(model.lots.map(({ id, at }) => [String(id), `${at.p} ${at.b} ${at.u}`]));

async function lotsInBooks(): Promise<Record<string, string>> {
  const rows = await books.database.rows<{ id: number; left_over: string }>(
    "SELECT id, CONCAT(principal_left, ' ', bonus_left, ' ', units_left) AS left_over FROM lot",
  );
  return Object.fromEntries(rows.map((row) => [String(row.id), row.left_over]));
}

/** Every kind of entry that moves something: the model has to know them all. */
const MOVING_KINDS = Object.keys(ENTRY_KINDS)
  .filter((kind) => !NOTE_KINDS.some((note) => note === kind))
  .sort();

async function kindsInBooks(): Promise<string[]> {
  const sql = 'SELECT DISTINCT kind FROM ledger_tx';
  return (await books.database.rows<{ kind: string }>(sql)).map(({ kind }) => kind).sort();
}

it(
  `${OPERATIONS} random deeds with crashes leave the books as the simplest reckoning of them`,
  async () => {
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    const report = await runModel(books, schema.url, {
      ...{ seed: SEED, operations: OPERATIONS, workers: WORKERS },
    });
    const took = (performance.now() - began) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const cpuSeconds = (user + system) / 1_000_000;
    expect(
      await sums(
        "SELECT CONCAT(code, ' ', owner_id) AS name, balance AS amount FROM ledger_account WHERE tracked = 1",
      ),
    ).toEqual(nonZero(report.model.owed));
    expect(
      await sums(
        "SELECT CONCAT(code, ' ', owner_id) AS name, held AS amount FROM ledger_account WHERE tracked = 1",
      ),
    ).toEqual(nonZero(report.model.held));
    expect(
      await sums(
        `SELECT CONCAT(a.code, ' ', a.store_id) AS name, SUM(side.amount) AS amount FROM (
           SELECT debit_account_id AS id, amount FROM ledger_posting
           UNION ALL SELECT credit_account_id, -amount FROM ledger_posting
         ) side JOIN ledger_account a ON a.id = side.id AND a.tracked = 0 GROUP BY name`,
      ),
    ).toEqual(nonZero(report.model.house));
    expect(await lotsInBooks()).toEqual(lotsIn(report.model));
    expect(await kindsInBooks()).toEqual(MOVING_KINDS);
    books.clock.advance({ hours: 2 });
    await books.seals.run();
    const verdict = await books.verify.run();
    expect(verdict.firstBadRow).toBeUndefined();
    const { operations, refusals, crashes, repeats, deeds } = report;
    process.stdout.write(
      `model: ${operations} operations (${refusals} refused, ${crashes} crashes, ${repeats} found done again), ` +
        `${deeds.size} kinds, seed ${SEED}, ${took.toFixed(0)} s (${cpuSeconds.toFixed(0)} s of CPU); ` +
        `verify ${verdict.checked.txs} entries, ${verdict.checked.lines} lines in ${(verdict.tookMs / 1000).toFixed(1)} s; ` +
        `0 invariants broken\n`,
    );
    expect(Math.min(...deeds.values(), crashes, repeats, refusals)).toBeGreaterThan(0);
  },
  LONGEST_MS,
);
