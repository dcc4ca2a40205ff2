import type { LocalDate } from '../../../platform/clock/index.js';
import { placeholders, type Reader } from '../../../platform/database/index.js';
import { toAmount } from '../../../platform/money/index.js';
import type { AccountCode } from '../rules/chart-of-accounts.js';

/** A day of the books, or what was written after one entry and up to another. */
export type BookStretch =
  | { readonly on: LocalDate }
  | { readonly afterTxId: number; readonly untilTxId: number };

/** How much house accounts of a store grew in a stretch of the books, in fen; those that did not move are left out. */
export async function houseMoves(
  reader: Reader,
  storeId: string,
  codes: readonly AccountCode[],
  stretch: BookStretch,
): Promise<Map<AccountCode, number>> {
  const [where, params] =
    'on' in stretch
      ? ['t.effective_on = ?', [stretch.on]]
      : ['t.id > ? AND t.id <= ?', [stretch.afterTxId, stretch.untilTxId]];
  const rows = await reader.rows<{ code: AccountCode; grown: unknown }>(
    `SELECT a.code, SUM(CASE WHEN (p.debit_account_id = a.id) = (a.normal_side = 'debit')
                             THEN p.amount ELSE -p.amount END) AS grown
     FROM ledger_account a
     JOIN ledger_tx t ON ${where}
     JOIN ledger_posting p ON p.tx_id = t.id AND a.id IN (p.debit_account_id, p.credit_account_id)
     WHERE a.owner_kind = 'house' AND a.owner_id = '' AND a.store_id = ?
       AND a.code IN (${placeholders(codes)})
     GROUP BY a.code`,
    [...params, storeId, ...codes],
  );
  return new Map(rows.map((row) => [row.code, toAmount(row.grown)]));
}

/** The last entry of the books that is there; 0 of empty ones. */
export async function lastTxId(reader: Reader): Promise<number> {
  const row = await reader.row<{ last: unknown }>(
    'SELECT COALESCE(MAX(id), 0) AS last FROM ledger_tx',
  );
  return toAmount(row?.last ?? 0);
}
