import type { RowDataPacket } from 'mysql2/promise';
import { asAdmin, testServer } from './test-server.js';

/**
 * What takes a moment to make and is the same for every test file: the first who asks makes it, everybody else reads it.
 * Two who ask at once both make one, and both get the one that was there first.
 * @param make its result is kept as JSON
 */
export async function onceARun<T>(name: string, make: () => T | Promise<T>): Promise<T> {
  const server = testServer();
  const table = `${server.prefix}_ready.once`;
  return asAdmin(server, async (admin) => {
    const kept = async (): Promise<string | undefined> => {
      const sql = `SELECT value FROM ${table} WHERE name = ?`;
      const [rows] = await admin.query<RowDataPacket[]>(sql, [name]);
      return rows[0]?.['value'] as string | undefined;
    };
    const there = await kept();
    if (there !== undefined) return JSON.parse(there) as T;
    const made = JSON.stringify(await make());
    await admin.query(`INSERT IGNORE INTO ${table} (name, value) VALUES (?, ?)`, [name, made]);
    return JSON.parse((await kept()) ?? made) as T;
  });
}
