import {
  placeholders,
  sealedFor,
  wordsOf,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import type { RefundWarning, WarningKind, WarningOutcome } from '../payment-order.js';

const SELECT = `SELECT w.refund_no AS refundNo, r.order_no AS orderNo, w.kind, w.raised_at AS raisedAt,
    w.settled_at AS settledAt, w.settled_by_name AS settledByName, w.outcome,
    ${wordsOf('w.note')} AS note
  FROM payment_refund_warning w JOIN payment_refund r ON r.refund_no = w.refund_no`;

/** A condition on `payment_order o`: somebody has to look into one of its refunds. */
export const HAS_OPEN_WARNING = `EXISTS (SELECT 1 FROM payment_refund r
  JOIN payment_refund_warning w ON w.refund_no = r.refund_no AND w.settled_at IS NULL
  WHERE r.order_no = o.order_no)`;

/** All warnings of the refunds of these orders, the first raised first. */
export async function warningsOf(
  reader: Reader,
  orderNos: readonly string[],
): Promise<RefundWarning[]> {
  if (orderNos.length === 0) return [];
  const rest = `WHERE r.order_no IN (${placeholders(orderNos)}) ORDER BY w.raised_at, w.refund_no, w.kind`;
  return reader.rows<RefundWarning>(`${SELECT} ${rest}`, orderNos);
}

/** Raises one, unless it was raised before. The refund is locked. @returns whether it is new */
export async function raiseWarning(
  tx: Tx,
  refundNo: string,
  kind: WarningKind,
  at: Date,
): Promise<boolean> {
  const known = 'SELECT 1 FROM payment_refund_warning WHERE refund_no = ? AND kind = ?';
  if (await tx.row(known, [refundNo, kind])) return false;
  const sql = 'INSERT INTO payment_refund_warning (refund_no, kind, raised_at) VALUES (?, ?, ?)';
  await tx.run(sql, [refundNo, kind, at]);
  return true;
}

/** Somebody says what came of them. The refund is locked. @returns how many were open */
export async function settleWarnings(
  tx: Tx,
  refundNo: string,
  word: {
    readonly outcome: WarningOutcome;
    readonly note: string;
    /** Whose payment it was. */
    readonly customerId: string;
    readonly staffId: string;
    readonly name: string;
    readonly at: Date;
  },
): Promise<number> {
  const sql = `UPDATE payment_refund_warning SET settled_at = ?, settled_by_id = ?, settled_by_name = ?, outcome = ?,
                 note_cipher = ? WHERE refund_no = ? AND settled_at IS NULL`;
  const { at, staffId, name, outcome } = word;
  const note = sealedFor(word.customerId, word.note);
  return (await tx.run(sql, [at, staffId, name, outcome, note, refundNo])).affectedRows;
}
