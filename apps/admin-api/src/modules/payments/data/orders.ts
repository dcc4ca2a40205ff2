import {
  fromJsonColumn,
  insertSql,
  toSafeInteger,
  type Reader,
  type SqlParams,
  type Tx,
} from '../../../platform/database/index.js';
import type { PaymentOrder } from '../payment-order.js';

const COLUMNS = `o.order_no AS orderNo, o.purpose, o.subject_id AS subjectId, o.store_id AS storeId,
  o.customer_id AS customerId, o.openid, o.app_id AS appId, o.mch_id AS merchantId,
  o.amount_fen AS amountFen, o.currency, o.description, o.state, o.created_at AS createdAt,
  o.expires_at AS expiresAt, o.prepay_id AS prepayId, o.prepay_until AS prepayUntil,
  o.transaction_id AS transactionId, o.payer_fen AS payerFen, o.paid_at AS paidAt,
  o.closed_at AS closedAt, o.next_query_at AS nextQueryAt, o.last_asked_at AS lastAskedAt,
  o.last_answer AS lastAnswer, o.attention, o.refund_reserved_fen AS refundReservedFen,
  o.refunded_fen AS refundedFen, o.shipping_state AS shippingState,
  o.shipping_tries AS shippingTries, o.version`;

function toOrder(row: PaymentOrder): PaymentOrder {
  return {
    ...row,
    amountFen: toSafeInteger(row.amountFen),
    payerFen: row.payerFen === null ? null : toSafeInteger(row.payerFen),
    refundReservedFen: toSafeInteger(row.refundReservedFen),
    refundedFen: toSafeInteger(row.refundedFen),
  };
}

/** Orders that a condition on `payment_order o` names. */
export async function ordersWhere(
  reader: Reader,
  condition: string,
  params: SqlParams,
): Promise<PaymentOrder[]> {
  const sql = `SELECT ${COLUMNS} FROM payment_order o WHERE ${condition}`;
  return (await reader.rows<PaymentOrder>(sql, params)).map(toOrder);
}

export async function orderByNo(
  reader: Reader,
  orderNo: string,
): Promise<PaymentOrder | undefined> {
  return (await ordersWhere(reader, 'o.order_no = ?', [orderNo]))[0];
}

/** Locks one order: its row orders everything that happens to it, its refunds included. */
export async function lockOrder(tx: Tx, orderNo: string): Promise<PaymentOrder | undefined> {
  return (await ordersWhere(tx, 'o.order_no = ? FOR UPDATE', [orderNo]))[0];
}

export async function insertOrder(tx: Tx, order: PaymentOrder): Promise<void> {
  const columns = {
    order_no: order.orderNo,
    purpose: order.purpose,
    subject_id: order.subjectId,
    store_id: order.storeId,
    customer_id: order.customerId,
    openid: order.openid,
    app_id: order.appId,
    mch_id: order.merchantId,
    amount_fen: order.amountFen,
    currency: order.currency,
    description: order.description,
    state: order.state,
    created_at: order.createdAt,
    expires_at: order.expiresAt,
    next_query_at: order.nextQueryAt,
  };
  await tx.run(insertSql('payment_order', Object.keys(columns), 1), Object.values(columns));
}

/** What a change writes into the row; the names are those of the columns. */
export interface OrderColumns {
  readonly state?: PaymentOrder['state'];
  readonly transaction_id?: string;
  readonly payer_fen?: number | null;
  readonly paid_at?: Date;
  readonly closed_at?: Date;
  readonly next_query_at?: Date | null;
  readonly last_asked_at?: Date;
  readonly last_answer?: string;
  readonly attention?: string | null;
  readonly refund_reserved_fen?: number;
  readonly refunded_fen?: number;
  readonly shipping_state?: PaymentOrder['shippingState'];
  readonly next_shipping_at?: Date | null;
  readonly version?: number;
}

/** Writes some columns of an order. */
export async function setOrder(tx: Tx, orderNo: string, columns: OrderColumns): Promise<void> {
  const names = Object.keys(columns).map((name) => `${name} = ?`);
  await tx.run(`UPDATE payment_order SET ${names.join(', ')} WHERE order_no = ?`, [
    ...(Object.values(columns) as unknown[]),
    orderNo,
  ]);
}

