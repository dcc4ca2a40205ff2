import {
  fromJsonColumn,
  insertSql,
  isDuplicateKey,
  placeholders,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';

/**
 * `received` kept and not yet applied; `applied` it had its effect; `ignored` it told nothing new; `refused` it does
 * not agree with our order, and had no effect.
 */
export type NotificationState = 'received' | 'applied' | 'ignored' | 'refused';

/** What WeChat told us, once. */
export interface StoredNotification {
  readonly id: string;
  readonly eventType: string;
  readonly orderNo: string | null;
  readonly refundNo: string | null;
  readonly keySerial: string;
  /** What it said, without openids. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly state: NotificationState;
  readonly reason: string | null;
  readonly receivedAt: Date;
  readonly settledAt: Date | null;
  readonly nextTryAt: Date | null;
  readonly tries: number;
}

const COLUMNS = `id, event_type AS eventType, order_no AS orderNo, refund_no AS refundNo, key_serial AS keySerial,
  facts, state, reason, received_at AS receivedAt, settled_at AS settledAt, next_try_at AS nextTryAt, tries`;

async function notificationsWhere(
  reader: Reader,
  condition: string,
  params: readonly unknown[],
): Promise<StoredNotification[]> {
  const sql = `SELECT ${COLUMNS} FROM payment_notification WHERE ${condition}`;
  const rows = await reader.rows<StoredNotification>(sql, params);
  return rows.map((row) => ({
    ...row,
    facts: fromJsonColumn(row.facts) as StoredNotification['facts'],
  }));
}

export async function notificationById(
  reader: Reader,
  id: string,
): Promise<StoredNotification | undefined> {
  return (await notificationsWhere(reader, 'id = ?', [id]))[0];
}

/** An order's notifications, in the order in which they came. */
export function notificationsOf(reader: Reader, orderNo: string): Promise<StoredNotification[]> {
  return notificationsWhere(reader, 'order_no = ? ORDER BY received_at, id', [orderNo]);
}

/** Kept notifications whose turn has come again. */
export function notificationsDue(
  reader: Reader,
  now: Date,
  limit: number,
): Promise<StoredNotification[]> {
  const condition = `state = 'received' AND next_try_at <= ? ORDER BY next_try_at LIMIT ?`;
  return notificationsWhere(reader, condition, [now, limit]);
}

/** Thrown inside a transaction to leave it: another delivery of the same event was first. */
export class AlreadyStored extends Error {}

/** @throws AlreadyStored */
export async function insertNotification(tx: Tx, one: StoredNotification): Promise<void> {
  const columns = {
    id: one.id,
    event_type: one.eventType,
    order_no: one.orderNo,
    refund_no: one.refundNo,
    key_serial: one.keySerial,
    facts: JSON.stringify(one.facts),
    state: one.state,
    reason: one.reason,
    received_at: one.receivedAt,
    settled_at: one.settledAt,
    next_try_at: one.nextTryAt,
    tries: one.tries,
  };
  const sql = insertSql('payment_notification', Object.keys(columns), 1);
  try {
    await tx.run(sql, Object.values(columns));
  } catch (error) {
    throw isDuplicateKey(error) ? new AlreadyStored() : error;
  }
}

/** Settles a kept notification; false when another was faster. */
export async function settleNotification(
  tx: Tx,
  id: string,
  next: { readonly state: NotificationState; readonly reason: string | null; readonly at: Date },
): Promise<boolean> {
  const sql = `UPDATE payment_notification SET state = ?, reason = ?, settled_at = ?, next_try_at = NULL
               WHERE id = ? AND state = 'received'`;
  return (await tx.run(sql, [next.state, next.reason, next.at, id])).affectedRows === 1;
}

/** Puts the next try of a kept notification off. */
export async function postponeNotification(
  tx: Tx,
  id: string,
  nextTryAt: Date,
  reason: string,
): Promise<void> {
  const sql = `UPDATE payment_notification SET next_try_at = ?, reason = ?, tries = tries + 1
               WHERE id = ? AND state = 'received'`;
  await tx.run(sql, [nextTryAt, reason, id]);
}

const MOST_REFUSED = 200;

/** Refused notifications about orders of these stores, and about none of ours, newest first. */
export function refusedOf(
  reader: Reader,
  storeIds: readonly string[],
): Promise<StoredNotification[]> {
  if (storeIds.length === 0) return Promise.resolve([]);
  const condition = `state = 'refused' AND NOT EXISTS (
      SELECT 1 FROM payment_order o
      WHERE o.order_no = payment_notification.order_no AND o.store_id NOT IN (${placeholders(storeIds)}))
    ORDER BY received_at DESC LIMIT ${MOST_REFUSED}`;
  return notificationsWhere(reader, condition, storeIds);
}
