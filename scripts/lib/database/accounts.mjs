import { mysqlDriver } from '../paths.mjs';

const DATABASE = 'yance';
const ACCESS_DENIED = 1045;

/**
 * @typedef {{ socketPath: string } | { host: string, port: number }} Where
 * @typedef {{ appUrl: string, migrationUrl: string }} Urls
 */

/**
 * Connects as root. A private instance is born with several root accounts without a password: the first visit gives
 * one of them a password and removes the others.
 * @param {Where} where  @param {string} password
 */
export async function connectAsRoot(where, password) {
  const driver = mysqlDriver();
  try {
    return await driver.createConnection({ ...where, user: 'root', password });
  } catch (error) {
    if (/** @type {{ errno?: number }} */ (error).errno !== ACCESS_DENIED) throw error;
    const connection = await driver.createConnection({ ...where, user: 'root' });
    await removeOtherRoots(connection);
    await connection.query('ALTER USER CURRENT_USER() IDENTIFIED BY ?', [password]);
    return connection;
  }
}

/** @param {import('mysql2/promise').Connection} root */
async function removeOtherRoots(root) {
  const [rows] = await root.query(
    "SELECT user AS name, host AS host FROM mysql.user WHERE (user = 'root' AND host <> 'localhost') OR user = ''",
  );
  for (const { name, host } of /** @type {{ name: string, host: string }[]} */ (rows)) {
    await root.query('DROP USER ?@?', [name, host]);
  }
}

/**
 * Makes the database and its two accounts. One changes tables and gives rights; what the other one, the API's, may do
 * with each table is written by the command `grants` once the tables are there. May be repeated.
 * @param {import('mysql2/promise').Connection} root
 * @param {{ secrets: import('../data-folder.mjs').Secrets, host: string, port: number, from: string }} options
 *   `from` is the host part of the accounts: where they may come from
 * @returns {Promise<Urls>}
 */
export async function provision(root, { secrets, host, port, from }) {
  await root.query(
    `CREATE DATABASE IF NOT EXISTS ${DATABASE} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
  );
  const accounts = [
    { user: 'yance_app', password: secrets.databaseApp },
    { user: 'yance_migration', password: secrets.databaseMigration },
  ];
  for (const { user, password } of accounts) {
    await root.query('CREATE USER IF NOT EXISTS ?@? IDENTIFIED BY ?', [user, from, password]);
    await root.query('ALTER USER ?@? IDENTIFIED BY ?', [user, from, password]);
  }
  const all = `GRANT ALL PRIVILEGES ON ${DATABASE}.* TO ?@? WITH GRANT OPTION`;
  await root.query(all, ['yance_migration', from]);
  const [appUrl, migrationUrl] = accounts.map(
    ({ user, password }) => `mysql://${user}:${password}@${host}:${port}/${DATABASE}`,
  );
  return { appUrl, migrationUrl };
}
