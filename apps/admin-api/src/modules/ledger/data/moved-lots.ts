import type { Reader } from '../../../platform/database/index.js';
import { toAmount } from '../../../platform/money/index.js';

/** Lots that value of this one went on to, in the order in which it did. */
export async function lotsMovedTo(reader: Reader, lotId: number): Promise<number[]> {
  const rows = await reader.rows<{ id: unknown }>(
    `SELECT p.credit_lot_id AS id FROM account_line l
       JOIN ledger_posting p ON p.tx_id = l.tx_id AND p.debit_lot_id = l.lot_id
     WHERE l.lot_id = ? AND l.delta < 0 AND p.credit_lot_id <> l.lot_id ORDER BY p.tx_id, p.line`,
    [lotId],
  );
  return [...new Set(rows.map(({ id }) => toAmount(id)))];
}
