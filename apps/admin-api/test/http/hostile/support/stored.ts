import { DataSource } from 'typeorm';
import type { TestApi } from '../../../support/an-api.js';
import { asAdmin, testServer } from '../../../support/database/test-server.js';

/** Counts who came how often: these grow with every call, refused ones too, and hold nothing of what was sent. */
const COUNTERS = ['rate_limit', 'login_throttle'];

/** What was last seen of one schema, by table. */
interface Seen {
  readonly names: readonly string[];
  readonly sums: Map<string, string>;
  readonly written: Map<string, string>;
}

const SEEN = new WeakMap<TestApi, Promise<Seen>>();

function seenOf(api: TestApi): Promise<Seen> {
  const known = SEEN.get(api) ?? firstLook(api);
  SEEN.set(api, known);
  return known;
}

/** Which tables there are is asked once: migrations ran before any test, and asking takes as long as all the sums. */
async function firstLook({ database }: TestApi): Promise<Seen> {
  await asAdmin(testServer(), (admin) => admin.query('SET GLOBAL userstat = ON'));
  const tables = await database.rows<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' ORDER BY table_name`,
  );
  const names = tables.map(({ name }) => name).filter((name) => !COUNTERS.includes(name));
  return { names, sums: new Map(), written: new Map() };
}

/**
 * The tables that a statement wrote to since the last look: MariaDB counts the rows, and goes on counting those of a
 * transaction that was rolled back. A table it has not counted yet is one that nobody wrote to since it counts.
 */
async function writtenSince({ database }: TestApi, { names, sums, written }: Seen) {
  const counts = await database.rows<{ name: string; changed: string }>(
    `SELECT TABLE_NAME AS name, CAST(ROWS_CHANGED AS CHAR) AS changed
     FROM information_schema.TABLE_STATISTICS WHERE TABLE_SCHEMA = DATABASE()`,
  );
  const changed = counts.filter((each) => written.get(each.name) !== each.changed);
  for (const each of changed) written.set(each.name, each.changed);
  const touched = new Set(changed.map(({ name }) => name));
  return names.filter((name) => touched.has(name) || !sums.has(name));
}

/**
 * A checksum of every table, by name: two that are equal mean that nothing was stored in between. Only those are
 * summed anew that were written to, because the sums of two hundred tables after each call took most of a run.
 */
export async function checksums(api: TestApi): Promise<Record<string, string>> {
  const seen = await seenOf(api);
  const names = await writtenSince(api, seen);
  if (names.length > 0) {
    // Database takes nothing that names a table of the setup and is no SELECT.
    const sums = await api.app
      .get(DataSource)
      .query<{ Table: string; Checksum: number | string | null }[]>(
        `CHECKSUM TABLE ${names.map((name) => `\`${name}\``).join(', ')}`,
      );
    for (const { Table, Checksum } of sums)
      seen.sums.set(Table.split('.').at(-1) ?? Table, String(Checksum));
  }
  return Object.fromEntries(seen.names.map((name) => [name, seen.sums.get(name) ?? '']));
}
