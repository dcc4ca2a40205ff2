import { placeholders, type Reader } from '../../../platform/database/index.js';
import { toAmount } from '../../../platform/money/index.js';
import type { AccountRef, Json } from '../ledger-types.js';
import type { AccountCode, OwnerKind } from '../rules/chart-of-accounts.js';
import { bodyOf } from './journal.js';
import { namedAccounts } from './named-accounts.js';

/** An account that has moved at least once. */
export interface Balance {
  readonly code: AccountCode;
  readonly asset: string;
  /** Fen or units, held amounts included. */
  readonly balance: number;
  readonly held: number;
  /** Of the account's last line, in hex: the proof on a client's statement. */
  readonly tipHash: string;
}

/** All accounts of a client, package, card or member of staff. */
export async function balancesOf(
  reader: Reader,
  owner: { readonly kind: Exclude<OwnerKind, 'house'>; readonly id: string },
): Promise<Balance[]> {
  const rows = await reader.rows<{
    code: AccountCode;
    asset: string;
    balance: unknown;
    held: unknown;
    tip_hash: Buffer;
  }>(
    `SELECT code, asset, balance, held, tip_hash FROM ledger_account
     WHERE owner_kind = ? AND owner_id = ? AND store_id = '' ORDER BY id`,
    [owner.kind, owner.id],
  );
  return rows.map((row) => ({
    ...{ code: row.code, asset: row.asset, balance: toAmount(row.balance) },
    ...{ held: toAmount(row.held), tipHash: row.tip_hash.toString('hex') },
  }));
}

/** One movement of one account, with what it was. */
export interface StatementLine {
  readonly code: AccountCode;
  readonly seq: number;
  readonly entryNo: string;
  /** The entry's kind; ENTRY_KINDS has its name. */
  readonly kind: string;
  /** What the entry tells of itself: title, order number and the like. */
  readonly about: { readonly [name: string]: Json };
  readonly storeId: string;
  readonly effectiveOn: string;
  readonly postedAt: Date;
  /** Fen or units; below zero when the account went down. */
  readonly delta: number;
  readonly balanceAfter: number;
  readonly lotId: number | null;
  /** Hex. */
  readonly hash: string;
  /** For reads inside the modules of the house; never on the wire. */
  readonly txId: number;
  readonly line: number;
  readonly accountId: number;
}

export interface StatementPage {
  readonly lines: readonly StatementLine[];
  readonly nextCursor?: string;
}

export interface StatementQuery {
  /** A half-open stretch of time, such as a month of the store's wall. */
  readonly from: Date;
  readonly to: Date;
  readonly cursor?: string;
  readonly limit?: number;
}

interface LineRow {
  account_id: unknown;
  code: AccountCode;
  seq: unknown;
  tx_id: unknown;
  line: unknown;
  delta: unknown;
  balance_after: unknown;
  lot_id: unknown;
  posted_at: Date;
  hash: Buffer;
  entry_no: string;
  kind: string;
  store_id: string;
  effective_on: string;
  body: unknown;
}

const PAGE = 50;
const MOST = 200;
const CURSOR = /^(\d{1,16})\.(\d{1,9})\.(\d{1,16})$/;

/** Newest first, over all accounts named; an account that never moved has no lines. */
export async function statementLines(
  reader: Reader,
  accounts: readonly AccountRef[],
  { from, to, cursor, limit = PAGE }: StatementQuery,
): Promise<StatementPage> {
  const ids = await idsOf(reader, accounts);
  if (ids.length === 0) return { lines: [] };
  const size = Math.min(Math.max(1, limit), MOST);
  const after = cursorOf(cursor);
  // The lines of a month are few: they are found by time and put in order afterwards. The lines come first in the
  // join: after an account they would be found by its number alone, and all of its life be looked through.
  const rows = await reader.rows<LineRow>(
    `SELECT page.*, t.entry_no, t.kind, t.store_id, t.effective_on, t.body FROM (
       SELECT l.account_id, a.code, l.seq, l.tx_id, l.line, l.delta, l.balance_after, l.lot_id, l.posted_at, l.hash
       FROM account_line l FORCE INDEX (ix_account_line_posted) STRAIGHT_JOIN ledger_account a ON a.id = l.account_id
       WHERE l.account_id IN (${placeholders(ids)}) AND l.posted_at >= ? AND l.posted_at < ?
         ${after ? 'AND (l.tx_id < ? OR (l.tx_id = ? AND (l.line < ? OR (l.line = ? AND l.account_id < ?))))' : ''}
       ORDER BY l.tx_id DESC, l.line DESC, l.account_id DESC LIMIT ${size + 1}
     ) page JOIN ledger_tx t ON t.id = page.tx_id
     ORDER BY page.tx_id DESC, page.line DESC, page.account_id DESC`,
    [
      ...ids,
      from,
      to,
      ...(after ? [after.tx, after.tx, after.line, after.line, after.account] : []),
    ],
  );
  const last = rows.length > size ? rows[size - 1] : undefined;
  return {
    lines: rows.slice(0, size).map(toLine),
    ...(last
      ? { nextCursor: [last.tx_id, last.line, last.account_id].map(toAmount).join('.') }
      : {}),
  };
}

