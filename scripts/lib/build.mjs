import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { Turns } from './turns.mjs';

/** A compiler keeps one core busy. */
const AT_ONCE = 2;

/**
 * @typedef {object} Target
 * @property {string} label   what people read while it builds
 * @property {string} folder  relative to the root
 * @property {string} script  name in the package's package.json
 * @property {string} result  a file that exists when the build went through, relative to the folder
 * @property {string} clean   what is removed first, relative to the folder
 * @property {readonly string[]} needs  targets that this one reads
 */

/** Everything that can be built, in building order. @type {Readonly<Record<string, Target>>} */
export const TARGETS = {
  'shared-types': target('共享类型', 'packages/shared-types', 'build', 'dist/index.js', 'dist', []),
  'wechat-sandbox': target(
    '微信沙箱',
    'packages/wechat-sandbox',
    'build',
    'dist/main.js',
    'dist',
    [],
  ),
  'weapp-runner': target(
    '小程序试跑器',
    'packages/weapp-runner',
    'build',
    'dist/index.js',
    'dist',
    [],
  ),
  'admin-api': target('服务端', 'apps/admin-api', 'build', 'dist/main.js', 'dist', [
    'shared-types',
  ]),
  'admin-web': target('门店工作台', 'apps/admin-web', 'build', 'dist/index.html', 'dist', [
    'shared-types',
  ]),
  h5: target('小程序网页预览', 'apps/miniprogram', 'build:h5', 'dist/h5/index.html', 'dist/h5', [
    'shared-types',
  ]),
  weapp: target('小程序', 'apps/miniprogram', 'build:weapp', 'dist/weapp/app.json', 'dist/weapp', [
    'shared-types',
  ]),
};

/** @returns {Target} */
function target(
  /** @type {string} */ label,
  /** @type {string} */ folder,
  /** @type {string} */ script,
  /** @type {string} */ result,
  /** @type {string} */ clean,
  /** @type {readonly string[]} */ needs,
) {
  return { label, folder, script, result, clean, needs };
}

const NOT_SOURCE = new Set(['node_modules', 'dist', 'coverage', '.swc', '.cache', '.temp', 'test']);
const TEST_FILE = /[.-]spec\.tsx?$/;

/**
 * All files below a folder that a build may read, sorted; tests and what builds make themselves are left out.
 * @param {string} folder
 * @returns {string[]}
 */
export function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCE.has(entry.name) && !TEST_FILE.test(entry.name))
    .flatMap((entry) => {
      const full = path.join(folder, entry.name);
      return entry.isDirectory() ? sourceFiles(full) : [full];
    })
    .sort();
}

/**
 * One hash over names and contents: a renamed, changed, added or removed file changes it; a touched one does not.
 * @param {readonly string[]} files  absolute
 */
export function hashOfFiles(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${path.relative(inRoot(), file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** @param {string} name  @returns {string} */
function wantedStamp(name) {
  const { folder, script, needs } = TARGETS[name];
  const own = hashOfFiles([
    ...sourceFiles(inRoot(folder)),
    inRoot('tsconfig.base.json'),
    inRoot('pnpm-lock.yaml'),
  ]);
  return createHash('sha256')
    .update([own, script, ...needs.map(wantedStamp)].join('\n'))
    .digest('hex');
}

/** What tells two builds of a target apart; empty when it was not built. @param {string} name */
export function builtStamp(name) {
  const stamp = inRoot('.cache/build', name);
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
}

/** Names in building order, with everything that they need. @param {readonly string[]} names */
function withNeeds(names) {
  const wanted = new Set(names.flatMap((name) => [name, ...TARGETS[name].needs]));
  return Object.keys(TARGETS).filter((name) => wanted.has(name));
}

/**
 * Builds the targets whose sources changed since they were last built, two at once.
 * @param {import('./processes.mjs').Processes} processes
 * @param {readonly string[]} names  keys of TARGETS
 * @param {(line: string) => void} say
 * @throws Explained  with the compiler's last lines, once nothing is being built any more
 */
export async function ensureBuilt(processes, names, say) {
  const outcomes = await buildEach(processes, names, say);
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure) throw failure.reason;
}

/**
 * The same for who goes on without what could not be built. What needs a target fails with its reason.
 * @param {import('./processes.mjs').Processes} processes  @param {readonly string[]} names  @param {(line: string) => void} say
 */
export function buildEach(processes, names, say) {
  const turns = new Turns(AT_ONCE);
  const begun = /** @type {Map<string, Promise<void>>} */ (new Map());
  for (const name of withNeeds(names)) {
    const { folder, needs } = TARGETS[name];
    const needed = needs.map((other) => begun.get(other));
    // Two builds of one folder would write to the same scratch files.
    const beside = [...begun].filter(([other]) => TARGETS[other].folder === folder);
    const rest = Promise.allSettled(beside.map(([, building]) => building));
    const ready = Promise.all([...needed, rest]);
    begun.set(
      name,
      ready.then(() => turns.take(() => build(processes, name, say))),
    );
  }
  return Promise.allSettled(begun.values());
}

/** @type {(processes: import('./processes.mjs').Processes, name: string, say: (line: string) => void) => Promise<void>} */
async function build(processes, name, say) {
  const { label, folder, script, result, clean } = TARGETS[name];
  const stamps = inRoot('.cache/build');
  mkdirSync(stamps, { recursive: true });
  const stamp = path.join(stamps, name);
  const wanted = wantedStamp(name);
  const done =
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === wanted &&
    existsSync(inRoot(folder, result));
  if (done) return;
  say(`正在构建${label}…`);
  rmSync(stamp, { force: true });
  rmSync(inRoot(folder, clean), { recursive: true, force: true });
  await processes.mustRun(
    `构建${label}失败（${folder}）。`,
    'sh',
    ['-c', scriptOf(folder, script)],
    {
      cwd: inRoot(folder),
      env: { ...process.env, PATH: pathFor(folder), NODE_ENV: 'production', NO_COLOR: '1' },
    },
  );
  writeFileSync(stamp, wanted);
}

/** The command behind a package's script; run directly because pnpm takes a second to say the same. */
function scriptOf(/** @type {string} */ folder, /** @type {string} */ script) {
  return JSON.parse(readFileSync(inRoot(folder, 'package.json'), 'utf8')).scripts[script];
}

/** PATH as a package's script sees it. @param {string} folder */
export function pathFor(folder) {
  const bins = [inRoot(folder, 'node_modules/.bin'), inRoot('node_modules/.bin')];
  return [...bins, process.env.PATH ?? ''].join(path.delimiter);
}
