import type { Connection, RowDataPacket } from 'mysql2/promise';
import { copySchema, copyTemplate } from './copy-schema.js';
import { asAdmin, schemaUrl, testServer } from './test-server.js';

/** Longest wait for another worker's load. */
const WAIT_S = 300;

/**
 * Puts the demo salon into a schema. Loading it takes most of a minute, so the first who asks loads one for the whole
 * run and everybody gets a copy of that.
 * @param load fills the migrated, empty schema behind a URL
 */
export async function copyDemo(
  databaseUrl: string,
  load: (url: string) => Promise<void>,
): Promise<void> {
  const server = testServer();
  const demo = `${server.prefix}_demo`;
  await asAdmin(server, async (admin) => {
    await inTurn(admin, demo, async () => {
      if (await isReady(admin, server.prefix, demo)) return;
      await copyTemplate(admin, server, demo);
      await load(schemaUrl(server, demo));
      await admin.query(`INSERT INTO ${server.prefix}_ready.copy (name) VALUES (?)`, [demo]);
    });
    await copySchema(admin, demo, new URL(databaseUrl).pathname.slice(1));
  });
}

async function isReady(admin: Connection, prefix: string, demo: string): Promise<boolean> {
  const [rows] = await admin.query<RowDataPacket[]>(
    `SELECT name FROM ${prefix}_ready.copy WHERE name = ?`,
    [demo],
  );
  return rows.length > 0;
}

/** The workers of a run are processes, so the database keeps them apart. */
async function inTurn(admin: Connection, lock: string, work: () => Promise<void>): Promise<void> {
  const [rows] = await admin.query<RowDataPacket[]>('SELECT GET_LOCK(?, ?) AS mine', [
    lock,
    WAIT_S,
  ]);
  if (rows[0]?.mine !== 1) throw new Error('another worker has been loading the demo for too long');
  try {
    await work();
  } finally {
    await admin.query('DO RELEASE_LOCK(?)', [lock]);
  }
}
