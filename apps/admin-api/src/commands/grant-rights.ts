import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { RIGHTS, TABLE_RIGHTS } from '../migrations/table-rights.js';

/** The two accounts, as `mysql://` URLs of the same database. */
export interface TwoAccounts {
  readonly appUrl: string;
  readonly migrationUrl: string;
}

/** The accounts or the schema are not such that rights can be narrowed; the message says what to do. */
export class CannotGrant extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CannotGrant';
  }
}

interface Account {
  readonly name: string;
  readonly host: string;
}

/** A line of SHOW GRANTS; `on` as it stands there, with its quotes. */
interface Grant {
  readonly rights: readonly string[];
  readonly on: string;
}

/**
 * Gives the API's account exactly what TABLE_RIGHTS says and takes away everything else it had on the database. A
 * running API notices nothing: what it needs is given before what it does not need is taken.
 * @returns the statements that were needed, none on a second run
 * @throws CannotGrant, and the database's own refusals
 */
export async function grantRights(urls: TwoAccounts): Promise<string[]> {
  const app = await createConnection({ uri: withoutDatabase(urls.appUrl) });
  const migration = await createConnection({ uri: urls.migrationUrl });
  try {
    const account = await accountOf(app);
    if (sameAccount(account, await accountOf(migration)))
      throw new CannotGrant(
        'DATABASE_URL 与 DATABASE_MIGRATION_URL 用的是同一个账号，无法收窄权限',
      );
    const database = new URL(urls.migrationUrl).pathname.slice(1);
    await requireKnownTables(migration);
    const statements = plan(database, account, await grantsOf(app));
    for (const statement of statements) await migration.query(statement);
    return statements;
  } finally {
    await Promise.all([app.end(), migration.end()]);
  }
}

/** An account without rights may sign in, but not into a database. */
function withoutDatabase(url: string): string {
  const bare = new URL(url);
  bare.pathname = '/';
  return bare.href;
}

async function accountOf(connection: Connection): Promise<Account> {
  const [[row]] = await connection.query<RowDataPacket[]>('SELECT CURRENT_USER() AS account');
  const account = String(row?.['account']);
  const at = account.lastIndexOf('@');
  return { name: account.slice(0, at), host: account.slice(at + 1) };
}

const sameAccount = (a: Account, b: Account): boolean => a.name === b.name && a.host === b.host;

async function requireKnownTables(migration: Connection): Promise<void> {
  const [rows] = await migration.query<RowDataPacket[]>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name`,
  );
  const there = rows.map((row) => String(row['name']));
  const unknown = there.filter((table) => !(table in TABLE_RIGHTS));
  if (unknown.length > 0) throw new CannotGrant(`这些表没有权限说明：${unknown.join('、')}`);
  const missing = Object.keys(TABLE_RIGHTS).filter((table) => !there.includes(table));
  if (missing.length > 0)
    throw new CannotGrant(`请先更新数据库结构（migrate），还缺：${missing.join('、')}`);
}

/** What the account may do now; everybody may ask this about themselves. */
async function grantsOf(app: Connection): Promise<Grant[]> {
  const [rows] = await app.query<RowDataPacket[]>('SHOW GRANTS');
  return rows.flatMap((row) => {
    const line = String(Object.values(row)[0]);
    const match = /^GRANT (.+) ON (?:TABLE )?(\S+) TO /.exec(line);
    if (!match?.[1] || !match[2]) return [];
    return [{ rights: match[1].split(/,\s*/), on: match[2] }];
  });
}

function plan(database: string, account: Account, before: readonly Grant[]): string[] {
  const who = `${quoted(account.name)}@${quoted(account.host)}`;
  const everywhere = before.find(({ on, rights }) => on === '*.*' && rights.join() !== 'USAGE');
  if (everywhere)
    throw new CannotGrant(
      `API 的账号有全局权限（${everywhere.rights.join('、')}），收窄各表权限没有意义：请换一个普通账号`,
    );
  const give: string[] = [];
  const take: string[] = [];
  for (const [table, right] of Object.entries(TABLE_RIGHTS)) {
    const on = `\`${database}\`.\`${table}\``;
    const wanted: readonly string[] = RIGHTS[right];
    const has = before.filter((grant) => grant.on === on).flatMap((grant) => grant.rights);
    const missing = wanted.filter((one) => !has.includes(one));
    const tooMuch = has.filter((one) => !wanted.includes(one));
    if (missing.length > 0) give.push(`GRANT ${missing.join(', ')} ON ${on} TO ${who}`);
    if (tooMuch.length > 0) take.push(`REVOKE ${tooMuch.join(', ')} ON ${on} FROM ${who}`);
  }
  for (const { rights, on } of before) {
    // An underscore in the name of a database is a wildcard there and may stand escaped.
    const whole = on.replaceAll('\\', '') === `\`${database}\`.*`;
    if (whole) take.push(`REVOKE ${rights.join(', ')} ON ${on} FROM ${who}`);
  }
  return [...give, ...take];
}

const quoted = (text: string): string => `'${text.replaceAll(/['\\]/g, '\\$&')}'`;
