import { DataSource } from 'typeorm';
import type { TestApi } from '../../../support/an-api.js';

/** Counts who came how often: these grow with every call, refused ones too, and hold nothing of what was sent. */
const COUNTERS = ['rate_limit', 'login_throttle'];

/** A checksum of every table, by name: two that are equal mean that nothing was stored in between. */
export async function checksums({ app, database }: TestApi): Promise<Record<string, string>> {
  const tables = await database.rows<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name`,
  );
  const names = tables.map(({ name }) => name).filter((name) => !COUNTERS.includes(name));
  // Database takes nothing that names a table of the setup and is no SELECT.
  const sums = await app
    .get(DataSource)
    .query<{ Table: string; Checksum: number | string | null }[]>(
      `CHECKSUM TABLE ${names.map((name) => `\`${name}\``).join(', ')}`,
    );
  return Object.fromEntries(
    sums.map(({ Table, Checksum }) => [Table.split('.').at(-1) ?? Table, String(Checksum)]),
  );
}
