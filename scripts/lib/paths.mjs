import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** An absolute path inside the repository. @param {...string} parts */
export const inRoot = (...parts) => path.join(ROOT, ...parts);

/**
 * The API's own MySQL driver: the scripts have no dependencies of their own. Works once the packages are installed.
 * @returns {typeof import('mysql2/promise')}
 */
export function mysqlDriver() {
  return createRequire(inRoot('apps/admin-api/package.json'))('mysql2/promise');
}