/** The lines of one entry on certain accounts: what a statement's line opens to. */
export async function linesOfEntry(reader: Reader, txId: number): Promise<StatementLine[]> {
  const rows = await reader.rows<LineRow>(
    `SELECT l.account_id, a.code, l.seq, l.tx_id, l.line, l.delta, l.balance_after, l.lot_id, l.posted_at, l.hash,
            t.entry_no, t.kind, t.store_id, t.effective_on, t.body
     FROM account_line l JOIN ledger_account a ON a.id = l.account_id JOIN ledger_tx t ON t.id = l.tx_id
     WHERE l.tx_id = ? ORDER BY l.line, l.account_id`,
    [txId],
  );
  return rows.map(toLine);
}

/** Everything that moved a lot, oldest first. */
export async function linesOfLot(reader: Reader, lotId: number): Promise<StatementLine[]> {
  const rows = await reader.rows<LineRow>(
    `SELECT l.account_id, a.code, l.seq, l.tx_id, l.line, l.delta, l.balance_after, l.lot_id, l.posted_at, l.hash,
            t.entry_no, t.kind, t.store_id, t.effective_on, t.body
     FROM account_line l JOIN ledger_account a ON a.id = l.account_id JOIN ledger_tx t ON t.id = l.tx_id
     WHERE l.lot_id = ? ORDER BY l.tx_id, l.line, l.account_id`,
    [lotId],
  );
  return rows.map(toLine);
}

/** The store of the entry that moved an account last; undefined for an account that never moved. */
export async function lastStoreOf(
  reader: Reader,
  account: AccountRef,
): Promise<string | undefined> {
  const [id] = await idsOf(reader, [account]);
  if (id === undefined) return undefined;
  const row = await reader.row<{ storeId: string }>(
    `SELECT t.store_id AS storeId FROM account_line l JOIN ledger_tx t ON t.id = l.tx_id
     WHERE l.account_id = ? ORDER BY l.seq DESC LIMIT 1`,
    [id],
  );
  return row?.storeId;
}

function toLine(row: LineRow): StatementLine {
  return {
    ...{ code: row.code, seq: toAmount(row.seq), entryNo: row.entry_no, kind: row.kind },
    about: bodyOf(row).about ?? {},
    ...{ storeId: row.store_id, effectiveOn: row.effective_on, postedAt: row.posted_at },
    ...{ delta: toAmount(row.delta), balanceAfter: toAmount(row.balance_after) },
    lotId: row.lot_id === null ? null : toAmount(row.lot_id),
    ...{ hash: row.hash.toString('hex'), txId: toAmount(row.tx_id), line: toAmount(row.line) },
    accountId: toAmount(row.account_id),
  };
}

function cursorOf(text: string | undefined) {
  const match = text === undefined ? null : CURSOR.exec(text);
  return match && { tx: Number(match[1]), line: Number(match[2]), account: Number(match[3]) };
}

async function idsOf(reader: Reader, accounts: readonly AccountRef[]): Promise<number[]> {
  if (accounts.length === 0) return [];
  const { sql, values } = namedAccounts(accounts);
  const rows = await reader.rows<{ id: unknown }>(`SELECT a.id FROM ${sql}`, values);
  return rows.map((row) => toAmount(row.id));
}
