import {
  fromJsonColumn,
  insertSql,
  isDuplicateKey,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { toAmount } from '../../../platform/money/index.js';
import { EntryExists } from '../entry-exists.js';
import type { HashedEntry } from '../rules/canonical.js';
import type { DraftLeg } from '../rules/draft.js';
import type { EntryBody } from '../rules/entry-body.js';
import { lotIdOf, type NewLine } from '../rules/movements.js';

const TX_COLUMNS = [
  ...['entry_no', 'kind', 'biz_key', 'request_hash', 'reverses_tx_id', 'store_id', 'effective_on'],
  ...['posted_at', 'actor_kind', 'actor_id', 'body', 'hash'],
];
const POSTING_COLUMNS = [
  ...['tx_id', 'line', 'debit_account_id', 'credit_account_id', 'asset', 'amount'],
  ...['debit_lot_id', 'credit_lot_id'],
];
const LINE_COLUMNS = [
  ...['account_id', 'seq', 'tx_id', 'line', 'delta', 'balance_after', 'lot_id', 'posted_at'],
  ...['prev_hash', 'hash'],
];

/** An entry as the journal has it. */
export interface JournalEntry extends HashedEntry {
  readonly txId: number;
  readonly hash: Buffer;
}

export interface TxRow {
  id: unknown;
  entry_no: string;
  kind: string;
  biz_key: string;
  request_hash: Buffer;
  reverses_tx_id: unknown;
  store_id: string;
  effective_on: string;
  posted_at: Date;
  actor_kind: string;
  actor_id: string;
  body: unknown;
  hash: Buffer;
}

export const TX_FIELDS = `id, ${TX_COLUMNS.join(', ')}`;

/** The body of a journal row; engines give JSON as text or as a value. */
export const bodyOf = (row: { readonly body: unknown }): EntryBody =>
  fromJsonColumn(row.body) as EntryBody;

/**
 * Writes the entry into the journal.
 * @returns its id
 * @throws EntryExists when the journal has one of this kind and business key; Refusal LEDGER_ALREADY_REVERSED
 */
export async function insertEntry(tx: Tx, entry: HashedEntry, hash: Buffer): Promise<number> {
  try {
    const { insertId } = await tx.run(insertSql('ledger_tx', TX_COLUMNS, 1), [
      ...[entry.entryNo, entry.kind, entry.bizKey, entry.requestHash, entry.reversesTxId],
      ...[entry.storeId, entry.effectiveOn, entry.postedAt, entry.actorKind, entry.actorId],
      ...[entry.body, hash],
    ]);
    return toAmount(insertId);
  } catch (error) {
    if (isDuplicateKey(error, 'uq_ledger_tx_reverses')) return refuse('LEDGER_ALREADY_REVERSED');
    if (!isDuplicateKey(error, 'uq_ledger_tx_biz')) throw error;
    await refuseRepeat(tx, entry);
    throw error;
  }
}

/** @throws EntryExists when the journal has an entry of this kind and key already */
export async function refuseRepeat(
  reader: Reader,
  entry: { readonly kind: string; readonly bizKey: string; readonly requestHash: Buffer },
): Promise<void> {
  const known = await entryByKey(reader, entry.kind, entry.bizKey);
  if (known) throw new EntryExists(known, known.requestHash.equals(entry.requestHash));
}

export interface KnownEntry {
  readonly txId: number;
  readonly entryNo: string;
  readonly kind: string;
  readonly bizKey: string;
  readonly requestHash: Buffer;
}

export async function entryByKey(
  reader: Reader,
  kind: string,
  bizKey: string,
): Promise<KnownEntry | undefined> {
  const row = await reader.row<Pick<TxRow, 'id' | 'entry_no' | 'request_hash'>>(
    'SELECT id, entry_no, request_hash FROM ledger_tx WHERE kind = ? AND biz_key = ?',
    [kind, bizKey],
  );
  return (
    row && {
      ...{ txId: toAmount(row.id), entryNo: row.entry_no, kind, bizKey },
      requestHash: row.request_hash,
    }
  );
}

export async function insertPostings(
  tx: Tx,
  txId: number,
  legs: readonly DraftLeg[],
  lotIds: readonly number[],
): Promise<void> {
  if (legs.length === 0) return;
  const values = legs.flatMap((leg, index) => [
    ...[txId, index + 1, leg.debit.id, leg.credit.id, leg.debit.asset, leg.amount],
    ...[lotIdOf(leg.debitLot, lotIds), lotIdOf(leg.creditLot, lotIds)],
  ]);
  await tx.run(insertSql('ledger_posting', POSTING_COLUMNS, legs.length), values);
}

export async function insertLines(tx: Tx, lines: readonly NewLine[]): Promise<void> {
  if (lines.length === 0) return;
  const values = lines.flatMap((line) => [
    ...[line.accountId, line.seq, line.txId, line.line, line.delta, line.balanceAfter],
    ...[line.lotId, line.postedAt, line.prevHash, line.hash],
  ]);
  await tx.run(insertSql('account_line', LINE_COLUMNS, lines.length), values);
}
