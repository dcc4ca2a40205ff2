// npm run bench -- [numbers or names of bars] [--quick] [--lines=n] [--keep=folder] [--verify]: runs each bar's side and its baseline in turns on a database of its own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt } from '../scripts/lib/build.mjs';
import { inRoot } from '../scripts/lib/paths.mjs';
import { Processes } from '../scripts/lib/processes.mjs';
import { availability, month } from './bars/availability.mjs';
import { booking } from './bars/booking.mjs';
import { clients } from './bars/clients.mjs';
import { history } from './bars/history.mjs';
import { notifications } from './bars/notifications.mjs';
import { overload } from './bars/overload.mjs';
import { list, oneRow } from './bars/reads.mjs';
import { transfers } from './bars/transfers.mjs';
import { wallet } from './bars/wallet.mjs';
import { TABLE_HEAD, lines, standing, tableRows, write } from './lib/report.mjs';
import { SHARED_SALON } from './lib/salons.mjs';
import { Stage } from './lib/stage.mjs';

const BARS = [
  ...[booking, availability, month, history, transfers, notifications],
  ...[oneRow, list, overload, wallet, clients],
];
const FULL = { rounds: 7, ms: 2_500 };
const QUICK = { rounds: 3, ms: 1_000 };
/** Whatever happens, a run ends. */
const LONGEST_MS = 30 * 60_000;
/** Longer with long books, which have to be written first. */
const LONGEST_PER_LINE_MS = 0.5;
const LINES = { full: 10_000_000, quick: 1_000_000 };

const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);

/** @param {readonly string[]} args */
function readArguments(args) {
  const quick = args.includes('--quick');
  const asked = args.find((arg) => arg.startsWith('--lines='))?.slice('--lines='.length);
  const kept = args.find((arg) => arg.startsWith('--keep='))?.slice('--keep='.length);
  const lines = asked === undefined ? LINES[quick ? 'quick' : 'full'] : Number(asked);
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  const isOne = (/** @type {typeof BARS[number]} */ { number, name }, /** @type {string} */ arg) =>
    arg === String(number) || arg === name;
  const unknown = wanted.filter((arg) => !BARS.some((bar) => isOne(bar, arg)));
  if (unknown.length > 0)
    throw new Error(
      `no such bar; there are ${BARS.map((b) => `${b.number} ${b.name}`).join(', ')}`,
    );
  return {
    quick,
    lines,
    kept,
    verify: args.includes('--verify'),
    bars: BARS.filter((bar) => !wanted.length || wanted.some((arg) => isOne(bar, arg))),
  };
}

async function main() {
  const { quick, lines: books, kept, verify, bars } = readArguments(process.argv.slice(2));
  const processes = new Processes();
  await ensureBuilt(processes, ['admin-api', 'wechat-sandbox'], say);
  const logs = mkdtempSync(path.join(os.tmpdir(), 'yance-bench-'));
  const stage = await Stage.open(logs, kept);
  const stop = async (/** @type {number} */ code) => {
    await stage.close();
    rmSync(logs, { recursive: true, force: true });
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop(130));
  const longest =
    LONGEST_MS +
    (bars.some(({ number }) => number === wallet.number) ? books * LONGEST_PER_LINE_MS : 0);
  setTimeout(() => void stop(1), longest).unref();
  const settings = quick ? QUICK : FULL;
  /** @type {Promise<string> | undefined} */
  let shared;
  const salon = () => (shared ??= stage.salon(SHARED_SALON));
  /** @type {ReturnType<typeof standing>[]} */
  const standings = [];
  const table = [...TABLE_HEAD];
  try {
    for (const bar of bars) {
      say(`bar ${bar.number}: ${bar.title}`);
      const result = await bar.run({ stage, quick, say, salon, lines: books, verify, ...settings });
      write(inRoot('bench/out'), bar, result, { quick, ...settings });
      for (const line of lines(bar, result)) say(`  ${line}`);
      table.push(...tableRows(bar, result));
      standings.push(...result.verdicts.map(standing));
    }
  } catch (error) {
    say(error instanceof Error ? String(error.stack) : String(error));
    await stop(1);
  }
  writeFileSync(inRoot('bench/out/table.md'), `${table.join('\n')}\n`);
  say(`\n${table.join('\n')}\n`);
  const of = (/** @type {(typeof standings)[number]} */ one) =>
    `${standings.filter((each) => each === one).length} ${one}`;
  say(`${of('met')}, ${of('missed')}, ${of('not shown')}; figures and plots: bench/out`);
  await stop(0);
}

await main();
