import { dropSchemas } from './template.mjs';

/** Takes away what the run made: the server if it was ours, else our schemas in the one that was named. */
export default async function tearDown() {
  const { TEST_DATABASE_URL: url, TEST_SCHEMA_PREFIX: prefix } = process.env;
  const database = globalThis.yanceTestDatabase;
  if (database) {
    globalThis.yanceTestDatabase = undefined;
    delete process.env.TEST_DATABASE_URL;
    await database.discard();
  } else if (url && prefix) {
    await dropSchemas(url, prefix);
  }
  delete process.env.TEST_SCHEMA_PREFIX;
}
