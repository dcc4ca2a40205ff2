import type { RowDataPacket } from 'mysql2/promise';
import { copyTemplate } from './copy-schema.js';
import { asAdmin, schemaUrl, testServer } from './test-server.js';

let url: Promise<string> | undefined;

/**
 * The URL of this Jest worker's own schema: migrated, and shared by the test files that the worker runs one after
 * another. Nothing is emptied in between: a test makes the rows it looks at and looks at no others.
 */
export function workerDatabaseUrl(): Promise<string> {
  url ??= prepare();
  return url;
}

async function prepare(): Promise<string> {
  const server = testServer();
  const schema = `${server.prefix}_w${process.env.JEST_WORKER_ID ?? '1'}`;
  await asAdmin(server, async (admin) => {
    const ready = `${server.prefix}_ready.copy`;
    const [rows] = await admin.query<RowDataPacket[]>(`SELECT name FROM ${ready} WHERE name = ?`, [
      schema,
    ]);
    // Noted only at the end, so a copy that a crashed worker left half done is made again.
    if (rows.length > 0) return;
    await copyTemplate(admin, server, schema);
    await admin.query(`INSERT INTO ${ready} (name) VALUES (?)`, [schema]);
  });
  return schemaUrl(server, schema);
}
