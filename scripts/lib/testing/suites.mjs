import { existsSync } from 'node:fs';
import { inRoot } from '../paths.mjs';
import { PACKAGES } from '../packages.mjs';

/**
 * @typedef {{ name: string, builds: readonly string[] }} Common  builds: what has to be built first
 * @typedef {Common & { kind: 'check', command: string, args: readonly string[], folder: string }} Check
 *   one step that passes or fails as a whole
 * @typedef {Common & { kind: 'jest', folder: string, projects: readonly string[] }} JestSuite  projects: none for all
 * @typedef {Common & { kind: 'node', files: string }} NodeSuite
 * @typedef {Check | JestSuite | NodeSuite} Suite
 */

const API = 'apps/admin-api';
const TYPES = ['shared-types', 'wechat-sandbox', 'weapp-runner'];
const SERVERS = ['shared-types', 'wechat-sandbox', 'admin-api'];
const EVERYTHING = [...SERVERS, 'admin-web', 'h5', 'weapp'];
const short = (/** @type {string} */ folder) => folder.split('/')[1];
const hasJest = (/** @type {string} */ folder) => existsSync(inRoot(folder, 'jest.config.mjs'));

/** Types are the linter's business too. @type {readonly Check[]} */
const CHECKS = [
  check('lint', 'oxlint', ['--config', '.oxlintrc.jsonc']),
  check('format', 'oxfmt', ['--check']),
  check('modules', 'depcruise', [
    '--config',
    '.dependency-cruiser.mjs',
    'apps/admin-api/src',
    'apps/admin-web/src',
  ]),
  check('contract', process.execPath, ['scripts/contract.mjs', '--check']),
];

/** @type {readonly JestSuite[]} */
const API_SUITES = [
  apiSuite('unit', []),
  apiSuite('db', []),
  // Its tests of headers read the pages as they are served.
  apiSuite('http', [...SERVERS, 'admin-web', 'h5']),
  // What crashes a database brings its own; `npm start` is tried with all that it serves.
  apiSuite('faults', [...SERVERS, 'admin-web', 'h5']),
  apiSuite('weapp', [...SERVERS, 'weapp']),
  apiSuite('browser', EVERYTHING),
];

/** Everything that `npm test` runs, in order. @returns {Suite[]} */
export function allSuites() {
  const others = PACKAGES.filter((folder) => folder !== API && hasJest(folder));
  return [
    ...CHECKS,
    nodeSuite('packaging', ['admin-api'], 'scripts/test/packaging/*.test.mjs'),
    nodeSuite('supply-chain', [], 'scripts/test/supply-chain/*.test.mjs'),
    nodeSuite('scripts', [], 'scripts/test/*.test.mjs'),
    ...others.map(packageSuite),
    ...API_SUITES,
  ];
}

/**
 * Reads `npm test -- db http appointments`: names of suites first come, what is no name filters their test files.
 * @param {readonly string[]} args  @param {readonly Suite[]} all
 * @returns {{ suites: readonly Suite[], patterns: readonly string[] }}
 */
export function selection(args, all) {
  const matches = (/** @type {Suite} */ suite, /** @type {string} */ arg) => suite.name === arg;
  const patterns = args.filter((arg) => !all.some((suite) => matches(suite, arg)));
  const names = args.filter((arg) => !patterns.includes(arg));
  const testSuites = all.filter((suite) => suite.kind === 'jest');
  if (names.length === 0) return { suites: patterns.length > 0 ? testSuites : all, patterns };
  return { suites: all.filter((suite) => names.some((name) => matches(suite, name))), patterns };
}

/**
 * The runs of Jest that some suites take: projects of one package go together, so that no core waits for the last file
 * of each, and what a run makes once (a migrated schema, the demo salon) is made once.
 * @param {readonly Suite[]} suites  @returns {readonly JestSuite[]}
 */
export function jestRuns(suites) {
  const runs = /** @type {Map<string, JestSuite>} */ (new Map());
  for (const suite of suites) {
    if (suite.kind !== 'jest') continue;
    const before = runs.get(suite.folder);
    if (!before) runs.set(suite.folder, suite);
    else {
      const name = `${before.name} ${suite.name}`;
      const projects = [...before.projects, ...suite.projects];
      runs.set(suite.folder, { ...before, name, projects });
    }
  }
  return [...runs.values()];
}

/** @type {(name: string, command: string, args: readonly string[], folder?: string) => Check} */
function check(name, command, args, folder = '.') {
  return {
    kind: 'check',
    name,
    builds: name === 'contract' ? SERVERS : TYPES,
    command,
    args,
    folder,
  };
}

/** @type {(name: string, builds: readonly string[], files: string) => NodeSuite} */
function nodeSuite(name, builds, files) {
  return { kind: 'node', name, builds, files };
}

/** @type {(project: string, builds: readonly string[]) => JestSuite} */
function apiSuite(project, builds) {
  return { kind: 'jest', name: project, folder: API, projects: [project], builds };
}

/** @type {(folder: string) => JestSuite} */
function packageSuite(folder) {
  const builds = folder.endsWith('miniprogram') ? ['weapp', 'h5'] : TYPES;
  return { kind: 'jest', name: short(folder), folder, projects: [], builds };
}
