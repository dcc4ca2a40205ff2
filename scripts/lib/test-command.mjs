import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildEach } from './build.mjs';
import { Explained, Interrupted, explain } from './explained.mjs';
import { inRoot } from './paths.mjs';
import { ensureInstalled } from './pnpm.mjs';
import { Processes } from './processes.mjs';
import { bringPrograms, findBrowser } from './testing/requirements.mjs';
import { runCheck, runJest, runNodeTests } from './testing/run-suite.mjs';
import { allSuites, jestRuns, selection } from './testing/suites.mjs';
import { asLine, sum } from './testing/tally.mjs';

/** What shows nothing while it runs shares the cores. */
const QUIET_AT_ONCE = 2;

/** @typedef {import('./testing/run-suite.mjs').Context} Context */
/** @typedef {import('./testing/tally.mjs').Tally} Tally */

/** @param {string} line */
const say = (line) => console.log(line);

/**
 * `npm test`: everything that tells whether Yance is sound; ends with one line `N passed, N failed`.
 * @param {readonly string[]} args names of suites and patterns of test files  @param {NodeJS.ProcessEnv} env
 */
export async function test(args, env) {
  const processes = new Processes();
  const reports = mkdtempSync(path.join(os.tmpdir(), 'yance-reports-'));
  stopOnSignals(processes);
  /** @type {Tally[]} */
  const tallies = [];
  let interrupted = false;
  try {
    const chosen = selection(args, allSuites());
    await prepare(chosen.suites, env, processes, tallies);
    const context = {
      processes,
      reports,
      patterns: chosen.patterns,
      env: {
        YANCE_SHOTS: inRoot('shots'),
        ...testEnvironment(env),
        YANCE_CHROMIUM: findBrowser(env),
      },
    };
    await runAll(chosen.suites, context, tallies);
    refuseIdleWords(chosen, tallies);
  } catch (error) {
    interrupted = error instanceof Interrupted;
    if (!interrupted) explain(error);
    tallies.push({ passed: 0, failed: 1 });
  }
  await processes.stopAll();
  rmSync(reports, { recursive: true, force: true });
  const total = sum(tallies);
  say(interrupted ? '测试被中断。' : asLine(total));
  process.exit(total.failed === 0 ? 0 : 1);
}

/** @param {Processes} processes */
function stopOnSignals(processes) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => void processes.stopAll());
  }
}

/** Settings of a person's own Yance must not steer the tests. @param {NodeJS.ProcessEnv} env */
function testEnvironment(env) {
  const foreign =
    /^(DATABASE_|WECHAT_|SMS_|YANCE_(?!CHROMIUM|MODEL_|SHOTS|TEST_ORDER)|PORT$|SANDBOX_PORT$|LOG_LEVEL$|NODE_ENV$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}

/** @type {(suites: readonly import('./testing/suites.mjs').Suite[], env: NodeJS.ProcessEnv, processes: Processes, tallies: Tally[]) => Promise<void>} */
async function prepare(suites, env, processes, tallies) {
  await Promise.all([ensureInstalled(processes, say), bringPrograms(suites, env, processes, say)]);
  const needed = suites.flatMap((suite) => suite.builds);
  const outcomes = await buildEach(processes, needed, say);
  const reasons = new Set(
    outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : [])),
  );
  for (const reason of reasons) {
    // The other suites still tell what they can.
    if (!(reason instanceof Explained)) throw reason;
    explain(reason);
    tallies.push({ passed: 0, failed: 1 });
  }
}

/** @type {(suites: readonly import('./testing/suites.mjs').Suite[], context: Context, tallies: Tally[]) => Promise<void>} */
async function runAll(suites, context, tallies) {
  const quiet = suites.filter((suite) => suite.kind !== 'jest');
  const lanes = Array.from({ length: QUIET_AT_ONCE }, async () => {
    for (let suite = quiet.shift(); suite; suite = quiet.shift()) {
      const run = suite.kind === 'check' ? runCheck(suite, context) : runNodeTests(suite, context);
      await timed(suite.name, tallies, run);
    }
  });
  await Promise.all(lanes);
  for (const suite of jestRuns(suites)) {
    say(`\n— ${suite.name}`);
    await timed(suite.name, tallies, runJest(suite, context));
  }
}

/**
 * A word that names no suite and no test file is a slip of whoever typed it, or a file that was renamed since: green
 * would be a lie. @type {(chosen: ReturnType<typeof selection>, tallies: readonly Tally[]) => void}
 */
function refuseIdleWords({ suites, patterns }, tallies) {
  const { passed, failed } = sum(tallies);
  const only = suites.every((suite) => suite.kind === 'jest');
  if (patterns.length === 0 || !only || passed + failed > 0) return;
  throw new Explained(`没有名字里带「${patterns.join('」「')}」的测试文件。`);
}

/** @type {(name: string, tallies: Tally[], run: Promise<import('./testing/run-suite.mjs').Outcome>) => Promise<void>} */
async function timed(name, tallies, run) {
  const started = Date.now();
  const outcome = await run;
  tallies.push(outcome);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  say(
    `${outcome.output}${outcome.failed === 0 ? '✔' : '✖'} ${name}  ${asLine(outcome)}  ${seconds} s`,
  );
}
