import { createConnection, type Connection } from 'mysql2/promise';

/** Where this test run may make schemas, as its global set-up left it. */
export interface TestServer {
  /** Account that may do everything, no schema selected. */
  readonly adminUrl: string;
  /** Begins the names of all schemas of this run. */
  readonly prefix: string;
}

/** @throws Error when Jest runs a project that has no database set-up */
export function testServer(): TestServer {
  const { TEST_DATABASE_URL: adminUrl, TEST_SCHEMA_PREFIX: prefix } = process.env;
  if (!adminUrl || !prefix) throw new Error('this test needs a Jest project with a database');
  return { adminUrl, prefix };
}

/** The URL of a schema of this run. */
export function schemaUrl(server: TestServer, schema: string): string {
  return new URL(schema, server.adminUrl).href;
}

/** Opens one administrator's connection for `work` and closes it whatever happens. */
export async function asAdmin<T>(
  server: TestServer,
  work: (admin: Connection) => Promise<T>,
): Promise<T> {
  const admin = await createConnection({ uri: server.adminUrl, multipleStatements: false });
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
