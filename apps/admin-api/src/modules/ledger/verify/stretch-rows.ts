import { placeholders } from '../../../platform/database/index.js';
import { toAmount } from '../../../platform/money/index.js';
import type { Checking } from './verify-types.js';

export interface PostingRow {
  readonly line: number;
  readonly debit: number;
  readonly credit: number;
  readonly asset: string;
  readonly amount: number;
  readonly debitLot: number | null;
  readonly creditLot: number | null;
}

export interface LineRow {
  readonly line: number;
  readonly accountId: number;
  readonly seq: number;
  readonly lotId: number | null;
}

export interface LotRow {
  readonly id: number;
  readonly sourceIndex: number;
  readonly facts: Readonly<Record<string, number | string | null>>;
}

export interface HoldRow {
  readonly id: number;
  readonly openedIndex: number;
  readonly accountId: number;
  readonly lotId: number | null;
  readonly amount: number;
  readonly bizKey: string;
  readonly state: string;
  readonly closedTxId: number | null;
}

type ByTx<T> = ReadonlyMap<number, readonly T[]>;

/** All rows that belong to a stretch of the journal, by entry. */
export interface Stretch {
  readonly postings: ByTx<PostingRow>;
  readonly lines: ByTx<LineRow>;
  readonly lots: ByTx<LotRow>;
  /** Holds by the entry that opened them. */
  readonly opened: ByTx<HoldRow>;
  /** Holds by the entry that closed them. */
  readonly closed: ByTx<HoldRow>;
  /** Codes of the accounts that the postings name. */
  readonly accounts: ReadonlyMap<number, string>;
}

type Row = Record<string, unknown>;

/** Entries after `from` up to `to`. */
export async function rowsOfStretch(
  checking: Checking,
  from: number,
  to: number,
): Promise<Stretch> {
  const { checked } = checking;
  const postings = await grouped(checking, POSTINGS, from, to, toPosting);
  const lots = await grouped(checking, LOTS, from, to, toLot);
  const opened = await grouped(checking, HOLDS('opened_tx_id'), from, to, toHold);
  const [lines, closed] = [
    await grouped(checking, LINES, from, to, toLine),
    await grouped(checking, HOLDS('closed_tx_id'), from, to, toHold),
  ];
  checked.postings += sizeOf(postings);
  checked.lots += sizeOf(lots);
  checked.holds += sizeOf(opened);
  return { postings, lines, lots, opened, closed, accounts: await codesOf(checking, postings) };
}

const sizeOf = (map: ByTx<unknown>): number => {
  let size = 0;
  for (const rows of map.values()) size += rows.length;
  return size;
};

const POSTINGS = `SELECT tx_id, line, debit_account_id, credit_account_id, asset, amount, debit_lot_id, credit_lot_id
  FROM ledger_posting WHERE tx_id > ? AND tx_id <= ? ORDER BY tx_id, line`;
const LINES = `SELECT tx_id, line, account_id, seq, lot_id
  FROM account_line FORCE INDEX (uq_account_line_tx) WHERE tx_id > ? AND tx_id <= ? ORDER BY tx_id, line`;
const LOTS = `SELECT source_tx_id AS tx_id, id, source_index, owner_kind, owner_id, store_id, valid_everywhere,
    principal, bonus, units, unit_value, list_price, spend_order, payment_id, paid_on, expires_on
  FROM lot WHERE source_tx_id > ? AND source_tx_id <= ? ORDER BY source_tx_id, source_index`;
const HOLDS = (column: 'opened_tx_id' | 'closed_tx_id'): string =>
  `SELECT ${column} AS tx_id, id, opened_index, account_id, lot_id, amount, biz_key, state, closed_tx_id
  FROM ledger_hold WHERE ${column} > ? AND ${column} <= ? ORDER BY ${column}, id`;

async function grouped<T>(
  { reader }: Checking,
  sql: string,
  from: number,
  to: number,
  read: (row: Row) => T,
): Promise<ByTx<T>> {
  const byTx = new Map<number, T[]>();
  for (const row of await reader.rows<Row>(sql, [from, to])) {
    const txId = toAmount(row['tx_id']);
    const rows = byTx.get(txId);
    if (rows) rows.push(read(row));
    else byTx.set(txId, [read(row)]);
  }
  return byTx;
}

const optional = (value: unknown): number | null => (value === null ? null : toAmount(value));

const toPosting = (row: Row): PostingRow => ({
  line: toAmount(row['line']),
  debit: toAmount(row['debit_account_id']),
  credit: toAmount(row['credit_account_id']),
  asset: row['asset'] as string,
  amount: toAmount(row['amount']),
  debitLot: optional(row['debit_lot_id']),
  creditLot: optional(row['credit_lot_id']),
});

const toLine = (row: Row): LineRow => ({
  line: toAmount(row['line']),
  accountId: toAmount(row['account_id']),
  seq: toAmount(row['seq']),
  lotId: optional(row['lot_id']),
});

const LOT_NUMBERS = [
  ...['valid_everywhere', 'principal', 'bonus', 'units', 'unit_value', 'list_price'],
];

function toLot({ tx_id: _, id, source_index: index, ...facts }: Row): LotRow {
  const numbers = LOT_NUMBERS.map((name) => [name, optional(facts[name])] as const);
  return {
    ...{ id: toAmount(id), sourceIndex: toAmount(index) },
    facts: { ...(facts as Record<string, string | null>), ...Object.fromEntries(numbers) },
  };
}

const toHold = (row: Row): HoldRow => ({
  id: toAmount(row['id']),
  openedIndex: toAmount(row['opened_index']),
  accountId: toAmount(row['account_id']),
  lotId: optional(row['lot_id']),
  amount: toAmount(row['amount']),
  bizKey: row['biz_key'] as string,
  state: row['state'] as string,
  closedTxId: optional(row['closed_tx_id']),
});

async function codesOf(
  { reader }: Checking,
  postings: ByTx<PostingRow>,
): Promise<Map<number, string>> {
  const ids = new Set<number>();
  for (const rows of postings.values()) {
    for (const row of rows) ids.add(row.debit).add(row.credit);
  }
  if (ids.size === 0) return new Map();
  const rows = await reader.rows<{ id: unknown; code: string }>(
    `SELECT id, code FROM ledger_account WHERE id IN (${placeholders([...ids])})`,
    [...ids],
  );
  return new Map(rows.map((row) => [toAmount(row.id), row.code]));
}
