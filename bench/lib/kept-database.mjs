import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { connectAsRoot } from '../../scripts/lib/database/accounts.mjs';
import { PrivateInstance } from '../../scripts/lib/database/private-instance.mjs';
import { mysqlDriver } from '../../scripts/lib/paths.mjs';
import { Processes } from '../../scripts/lib/processes.mjs';
import { DAY_MS } from './days.mjs';

const USER = 'yance_bench';
const HOST = '127.0.0.1';
const MARKS = 'bench_kept';
/** Sessions of staff in the books end after eight hours. */
const KEEPS_MS = DAY_MS / 4;

/** @typedef {import('../../scripts/lib/testing/throwaway-database.d.mts').ThrowawayDatabase} Database */

/**
 * A durable server whose folder stays after the run, so that long books need not be written again.
 * @param {string} folder  @returns {Promise<Database>}
 */
export async function openKeptDatabase(folder) {
  const instance = new PrivateInstance(path.resolve(folder));
  await instance.start(new Processes());
  const file = path.join(instance.folder, 'account.json');
  if (!existsSync(file)) {
    const [password, rootPassword] = [randomBytes(12), randomBytes(12)].map((it) =>
      it.toString('hex'),
    );
    const root = await connectAsRoot({ socketPath: instance.socket }, rootPassword);
    await root.query('CREATE USER ?@? IDENTIFIED BY ?', [USER, HOST, password]);
    await root.query('GRANT ALL PRIVILEGES ON *.* TO ?@? WITH GRANT OPTION', [USER, HOST]);
    await root.end();
    writeFileSync(file, JSON.stringify({ password, rootPassword }), { mode: 0o600 });
  }
  const { password } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    adminUrl: `mysql://${USER}:${password}@${HOST}:${instance.port}/`,
    start: () => instance.start(new Processes()),
    stop: () => instance.stop(),
    kill: () => instance.kill(),
    discard: () => instance.stop(),
  };
}

/** Whether a schema was filled to its end, and lately. @param {string} adminUrl  @param {string} name */
export async function isKept(adminUrl, name) {
  const [row] = await send(adminUrl, 'SELECT filled_at FROM marks WHERE name = ?', [name]);
  return row !== undefined && Date.now() - Number(row['filled_at']) < KEEPS_MS;
}

/** @param {string} adminUrl  @param {string} name */
export async function keep(adminUrl, name) {
  await send(adminUrl, 'REPLACE INTO marks VALUES (?, ?)', [name, Date.now()]);
}

/** @param {string} adminUrl  @param {string} sql  @param {unknown[]} values */
async function send(adminUrl, sql, values) {
  const connection = await mysqlDriver().createConnection(adminUrl);
  try {
    await connection.query(`CREATE DATABASE IF NOT EXISTS ${MARKS}`);
    await connection.query(`USE ${MARKS}`);
    await connection.query(
      'CREATE TABLE IF NOT EXISTS marks (name VARCHAR(60) PRIMARY KEY, filled_at BIGINT NOT NULL)',
    );
    const [rows] = await connection.query(sql, values);
    return /** @type {Record<string, unknown>[]} */ (Array.isArray(rows) ? rows : []);
  } finally {
    await connection.end();
  }
}