/** Keeps a prepay id of an order that is still open, and gives the one that counts: of several at once the first. */
export async function keepPrepay(
  tx: Tx,
  orderNo: string,
  { id, now, until }: { readonly id: string; readonly now: Date; readonly until: Date },
): Promise<string> {
  const sql = `UPDATE payment_order SET prepay_id = ?, prepay_until = ?
               WHERE order_no = ? AND state = 'pending' AND (prepay_id IS NULL OR prepay_until <= ?)`;
  await tx.run(sql, [id, until, orderNo, now]);
  return (await orderByNo(tx, orderNo))?.prepayId ?? id;
}

/** Numbers of open orders whose time to be asked about has come, the longest waiting first. */
export async function ordersToAsk(reader: Reader, now: Date, limit: number): Promise<string[]> {
  const sql = `SELECT order_no AS orderNo FROM payment_order
               WHERE state = 'pending' AND next_query_at <= ? ORDER BY next_query_at LIMIT ?`;
  return (await reader.rows<{ orderNo: string }>(sql, [now, limit])).map((row) => row.orderNo);
}

/**
 * Takes an order for one question: of several that look at the same time one gets it. Nobody gets it who has just
 * seen somebody else take it, because `asked` moves with each.
 */
export async function claimQuestion(
  tx: Tx,
  order: Pick<PaymentOrder, 'orderNo' | 'lastAskedAt'>,
  now: Date,
  nextQueryAt: Date | null,
): Promise<boolean> {
  const sql = `UPDATE payment_order SET last_asked_at = ?, next_query_at = ?
               WHERE order_no = ? AND last_asked_at <=> ?`;
  const params = [now, nextQueryAt, order.orderNo, order.lastAskedAt];
  return (await tx.run(sql, params)).affectedRows === 1;
}

/** Paid orders that WeChat may want to be told about, the longest waiting first. */
export function ordersToShip(reader: Reader, now: Date, limit: number): Promise<PaymentOrder[]> {
  const condition = `o.shipping_state = 'due' AND o.next_shipping_at <= ?
                     ORDER BY o.next_shipping_at LIMIT ?`;
  return ordersWhere(reader, condition, [now, limit]);
}

/** Takes an order for one try of telling; of several that look at the same time one gets it. */
export async function claimShipping(tx: Tx, order: PaymentOrder, nextAt: Date): Promise<boolean> {
  const sql = `UPDATE payment_order SET shipping_tries = shipping_tries + 1, next_shipping_at = ?
               WHERE order_no = ? AND shipping_state = 'due' AND shipping_tries = ?`;
  const params = [nextAt, order.orderNo, order.shippingTries];
  return (await tx.run(sql, params)).affectedRows === 1;
}

/** What one change of an order was; `seq` is the version that it made. */
export interface OrderChange {
  readonly seq: number;
  readonly what: string;
  readonly from: PaymentOrder['state'] | null;
  readonly to: PaymentOrder['state'];
  readonly byKind: 'client' | 'staff' | 'system' | 'notification' | 'query';
  readonly byId: string;
  readonly byName: string;
  readonly detail: Readonly<Record<string, unknown>> | null;
  readonly at: Date;
}

export async function appendChange(tx: Tx, orderNo: string, change: OrderChange): Promise<void> {
  const columns = {
    order_no: orderNo,
    seq: change.seq,
    what: change.what,
    from_state: change.from,
    to_state: change.to,
    by_kind: change.byKind,
    by_id: change.byId,
    by_name: change.byName,
    detail: change.detail === null ? null : JSON.stringify(change.detail),
    at: change.at,
  };
  await tx.run(insertSql('payment_order_change', Object.keys(columns), 1), Object.values(columns));
}

/** An order's history, oldest first. */
export async function changesOf(reader: Reader, orderNo: string): Promise<OrderChange[]> {
  const sql = `SELECT seq, what, from_state AS \`from\`, to_state AS \`to\`, by_kind AS byKind, by_id AS byId,
                 by_name AS byName, detail, at
               FROM payment_order_change WHERE order_no = ? ORDER BY seq`;
  const rows = await reader.rows<OrderChange>(sql, [orderNo]);
  return rows.map((row) => ({
    ...row,
    detail: fromJsonColumn(row.detail) as OrderChange['detail'],
  }));
}
