import { insertSql, placeholders, type Reader, type Tx } from '../../../platform/database/index.js';
import { toAmount } from '../../../platform/money/index.js';
import type { CloseHold } from '../ledger-types.js';
import type { BodyHold } from '../rules/entry-body.js';
import { holdId } from '../rules/hold-id.js';

export interface Hold {
  readonly id: number;
  readonly bizKey: string;
  readonly accountId: number;
  readonly lotId: number | null;
  readonly amount: number;
  readonly state: 'open' | CloseHold['as'];
}

interface HoldRow {
  id: unknown;
  biz_key: string;
  account_id: unknown;
  lot_id: unknown;
  amount: unknown;
  state: Hold['state'];
}

const ALL = 'id, biz_key, account_id, lot_id, amount, state';
const COLUMNS = [
  ...['id', 'biz_key', 'opened_tx_id', 'opened_index', 'account_id', 'lot_id', 'amount', 'state'],
];

const toHold = (row: HoldRow): Hold => ({
  id: toAmount(row.id),
  bizKey: row.biz_key,
  accountId: toAmount(row.account_id),
  lotId: row.lot_id === null ? null : toAmount(row.lot_id),
  amount: toAmount(row.amount),
  state: row.state,
});

/** The holds with these ids, open or not. */
export async function holdsByIds(reader: Reader, ids: readonly number[]): Promise<Hold[]> {
  if (ids.length === 0) return [];
  const rows = await reader.rows<HoldRow>(
    `SELECT ${ALL} FROM ledger_hold WHERE id IN (${placeholders(ids)})`,
    ids,
  );
  return rows.map(toHold);
}

/** The hold of a business key. */
export async function holdByKey(reader: Reader, bizKey: string): Promise<Hold | undefined> {
  const row = await reader.row<HoldRow>(`SELECT ${ALL} FROM ledger_hold WHERE biz_key = ?`, [
    bizKey,
  ]);
  return row && toHold(row);
}

/** What is held of these accounts now. */
export async function openHoldsOf(reader: Reader, accountIds: readonly number[]): Promise<Hold[]> {
  if (accountIds.length === 0) return [];
  const rows = await reader.rows<HoldRow>(
    `SELECT ${ALL} FROM ledger_hold WHERE account_id IN (${placeholders(accountIds)}) AND state = 'open'`,
    accountIds,
  );
  return rows.map(toHold);
}

export async function insertHolds(
  tx: Tx,
  txId: number,
  holds: readonly BodyHold[],
): Promise<number[]> {
  if (holds.length === 0) return [];
  const values = holds.flatMap(([accountId, lotId, amount, bizKey], index) => [
    ...[holdId(txId, index), bizKey, txId, index, accountId, lotId, amount, 'open'],
  ]);
  await tx.run(insertSql('ledger_hold', COLUMNS, holds.length), values);
  return holds.map((_, index) => holdId(txId, index));
}

/** @returns how many of them were still open: the caller compares */
export async function closeHolds(
  tx: Tx,
  txId: number,
  closes: readonly CloseHold[],
): Promise<number> {
  let closed = 0;
  for (const as of ['released', 'captured'] as const) {
    const ids = closes.filter((close) => close.as === as).map((close) => close.holdId);
    if (ids.length === 0) continue;
    const { affectedRows } = await tx.run(
      `UPDATE ledger_hold SET state = ?, closed_tx_id = ?
       WHERE id IN (${placeholders(ids)}) AND state = 'open'`,
      [as, txId, ...ids],
    );
    closed += affectedRows;
  }
  return closed;
}
