import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findProgram } from '../debian-packages.mjs';
import { Explained } from '../explained.mjs';
import { inRoot, mysqlDriver } from '../paths.mjs';

/** What the database image lets its scripts call, as far as ours does. */
const IMAGE = `set -e
docker_process_sql() { "$CLIENT" --defaults-extra-file="$LOGIN" "$@"; }
`;

/**
 * Runs deploy/database/accounts.sh as the database image would when its volume is new.
 * @param {import('../processes.mjs').Processes} processes  @param {string} adminUrl  @param {string} folder for secrets
 * @returns {Promise<{ app: string, migration: string }>} the URLs of the two accounts
 */
export async function makeAccounts(processes, adminUrl, folder) {
  const client = findProgram(['mariadb', 'mysql']);
  if (!client) throw new Explained('检查数据库账号需要 mariadb 客户端，请先安装。');
  const { hostname, port, username, password } = new URL(adminUrl);
  const admin = await mysqlDriver().createConnection(adminUrl);
  // MARIADB_DATABASE of the compose file.
  await admin.query('CREATE DATABASE yance CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci');
  await admin.end();
  mkdirSync(folder, { recursive: true });
  const file = (/** @type {string} */ name, /** @type {string} */ text) => {
    writeFileSync(path.join(folder, name), text);
    chmodSync(path.join(folder, name), 0o600);
    return path.join(folder, name);
  };
  file('database_app_password', 'a1\n');
  file('database_migration_password', 'm1\n');
  const lines = [`host=${hostname}`, `port=${port}`, `user=${username}`, `password=${password}`];
  const login = file('login.cnf', `[client]\n${lines.join('\n')}\n`);
  const script = readFileSync(inRoot('deploy/database/accounts.sh'), 'utf8');
  const moved = file('accounts.sh', script.replaceAll('/run/secrets/', `${folder}/`));
  await processes.mustRun(
    'deploy/database/accounts.sh 没有运行成功。',
    'bash',
    ['-c', `${IMAGE}. "$SCRIPT"`],
    {
      env: { ...process.env, CLIENT: client, LOGIN: login, SCRIPT: moved },
    },
  );
  const url = (/** @type {string} */ account) => `mysql://${account}@${hostname}:${port}/yance`;
  return { app: url('yance_app:a1'), migration: url('yance_migration:m1') };
}
