import { readDatabaseUrl, readMigrationUrl } from '../platform/config/index.js';
import { grantRights } from './grant-rights.js';

/**
 * Narrows the API's account (DATABASE_URL) to what TABLE_RIGHTS says, with the account of DATABASE_MIGRATION_URL. Run
 * it after each migration: a new table has no rights before.
 */
async function grants(): Promise<void> {
  const appUrl = readDatabaseUrl(process.env);
  const statements = await grantRights({ appUrl, migrationUrl: readMigrationUrl(process.env) });
  process.stdout.write(
    statements.length === 0 ? '权限已是最新。\n' : `权限已更新：${statements.length} 处。\n`,
  );
}

await grants().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
