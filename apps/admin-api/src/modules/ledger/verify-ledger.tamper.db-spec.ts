import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { freshSchema, type FreshSchema } from '../../../test/support/database/index.js';
import type { BadRow } from './index.js';
import { aLedger, type TestLedger } from './testing/a-ledger.js';
import { writeSomeBooks } from './testing/some-books.js';

/** Primary keys as verify writes them. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  ledger_tx: ['id'],
  ledger_posting: ['tx_id', 'line'],
  ledger_account: ['id'],
  account_line: ['account_id', 'seq'],
  lot: ['id'],
  ledger_hold: ['id'],
  ledger_daily: ['account_id', 'effective_on'],
  ledger_seal: ['no'],
};
const TABLES = Object.keys(KEYS);

type Cell = string | number | Buffer | null;
type Row = Record<string, Cell | undefined>;

let schema: FreshSchema;
let books: TestLedger;
/** Somebody with every right, and with the checks of the database switched off. */
let admin: Connection;

beforeAll(async () => {
  schema = await freshSchema();
  books = await aLedger(schema.url);
  await writeSomeBooks(books);
  admin = await createConnection({ uri: schema.url, dateStrings: true, jsonStrings: true });
  await admin.query('SET foreign_key_checks = 0, check_constraint_checks = 0');
});
afterAll(async () => {
  await admin.end();
  await books.close();
  await schema.drop();
});

async function rowsOf(table: string): Promise<Row[]> {
  const keys = KEYS[table]?.join(', ');
  const [rows] = await admin.query<RowDataPacket[]>(`SELECT * FROM ${table} ORDER BY ${keys}`);
  return rows;
}

const insert = (table: string, row: Row): Promise<unknown> =>
  admin.query(
    `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
      .map(() => '?')
      .join(', ')})`,
    Object.values(row),
  );

function remove(table: string, row: Row): Promise<unknown> {
  const keys = KEYS[table] ?? [];
  return admin.query(
    `DELETE FROM ${table} WHERE ${keys.map((key) => `${key} = ?`).join(' AND ')}`,
    keys.map((key) => row[key]),
  );
}

const keyOf = (table: string, row: Row): string =>
  (KEYS[table] ?? []).map((key) => String(row[key])).join('/');

async function firstBadRow(): Promise<BadRow | undefined> {
  const { ok, firstBadRow: bad } = await books.verify.run(7);
  expect(ok).toBe(bad === undefined);
  return bad;
}

