import { randomBytes } from 'node:crypto';
import { startThrowawayDatabase } from '../../../../../scripts/lib/testing/throwaway-database.mjs';
import { buildTemplate } from './template.mjs';

/**
 * Gives the run a database server (TEST_DATABASE_URL, else one of its own) and one migrated template schema in it.
 * Jest calls this once for every project; the first call does the work.
 */
export default async function setUp() {
  if (process.env.TEST_SCHEMA_PREFIX) return;
  if (!process.env.TEST_DATABASE_URL) {
    const database = await startThrowawayDatabase();
    globalThis.yanceTestDatabase = database;
    process.env.TEST_DATABASE_URL = database.adminUrl;
  }
  const prefix = `t_${randomBytes(4).toString('hex')}`;
  await buildTemplate(process.env.TEST_DATABASE_URL, prefix);
  process.env.TEST_SCHEMA_PREFIX = prefix;
}
