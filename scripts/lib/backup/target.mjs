import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DataFolder, secretsOf } from '../data-folder.mjs';
import { PrivateInstance } from '../database/private-instance.mjs';
import { Explained } from '../explained.mjs';
import { inRoot, mysqlDriver } from '../paths.mjs';

/** A value of the environment, or the content of the file that NAME_FILE names. @param {NodeJS.ProcessEnv} env  @param {string} name */
function setting(env, name) {
  const file = env[`${name}_FILE`];
  return env[name] || (file ? readFileSync(file, 'utf8').trim() : undefined);
}

/**
 * The database that is saved or restored, by an account that may change tables: the named one, or else the private one
 * of this data folder while `npm start` runs.
 * @param {NodeJS.ProcessEnv} env  @returns {URL}
 * @throws Explained when there is none
 */
export function databaseOf(env) {
  const named = setting(env, 'DATABASE_MIGRATION_URL') ?? setting(env, 'DATABASE_URL');
  if (named) return new URL(named);
  const data = new DataFolder(path.resolve(inRoot(), env.YANCE_DATA || '.data'));
  const state = existsSync(data.path('database.json'))
    ? /** @type {import('../database/index.mjs').State} */ (data.readJson('database.json'))
    : undefined;
  const running =
    state?.kind === 'docker' || new PrivateInstance(data.path('mariadb')).runningPid() > 0;
  if (!state || !running) {
    throw new Explained(
      '不知道是哪个数据库：请用 DATABASE_MIGRATION_URL 指定，或先运行 npm start（使用它自己的数据库）。',
    );
  }
  const url = new URL(`mysql://yance_migration@127.0.0.1:${state.port}/yance`);
  url.password = secretsOf(data).databaseMigration;
  return url;
}

/** The name in the URL's path. @param {URL} url */
export const nameOf = (url) => decodeURIComponent(url.pathname.slice(1));

/**
 * Opens one connection for `work` and closes it whatever happens.
 * @template T  @param {URL} url  @param {(connection: import('mysql2/promise').Connection) => Promise<T>} work
 */
export async function connected(url, work) {
  const connection = await mysqlDriver().createConnection(url.href);
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}

/** Tables in alphabetical order. @param {import('mysql2/promise').Connection} connection  @returns {Promise<string[]>} */
export async function tablesIn(connection) {
  const [rows] = await connection.query(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name`,
  );
  return /** @type {{ name: string }[]} */ (rows).map(({ name }) => name);
}
