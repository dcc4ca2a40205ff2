import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../migrations/index.js';
import { readMigrationUrl } from '../platform/config/index.js';
import { dataSourceOptions } from '../platform/database/index.js';

/**
 * Brings the schema up to date, before any API process starts: two processes that migrate at once can race.
 * Uses DATABASE_MIGRATION_URL, whose user may change tables; the API's own user may not.
 */
async function migrate(): Promise<void> {
  const url = readMigrationUrl(process.env);
  const source = new DataSource(dataSourceOptions({ url, poolSize: 2 }, [], MIGRATIONS));
  await source.initialize();
  try {
    const done = await source.runMigrations();
    process.stdout.write(`${done.length} migrations applied\n`);
  } finally {
    await source.destroy();
  }
}

await migrate().catch((error: unknown) => {
  process.stderr.write(
    `migration failed: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
