import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const HOOKS = ['preinstall', 'install', 'postinstall'];

/**
 * Installed packages that would run something while being installed, as names.
 * @param {string} store  node_modules/.pnpm
 */
export function packagesWithScripts(store) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const folder of packageFolders(store)) {
    const manifest = path.join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, scripts = {} } = JSON.parse(readFileSync(manifest, 'utf8'));
    // A package with this file is compiled by the installer although it names no script.
    if (HOOKS.some((hook) => hook in scripts) || existsSync(path.join(folder, 'binding.gyp')))
      found.add(name);
  }
  return [...found].sort();
}

/** Packages of which something was compiled here: a trace that an install script ran. @param {string} store */
export function compiledPackages(store) {
  return packageFolders(store).filter((folder) => existsSync(path.join(folder, 'build/Release')));
}

/** @param {string} store  @returns {string[]} */
function packageFolders(store) {
  return readdirSync(store).flatMap((entry) => {
    const inside = path.join(store, entry, 'node_modules');
    if (entry === 'node_modules' || !existsSync(inside)) return [];
    return readdirSync(inside, { withFileTypes: true }).flatMap((one) => {
      // Links lead to packages that have a folder of their own.
      if (!one.isDirectory() || one.name === '.bin') return [];
      const folder = path.join(inside, one.name);
      if (!one.name.startsWith('@')) return [folder];
      const scoped = readdirSync(folder, { withFileTypes: true });
      return scoped
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => path.join(folder, name));
    });
  });
}

/**
 * What in pnpm-workspace.yaml would let a package run something.
 * @param {string} text  @param {readonly string[]} withScripts  @returns {string[]}
 */
export function buildRuleProblems(text, withScripts) {
  const settings = parse(text);
  const rules = /** @type {Record<string, boolean>} */ (settings.allowBuilds ?? {});
  const problems = Object.keys(rules)
    .filter((name) => rules[name] !== false)
    .map((name) => `${name} may run its install script`);
  for (const key of [
    'dangerouslyAllowAllBuilds',
    'onlyBuiltDependencies',
    'neverBuiltDependencies',
  ])
    if (key in settings) problems.push(`${key} is set beside allowBuilds`);
  return [
    ...problems,
    ...withScripts
      .filter((name) => !(name in rules))
      .map((name) => `${name} has no rule in allowBuilds`),
  ];
}
