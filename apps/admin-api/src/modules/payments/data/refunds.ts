import {
  insertSql,
  sealedFor,
  toSafeInteger,
  wordsOf,
  type Reader,
  type SqlParams,
  type Tx,
  type Words,
} from '../../../platform/database/index.js';
import type { PaymentRefund } from '../payment-order.js';
import { SENDING } from '../rules/refund-answers.js';

const COLUMNS = `r.refund_no AS refundNo, r.order_no AS orderNo, r.store_id AS storeId, r.amount_fen AS amountFen,
  ${wordsOf('r.reason')} AS reason, r.state, r.requested_by_kind AS requestedByKind, r.requested_by_id AS requestedById,
  r.requested_by_name AS requestedByName, r.requested_at AS requestedAt, r.decided_by_id AS decidedById,
  r.decided_by_name AS decidedByName, r.decided_at AS decidedAt, ${wordsOf('r.decision_note')} AS decisionNote,
  r.wechat_refund_id AS wechatRefundId, r.received_account AS receivedAccount, r.settled_at AS settledAt,
  r.next_try_at AS nextTryAt, r.tries, r.last_answer AS lastAnswer, r.by_hand_asked_id AS byHandAskedId,
  r.by_hand_asked_name AS byHandAskedName, r.by_hand_asked_at AS byHandAskedAt, ${wordsOf('r.by_hand_reason')} AS byHandReason,
  r.by_hand_id AS byHandId, r.by_hand_name AS byHandName, r.by_hand_at AS byHandAt,
  r.paid_by_hand_at AS paidByHandAt, r.version`;

/** Refunds that a condition on `payment_refund r` names. */
export async function refundsWhere(
  reader: Reader,
  condition: string,
  params: SqlParams,
): Promise<PaymentRefund[]> {
  const sql = `SELECT ${COLUMNS} FROM payment_refund r WHERE ${condition}`;
  const rows = await reader.rows<PaymentRefund>(sql, params);
  return rows.map((row) => ({ ...row, amountFen: toSafeInteger(row.amountFen) }));
}

export async function refundByNo(
  reader: Reader,
  refundNo: string,
): Promise<PaymentRefund | undefined> {
  return (await refundsWhere(reader, 'r.refund_no = ?', [refundNo]))[0];
}

/** Locks one refund; its order is always locked first. */
export async function lockRefund(tx: Tx, refundNo: string): Promise<PaymentRefund | undefined> {
  return (await refundsWhere(tx, 'r.refund_no = ? FOR UPDATE', [refundNo]))[0];
}

/** An order's refunds, oldest first. */
export function refundsOf(reader: Reader, orderNo: string): Promise<PaymentRefund[]> {
  return refundsWhere(reader, 'r.order_no = ? ORDER BY r.requested_at, r.refund_no', [orderNo]);
}

/** How many refunds of an order were, or will be, sent to WeChat. */
export async function countRefunds(reader: Reader, orderNo: string): Promise<number> {
  const sql = `SELECT COUNT(*) AS sent FROM payment_refund WHERE order_no = ? AND state <> 'rejected'`;
  return toSafeInteger((await reader.row<{ sent: unknown }>(sql, [orderNo]))?.sent ?? 0);
}

export async function insertRefund(
  tx: Tx,
  refund: PaymentRefund,
  customerId: string,
): Promise<void> {
  const columns = {
    refund_no: refund.refundNo,
    order_no: refund.orderNo,
    store_id: refund.storeId,
    amount_fen: refund.amountFen,
    reason_cipher: sealedFor(customerId, refund.reason),
    state: refund.state,
    requested_by_kind: refund.requestedByKind,
    requested_by_id: refund.requestedById,
    requested_by_name: refund.requestedByName,
    requested_at: refund.requestedAt,
  };
  await tx.run(insertSql('payment_refund', Object.keys(columns), 1), Object.values(columns));
}

/** What a change writes into the row; the names are those of the columns. */
export interface RefundColumns {
  readonly state?: PaymentRefund['state'];
  readonly decided_by_id?: string;
  readonly decided_by_name?: string;
  readonly decided_at?: Date;
  readonly decision_note_cipher?: Words | null;
  readonly wechat_refund_id?: string;
  readonly received_account?: string | null;
  readonly settled_at?: Date;
  readonly next_try_at?: Date | null;
  readonly last_answer?: string;
  readonly by_hand_asked_id?: string | null;
  readonly by_hand_asked_name?: string | null;
  readonly by_hand_asked_at?: Date | null;
  /** What a version before left in the clear. */
  readonly by_hand_reason?: null;
  readonly by_hand_reason_cipher?: Words | null;
  readonly by_hand_id?: string;
  readonly by_hand_name?: string;
  readonly by_hand_at?: Date;
  readonly paid_by_hand_at?: Date;
  readonly version?: number;
}

export async function setRefund(tx: Tx, refundNo: string, columns: RefundColumns): Promise<void> {
  const names = Object.keys(columns).map((name) => `${name} = ?`);
  await tx.run(`UPDATE payment_refund SET ${names.join(', ')} WHERE refund_no = ?`, [
    ...(Object.values(columns) as unknown[]),
    refundNo,
  ]);
}

/** Refunds that have to be sent or asked about now; of those that are over, the ones that are still watched. */
export function refundsDue(reader: Reader, now: Date, limit: number): Promise<PaymentRefund[]> {
  const condition = `r.state IN ('approved', 'processing', 'abnormal', 'by_hand', 'closed') AND r.next_try_at <= ?
                     ORDER BY r.next_try_at LIMIT ?`;
  return refundsWhere(reader, condition, [now, limit]);
}

/**
 * Takes a refund for one try; of several that look at the same time one gets it. From now until its answer is known a
 * refund that is sent is on its way: what a try before this one hears late counts no more.
 * @returns the number of the try; undefined when somebody else has it
 */
export async function claimTry(
  tx: Tx,
  refund: PaymentRefund,
  nextTryAt: Date | null,
): Promise<number | undefined> {
  const sql = `UPDATE payment_refund SET next_try_at = ?, tries = tries + 1, last_answer = ?
               WHERE refund_no = ? AND state = ? AND tries = ? AND next_try_at <=> ?`;
  const answer = refund.state === 'approved' ? SENDING : refund.lastAnswer;
  const { refundNo, state, tries } = refund;
  const params = [nextTryAt, answer, refundNo, state, tries, refund.nextTryAt];
  return (await tx.run(sql, params)).affectedRows === 1 ? tries + 1 : undefined;
}
