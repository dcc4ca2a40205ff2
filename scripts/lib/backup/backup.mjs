import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { runClient } from './client.mjs';
import { connected, nameOf, tablesIn } from './target.mjs';

/** One state of all tables, while everybody goes on writing; binary columns as hexadecimal, so that nothing recodes them. */
const DUMP = [
  ...['--single-transaction', '--quick', '--skip-lock-tables', '--hex-blob'],
  ...['--skip-triggers', '--no-tablespaces', '--skip-dump-date', '--order-by-primary'],
];

/**
 * @typedef {object} Manifest  stands beside the backup
 * @property {string} database
 * @property {string} takenAt      when it was begun, RFC 3339
 * @property {string} sha256       of the file
 * @property {number} bytes
 * @property {readonly string[]} tables
 * @property {string} lastMigration  the version of Yance that it fits
 */

/**
 * Writes a backup of the database and its manifest, both readable by their owner only. Everything that Yance keeps is
 * in the database; keys and passwords are not, and belong elsewhere.
 * @param {URL} url  @param {string} folder
 * @returns {Promise<{ file: string, manifest: Manifest }>}
 * @throws Explained when the dump failed; nothing is left behind then
 */
export async function backup(url, folder) {
  const takenAt = new Date();
  const stamp = takenAt.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const file = path.join(path.resolve(folder), `${nameOf(url)}-${stamp}.sql.gz`);
  const part = `${file}.part`;
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    const { tables, lastMigration } = await describe(url);
    const to = [createGzip(), createWriteStream(part, { mode: 0o600, flags: 'wx' })];
    await runClient(['mariadb-dump', 'mysqldump'], url, [...DUMP, nameOf(url)], { to });
    const manifest = {
      ...{ database: nameOf(url), takenAt: takenAt.toISOString(), sha256: await hashOf(part) },
      ...{ bytes: statSync(part).size, tables, lastMigration },
    };
    writeFileSync(manifestOf(file), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    renameSync(part, file);
    return { file, manifest };
  } finally {
    rmSync(part, { force: true });
  }
}

/** Where the manifest of a backup stands. @param {string} file */
export const manifestOf = (file) => `${file}.json`;

/** SHA-256 of a file in hexadecimal. @param {string} file */
export async function hashOf(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** @param {URL} url */
function describe(url) {
  return connected(url, async (connection) => {
    const tables = await tablesIn(connection);
    if (!tables.includes('schema_migration')) return { tables, lastMigration: '' };
    const [rows] = await connection.query(
      'SELECT name FROM schema_migration ORDER BY id DESC LIMIT 1',
    );
    return { tables, lastMigration: /** @type {{ name: string }[]} */ (rows)[0]?.name ?? '' };
  });
}