/** A little to the side of what stands there, and still of its type. */
function altered(name: string, value: Cell | undefined): Cell {
  if (Buffer.isBuffer(value)) {
    const copy = Buffer.from(value);
    copy[3] = (copy[3] ?? 0) ^ 1;
    return copy;
  }
  if (typeof value === 'number')
    return ['tracked', 'valid_everywhere'].includes(name) ? 1 - value : value + 1_000_003;
  if (value === null || value === undefined)
    return name === 'expires_on' ? '2030-01-01' : name === 'payment_id' ? 'X' : 1;
  const text = value;
  if (name === 'body') return text.replace(/"legs":\[(\[)?/, (all) => `"about2":1,${all}`);
  if (/^\d{4}-\d\d-\d\d/.test(text))
    return text.replace(/^(\d{4})/, (year) => String(Number(year) + 1));
  const others: Record<string, string> = {
    asset: 'PTS',
    normal_side: 'debit',
    owner_kind: 'staff',
    state: 'released',
    actor_kind: 'client',
    spend_order: 'bonus_first',
  };
  const other = others[name];
  if (other !== undefined && other !== text) return other;
  if (name === 'normal_side') return 'credit';
  if (name === 'state') return 'captured';
  return `${text.startsWith('Z') ? 'Y' : 'Z'}${text.slice(1)}`;
}

/** The first, the last and one in between of those that differ in kind. */
const someOf = (rows: readonly Row[]): Row[] =>
  [...new Set([0, 1, Math.floor(rows.length / 2), rows.length - 1])].flatMap((at) =>
    rows[at] ? [rows[at]] : [],
  );

it('finds nothing wrong with books that nobody touched, and looks at every row', async () => {
  const { ok, checked } = await books.verify.run(7);
  expect(ok).toBe(true);
  const counts = [];
  for (const table of TABLES) counts.push((await rowsOf(table)).length);
  const { txs, postings, accounts, lines, lots, holds, dailySums, seals } = checked;
  expect([txs, postings, accounts, lines, lots, holds, dailySums, seals]).toEqual(counts);
  expect(Math.min(...counts)).toBeGreaterThan(1);
});

describe.each(TABLES)('in %s', (table) => {
  it('names a row whose value was changed, whichever column it is', async () => {
    const rows = await rowsOf(table);
    const missed: string[] = [];
    let tried = 0;
    for (const row of someOf(rows)) {
      for (const column of Object.keys(row)) {
        const changed = { ...row, [column]: altered(column, row[column]) };
        await remove(table, row);
        await insert(table, changed);
        const bad = await firstBadRow();
        tried += 1;
        const named = [keyOf(table, row), keyOf(table, changed)].some(
          (key) =>
            bad?.table === table &&
            (bad.key === key || bad.key.startsWith(`${key}@`) || isMissingLine(bad, table, row)),
        );
        if (!named) missed.push(`${column} of ${keyOf(table, row)}: ${JSON.stringify(bad)}`);
        await remove(table, changed);
        await insert(table, row);
      }
    }
    expect(missed).toEqual([]);
    expect(tried).toBeGreaterThan(6);
    expect(await firstBadRow()).toBeUndefined();
  });

  it('names a row that was deleted', async () => {
    const rows = await rowsOf(table);
    const missed: string[] = [];
    for (const row of rows) {
      await remove(table, row);
      const bad = await firstBadRow();
      const named =
        bad?.table === table && (bad.key === keyOf(table, row) || isMissingRow(bad, table, row));
      if (!named) missed.push(`${keyOf(table, row)}: ${JSON.stringify(bad)}`);
      await insert(table, row);
    }
    expect(missed).toEqual([]);
    expect(await firstBadRow()).toBeUndefined();
  });

  it('names one of two rows that changed places', async () => {
    const keys = KEYS[table] ?? [];
    const rows = await rowsOf(table);
    const [one, two] = [rows[0] ?? {}, rows[Math.min(2, rows.length - 1)] ?? {}];
    const placed = (content: Row, place: Row): Row => ({
      ...content,
      ...Object.fromEntries(keys.map((key) => [key, place[key]])),
    });
    for (const row of [one, two]) await remove(table, row);
    await insert(table, placed(one, two));
    await insert(table, placed(two, one));
    const bad = await firstBadRow();
    expect(bad).toBeDefined();
    expect(bad?.key.split(/[/@#]/)[0]).toMatch(
      new RegExp(`^(${[one, two].map((row) => String(row[keys[0] ?? ''])).join('|')})$`),
    );
    for (const row of [placed(one, two), placed(two, one)]) await remove(table, row);
    for (const row of [one, two]) await insert(table, row);
    expect(await firstBadRow()).toBeUndefined();
  });
});

const isMissingLine = (bad: BadRow, table: string, row: Row): boolean =>
  table === 'account_line' &&
  bad.key === `${String(row['account_id'])}@${String(row['tx_id'])}/${String(row['line'])}`;

/** What is gone is named by what the journal knows of it. */
const isMissingRow = (bad: BadRow, table: string, row: Row): boolean =>
  isMissingLine(bad, table, row);

describe('the tail of the books', () => {
  /** As if the last entries had never been: no row is left that could tell of them, and every account is rewound. */
  async function truncateFrom(txId: number): Promise<Map<string, Row[]>> {
    const before = new Map<string, Row[]>();
    for (const table of TABLES) before.set(table, await rowsOf(table));
    await admin.query('DELETE FROM account_line WHERE tx_id >= ?', [txId]);
    await admin.query('DELETE FROM ledger_posting WHERE tx_id >= ?', [txId]);
    await admin.query('DELETE FROM lot WHERE source_tx_id >= ?', [txId]);
    await admin.query('DELETE FROM ledger_hold WHERE opened_tx_id >= ?', [txId]);
    await admin.query(
      "UPDATE ledger_hold SET state = 'open', closed_tx_id = NULL WHERE closed_tx_id >= ?",
      [txId],
    );
    await admin.query('DELETE FROM ledger_account WHERE opened_tx_id >= ?', [txId]);
    await admin.query('DELETE FROM ledger_tx WHERE id >= ?', [txId]);
    await admin.query(
      `UPDATE ledger_account a
       LEFT JOIN account_line l ON l.account_id = a.id
         AND l.seq = (SELECT MAX(m.seq) FROM account_line m WHERE m.account_id = a.id)
       SET a.seq = COALESCE(l.seq, 0), a.balance = COALESCE(l.balance_after, 0),
         a.tip_hash = COALESCE(l.hash, REPEAT(CHAR(0), 32)),
         a.held = COALESCE((SELECT SUM(h.amount) FROM ledger_hold h WHERE h.account_id = a.id AND h.state = 'open'), 0)
       WHERE a.tracked = 1`,
    );
    for (const part of ['principal', 'bonus', 'units']) {
      const codes = {
        principal: "'SV_PRINCIPAL', 'PKG_DEFERRED'",
        bonus: "'SV_BONUS'",
        units: "'SES_AVAIL', 'SES_RESERVED'",
      };
      await admin.query(
        `UPDATE lot SET ${part}_left = COALESCE((SELECT SUM(l.delta) FROM account_line l
           JOIN ledger_account a ON a.id = l.account_id WHERE l.lot_id = lot.id AND a.code IN (${codes[part as 'bonus']})), 0)`,
      );
    }
    return before;
  }

  /** The daily sums without the sealed entries that are gone. */
  async function rewindDaily(): Promise<void> {
    await admin.query('DELETE FROM ledger_daily');
    await admin.query(
      `INSERT INTO ledger_daily SELECT a.id, t.effective_on,
         SUM(IF(p.debit_account_id = a.id, p.amount, 0)), SUM(IF(p.credit_account_id = a.id, p.amount, 0))
       FROM ledger_account a JOIN ledger_posting p ON a.id IN (p.debit_account_id, p.credit_account_id)
       JOIN ledger_tx t ON t.id = p.tx_id WHERE a.tracked = 0 GROUP BY a.id, t.effective_on`,
    );
  }

  async function restore(before: ReadonlyMap<string, readonly Row[]>): Promise<void> {
    for (const table of TABLES) {
      await admin.query(`DELETE FROM ${table}`);
      for (const row of before.get(table) ?? []) await insert(table, row);
    }
    expect(await firstBadRow()).toBeUndefined();
  }

  it('cannot be cut off where it is sealed: the seal counts what was there', async () => {
    const ids = (await rowsOf('ledger_tx')).map((row) => Number(row['id']));
    for (const back of [1, 2, ids.length - 2]) {
      const before = await truncateFrom(ids.at(-back) ?? 0);
      await rewindDaily();
      const bad = await firstBadRow();
      expect(bad?.table).toBe('ledger_seal');
      expect(bad?.problem).toMatch(/封存时有 \d+ 笔账，现在有 \d+ 笔/);
      await restore(before);
    }
  });

  it('cannot be cut off together with its seal: the exported file still has it', async () => {
    const ids = (await rowsOf('ledger_tx')).map((row) => Number(row['id']));
    const before = await truncateFrom(ids.at(-2) ?? 0);
    const last = Number((await rowsOf('ledger_seal')).at(-1)?.['no']);
    await admin.query('DELETE FROM ledger_seal WHERE no = ?', [last]);
    await rewindDaily();
    expect(await firstBadRow()).toMatchObject({ table: 'ledger_seal', key: String(last) });
    await restore(before);
  });
});

describe('the exported files', () => {
  const file = (): string => {
    const [name] = readdirSync(books.sealFolder);
    return path.join(books.sealFolder, name ?? '');
  };

  it.each([
    ['edited', (lines: string[]) => lines.map((line) => line.replace('"txCount":', '"txCount":1'))],
    ['shortened at its beginning', (lines: string[]) => lines.slice(1)],
    ['emptied', () => []],
    ['lengthened', (lines: string[]) => [...lines, lines.at(-1) ?? '']],
    ['filled with something else', () => ['hello']],
  ])('are named when one was %s', async (_, change) => {
    const before = readFileSync(file(), 'utf8');
    const lines = change(before.trimEnd().split('\n'));
    writeFileSync(file(), lines.map((line) => `${line}\n`).join(''));
    expect((await firstBadRow())?.table).toBe('seal_file');
    writeFileSync(file(), before);
    expect(await firstBadRow()).toBeUndefined();
  });

  it('catch up with the database by themselves', async () => {
    const before = readFileSync(file(), 'utf8');
    const lines = before.trimEnd().split('\n');
    writeFileSync(file(), `${lines.slice(0, -1).join('\n')}\n`);
    await books.seals.run();
    expect(readFileSync(file(), 'utf8')).toBe(before);
  });
});
