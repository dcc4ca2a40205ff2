import { randomBytes } from 'node:crypto';
import { copyTemplate } from './database/copy-schema.js';
import { asAdmin, schemaUrl, testServer } from './database/test-server.js';

/** A schema that one test has for itself. */
export interface FreshSchema {
  readonly url: string;
  readonly name: string;
  /** Call it when the test is over; what is forgotten goes with the run. */
  drop(): Promise<void>;
}

/**
 * Makes a schema for a test that must be alone, such as one that counts all rows or loads the demo.
 * @param options.migrated false leaves it without tables, for tests of the migrations themselves
 */
export async function freshSchema({ migrated = true } = {}): Promise<FreshSchema> {
  const server = testServer();
  const name = `${server.prefix}_f_${randomBytes(5).toString('hex')}`;
  await asAdmin(server, async (admin) => {
    if (migrated) await copyTemplate(admin, server, name);
    else
      await admin.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  });
  return {
    url: schemaUrl(server, name),
    name,
    drop: () =>
      asAdmin(server, async (admin) => void (await admin.query(`DROP DATABASE IF EXISTS ${name}`))),
  };
}
