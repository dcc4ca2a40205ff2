import { readFileSync, readdirSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';

const MODULES_FOLDER = 'apps/admin-api/src/modules';

/**
 * Which module of the API may import which others. What is not in the table may not be imported, and a module that is
 * not in it fails the check.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const MODULE_TABLE = JSON.parse(
  readFileSync(inRoot('apps/admin-api/module-table.json'), 'utf8'),
);

/** The modules that exist as folders. @returns {string[]} */
export function moduleFolders() {
  return readdirSync(inRoot(MODULES_FOLDER), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * A circle of imports that a table would allow, as the names on the way round; empty when there is none.
 * @param {Readonly<Record<string, readonly string[]>>} table
 * @returns {string[]}
 */
export function circleIn(table) {
  /** @type {Set<string>} */
  const harmless = new Set();
  /** @type {(name: string, way: string[]) => string[]} */
  const follow = (name, way) => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
    if (harmless.has(name)) return [];
    for (const next of table[name] ?? []) {
      const circle = follow(next, [...way, name]);
      if (circle.length > 0) return circle;
    }
    harmless.add(name);
    return [];
  };
  for (const name of Object.keys(table)) {
    const circle = follow(name, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
