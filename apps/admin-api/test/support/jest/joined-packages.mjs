import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const APP = path.resolve(import.meta.dirname, '../../..');
const LOCKFILE = path.resolve(APP, '../../pnpm-lock.yaml');
const KEPT = path.join(APP, 'node_modules/.cache/joined-packages');
/** What has to be there once, for all tests and packages, or is a program of its own. */
const APART = [
  /^node:/,
  /^@yance\//,
  /^@jest\//,
  /^reflect-metadata$/,
  // The scripts that start databases for tests ask for it by `require`, which cannot load a joined one.
  /^mysql2\//,
  /^@node-rs\//,
  /^playwright-core$/,
];
const REQUIRE =
  "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);";
const IMPORT = /(?:from|import) '([@a-z][^']*)'|import\('([@a-z][^']*)'\)/g;

/**
 * Joins all packages that the API and its tests import into one file, for Jest. It loads every module anew for every
 * test file, and of the 4,100 that one of the API's needs, 2,800 are in packages. Made once and kept for as long as
 * the imports and the lockfile are the same.
 * @returns {Promise<Record<string, string>>} for `moduleNameMapper`: which file stands for which import
 */
export async function joinedPackages() {
  const names = importedPackages();
  const hash = createHash('sha256');
  for (const part of [names.join(), readFileSync(LOCKFILE), readFileSync(import.meta.filename)])
    hash.update(part);
  const folder = path.join(KEPT, hash.digest('hex').slice(0, 16));
  if (!existsSync(folder)) await join(names, folder);
  return Object.fromEntries(
    names.map((name, n) => [`^${name.replaceAll('.', '\\.')}$`, fileOf(folder, n)]),
  );
}

/** What stands behind `from` and `import` in the API and in its tests, sorted. @returns {string[]} */
function importedPackages() {
  /** @type {Set<string>} */
  const names = new Set();
  for (const top of ['src', 'test']) {
    const files = readdirSync(path.join(APP, top), { recursive: true }).map(String);
    for (const file of files.filter((name) => name.endsWith('.ts'))) {
      const text = readFileSync(path.join(APP, top, file), 'utf8');
      for (const [, still, later] of text.matchAll(IMPORT)) names.add(still ?? later);
    }
  }
  return [...names].filter((name) => !APART.some((apart) => apart.test(name))).sort();
}

/** @param {string} folder  @param {number} n */
const fileOf = (folder, n) => path.join(folder, `${n}.mjs`);

/** Whole or not at all: another run may be looking. @param {readonly string[]} names  @param {string} folder */
async function join(names, folder) {
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  const entry = path.join(half, 'entry.mjs');
  writeFileSync(entry, names.map((name, n) => `export * as p${n} from '${name}';\n`).join(''));
  await build({
    ...{ entryPoints: [entry], outfile: path.join(half, 'all.mjs'), bundle: true },
    ...{ platform: 'node', format: 'esm', target: 'node20', keepNames: true, logLevel: 'error' },
    external: ['reflect-metadata', '@node-rs/*'],
    plugins: [leaveWhatIsAbsent],
    // Packages in CommonJS ask for Node's own modules in their way.
    banner: { js: REQUIRE },
  });
  for (const [n, name] of names.entries()) writeFileSync(fileOf(half, n), await faceOf(name, n));
  rmSync(folder, { recursive: true, force: true });
  renameSync(half, folder);
}

/** A module that gives out what the package does. @param {string} name  @param {number} n */
async function faceOf(name, n) {
  /** @type {object} */
  const real = await import(name);
  const names = Object.keys(real).filter((each) => /^[A-Za-z_$][\w$]*$/.test(each));
  const lines = names.map(
    (each, k) => `const e${k} = p${n}.${each};\nexport { e${k} as ${each} };`,
  );
  return [`import { p${n} } from './all.mjs';`, ...lines, ''].join('\n');
}

/** Frameworks name packages that a house may have or not; what is not installed is asked for where it is used. */
const leaveWhatIsAbsent = {
  name: 'leave-what-is-absent',
  /** @param {import('esbuild').PluginBuild} building */
  setup(building) {
    building.onResolve({ filter: /^[^./]/ }, async ({ path: name, pluginData, ...from }) => {
      if (pluginData === 'asked') return undefined;
      const found = await building.resolve(name, { ...from, pluginData: 'asked' });
      return found.errors.length > 0 ? { path: name, external: true } : undefined;
    });
  },
};
