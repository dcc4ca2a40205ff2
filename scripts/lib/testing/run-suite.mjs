import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathFor } from '../build.mjs';
import { ROOT, inRoot } from '../paths.mjs';
import { tallyOfJest, tallyOfTap } from './tally.mjs';

const JEST = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
];

/**
 * @typedef {object} Context
 * @property {import('../processes.mjs').Processes} processes
 * @property {NodeJS.ProcessEnv} env
 * @property {string} reports   folder for machine-readable results
 * @property {readonly string[]} patterns  which test files; empty for all
 * @typedef {import('./tally.mjs').Tally & { output: string }} Outcome  output is what was not shown yet
 */

/** Runs one check without showing anything, so that two may run at once. @param {import('./suites.mjs').Check} check  @param {Context} context  @returns {Promise<Outcome>} */
export async function runCheck(check, { processes, env }) {
  const finished = await processes.run(check.command, check.args, {
    cwd: inRoot(check.folder),
    env: { ...env, PATH: pathFor(check.folder) },
  });
  const passed = finished.code === 0;
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, output: passed ? '' : finished.output };
}

/** Runs one package's tests, showing what it prints. @param {import('./suites.mjs').JestSuite} suite  @param {Context} context  @returns {Promise<Outcome>} */
export async function runJest(suite, { processes, env, reports, patterns }) {
  const report = path.join(reports, `${path.basename(suite.folder)}.json`);
  const args = [
    ...JEST,
    ...(suite.projects.length > 0 ? ['--selectProjects', ...suite.projects] : []),
    ...(patterns.length > 0 ? ['--passWithNoTests', '--testPathPatterns', ...patterns] : []),
    ...['--json', `--outputFile=${report}`, '--maxWorkers=2', '--ci'],
  ];
  const finished = await processes.run(process.execPath, args, {
    cwd: inRoot(suite.folder),
    env: { ...env, PATH: pathFor(suite.folder) },
    show: true,
  });
  const written = existsSync(report) ? readFileSync(report, 'utf8') : undefined;
  return { ...tallyOfJest(written, finished.code === 0), output: '' };
}

/** Runs tests of node's own runner without showing anything yet. @param {import('./suites.mjs').NodeSuite} suite  @param {Context} context  @returns {Promise<Outcome>} */
export async function runNodeTests(suite, { processes, env, reports }) {
  const report = path.join(reports, `${suite.name}.tap`);
  const reporters = ['spec:stdout', `tap:${report}`].flatMap((pair) => {
    const [name, destination] = [
      pair.slice(0, pair.indexOf(':')),
      pair.slice(pair.indexOf(':') + 1),
    ];
    return [`--test-reporter=${name}`, `--test-reporter-destination=${destination}`];
  });
  // The shell expands the pattern: node's runner does so only from version 21 on.
  const command = ['exec', process.execPath, '--test', ...reporters, suite.files].join(' ');
  const finished = await processes.run('sh', ['-c', command], { cwd: ROOT, env });
  const tap = existsSync(report) ? readFileSync(report, 'utf8') : '';
  return {
    ...tallyOfTap(tap, finished.code === 0),
    output: `\n— ${suite.name}\n${finished.output}`,
  };
}
