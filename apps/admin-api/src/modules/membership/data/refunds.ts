import type { RefundCause, RefundItemState, RefundState, RefundWay } from '@yance/shared-types';
import {
  insertSql,
  placeholders,
  sealedFor,
  toSafeInteger,
  wordsOf,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';

/** A refund of stored value, or of one package. Amounts in fen. */
export interface ValueRefund {
  readonly id: string;
  readonly customerId: string;
  /** The package that is given back; '' for stored value. */
  readonly packageId: string;
  readonly storeId: string;
  readonly state: RefundState;
  readonly cause: RefundCause;
  readonly amountFen: number;
  readonly recoveredFen: number;
  readonly bonusFen: number;
  readonly reason: string;
  readonly requestedKind: 'client' | 'staff';
  readonly requestedBy: string;
  readonly requestedName: string;
  readonly requestedAt: Date;
  readonly decidedName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
  readonly paidAt: Date | null;
}

/** One lot of a refund and where its money is. */
export interface RefundItem {
  readonly refundId: string;
  readonly seq: number;
  readonly lotId: number;
  readonly storeId: string;
  readonly way: RefundWay;
  readonly orderNo: string | null;
  readonly refundNo: string | null;
  readonly amountFen: number;
  /** What of the lot pays a debt of the client instead of going back to her. */
  readonly setOffFen: number;
  /** What the lot held when it was asked for. */
  readonly principalFen: number;
  readonly bonusFen: number;
  /** Of a package: sessions that are called off. */
  readonly sessions: number;
  readonly principalHoldId: number | null;
  readonly bonusHoldId: number | null;
  readonly sessionsHoldId: number | null;
  readonly state: RefundItemState;
  readonly payoutReference: string | null;
  readonly payoutName: string | null;
  readonly settledAt: Date | null;
}

const SELECT = `SELECT r.id, r.customer_id AS customerId, r.package_id AS packageId, r.store_id AS storeId, r.state, r.cause,
    r.amount_fen AS amountFen, r.recovered_fen AS recoveredFen, r.bonus_fen AS bonusFen, ${wordsOf('r.reason')} AS reason,
    r.requested_kind AS requestedKind, r.requested_by AS requestedBy, r.requested_name AS requestedName,
    r.requested_at AS requestedAt, r.decided_name AS decidedName, r.decided_at AS decidedAt,
    ${wordsOf('r.decision_note')} AS decisionNote, r.paid_at AS paidAt
  FROM stored_value_refund r`;

const ITEMS = `SELECT refund_id AS refundId, seq, lot_id AS lotId, store_id AS storeId, way,
    order_no AS orderNo, refund_no AS refundNo, amount_fen AS amountFen, set_off_fen AS setOffFen, principal_fen AS principalFen,
    bonus_fen AS bonusFen, sessions, principal_hold_id AS principalHoldId, bonus_hold_id AS bonusHoldId,
    sessions_hold_id AS sessionsHoldId, state,
    ${wordsOf('i.payout_reference')} AS payoutReference, payout_name AS payoutName, settled_at AS settledAt
  FROM stored_value_refund_item i`;

type ItemIds = 'lotId' | 'principalHoldId' | 'bonusHoldId' | 'sessionsHoldId';
type ItemRow = Omit<RefundItem, ItemIds> & Record<ItemIds, unknown>;

const optional = (value: unknown): number | null => (value === null ? null : toSafeInteger(value));

const toItem = (row: ItemRow): RefundItem => ({
  ...row,
  lotId: toSafeInteger(row.lotId),
  principalHoldId: optional(row.principalHoldId),
  bonusHoldId: optional(row.bonusHoldId),
  sessionsHoldId: optional(row.sessionsHoldId),
});

export function refundById(reader: Reader, id: string): Promise<ValueRefund | undefined> {
  return reader.row<ValueRefund>(`${SELECT} WHERE r.id = ?`, [id]);
}

/** Locks one refund: its row orders its decision, its payments and its end. */
export function lockRefund(tx: Tx, id: string): Promise<ValueRefund | undefined> {
  return tx.row<ValueRefund>(`${SELECT} WHERE r.id = ? FOR UPDATE`, [id]);
}

/** The refund under way of stored value or of a package; undefined when there is none. */
export function openRefundOf(
  reader: Reader,
  customerId: string,
  packageId = '',
): Promise<ValueRefund | undefined> {
  const sql = `${SELECT} WHERE r.customer_id = ? AND r.package_id = ? AND r.is_open = 1`;
  return reader.row<ValueRefund>(sql, [customerId, packageId]);
}

/** Ids of a client's refunds under way by package; that of stored value by the empty text. One read. */
export async function openRefundIds(
  reader: Reader,
  customerId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.rows<{ id: string; packageId: string }>(
    `SELECT r.id, r.package_id AS packageId FROM stored_value_refund r
     WHERE r.customer_id = ? AND r.is_open = 1`,
    [customerId],
  );
  return new Map(rows.map(({ id, packageId }) => [packageId, id]));
}

const PAID_BACK = `SELECT 1 FROM stored_value_refund_item i JOIN stored_value_refund r ON r.id = i.refund_id
  WHERE r.state IN ('approved', 'paid')`;

/** Whether one of these lots went back to its client, or is on its way back. */
export async function paidBack(reader: Reader, lotIds: readonly number[]): Promise<boolean> {
  const sql = `${PAID_BACK} AND i.lot_id IN (${placeholders(lotIds)}) LIMIT 1`;
  return (await reader.row(sql, lotIds)) !== undefined;
}

/**
 * Whether more of one of these lots went back, or is on its way back, than was left of it: the law gave money for a used
 * part too, so that part is reckoned with.
 */
export async function paidBackUsed(reader: Reader, lotIds: readonly number[]): Promise<boolean> {
  if (lotIds.length === 0) return false;
  const sql = `${PAID_BACK} AND i.lot_id IN (${placeholders(lotIds)})
    AND i.amount_fen + i.set_off_fen > i.principal_fen LIMIT 1`;
  return (await reader.row(sql, lotIds)) !== undefined;
}

/** Of refunds of these lots, decided or paid, the items that kept a part of the principal for what was used. */
export async function recoveredItems(
  reader: Reader,
  lotIds: readonly number[],
): Promise<RefundItem[]> {
  if (lotIds.length === 0) return [];
  const sql = `${ITEMS} WHERE i.lot_id IN (${placeholders(lotIds)}) AND i.amount_fen + i.set_off_fen < i.principal_fen
    AND EXISTS (SELECT 1 FROM stored_value_refund r WHERE r.id = i.refund_id AND r.state IN ('approved', 'paid'))
    ORDER BY i.refund_id, i.seq`;
  return (await reader.rows<ItemRow>(sql, lotIds)).map(toItem);
}

/** A client's refunds, latest first. */
export function refundsOf(reader: Reader, customerId: string): Promise<ValueRefund[]> {
  const sql = `${SELECT} WHERE r.customer_id = ? ORDER BY r.requested_at DESC, r.id DESC LIMIT 50`;
  return reader.rows<ValueRefund>(sql, [customerId]);
}

/** A store's refunds, latest first, those before `beforeId`. */
export function refundsOfStore(
  reader: Reader,
  storeId: string,
  page: { readonly state?: RefundState; readonly beforeId?: string; readonly limit: number },
): Promise<ValueRefund[]> {
  const conditions = ['r.store_id = ?'];
  const params: unknown[] = [storeId];
  if (page.state !== undefined) {
    conditions.push('r.state = ?');
    params.push(page.state);
  }
  if (page.beforeId !== undefined) {
    conditions.push('r.id < ?');
    params.push(page.beforeId);
  }
  const sql = `${SELECT} WHERE ${conditions.join(' AND ')} ORDER BY r.id DESC LIMIT ?`;
  return reader.rows<ValueRefund>(sql, [...params, page.limit]);
}

/** The lots of these refunds, in their order. */
export async function itemsOfRefunds(
  reader: Reader,
  ids: readonly string[],
): Promise<RefundItem[]> {
  if (ids.length === 0) return [];
  const sql = `${ITEMS} WHERE refund_id IN (${placeholders(ids)}) ORDER BY refund_id, seq`;
  return (await reader.rows<ItemRow>(sql, ids)).map(toItem);
}

/** The lot whose money goes back under this number of ours at WeChat. */
export async function itemByRefundNo(
  reader: Reader,
  refundNo: string,
): Promise<RefundItem | undefined> {
  const row = await reader.row<ItemRow>(`${ITEMS} WHERE refund_no = ?`, [refundNo]);
  return row && toItem(row);
}

export async function insertRefund(
  tx: Tx,
  refund: ValueRefund,
  quote: object,
  items: readonly RefundItem[],
): Promise<void> {
  await tx.run(
    `INSERT INTO stored_value_refund (id, customer_id, package_id, store_id, is_open, state, cause, amount_fen, recovered_fen,
       bonus_fen, reason_cipher, quote, requested_kind, requested_by, requested_name, requested_at)
     VALUES (?, ?, ?, ?, 1, 'requested', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[refund.id, refund.customerId, refund.packageId, refund.storeId, refund.cause],
      refund.amountFen,
      ...[refund.recoveredFen, refund.bonusFen, sealedFor(refund.customerId, refund.reason)],
      JSON.stringify(quote),
      ...[refund.requestedKind, refund.requestedBy, refund.requestedName, refund.requestedAt],
    ],
  );
  const columns = [
    ...['refund_id', 'seq', 'lot_id', 'store_id', 'way', 'order_no', 'amount_fen'],
    ...['set_off_fen', 'principal_fen', 'bonus_fen', 'sessions', 'principal_hold_id'],
    ...['bonus_hold_id', 'sessions_hold_id', 'state'],
  ];
  await tx.run(
    insertSql('stored_value_refund_item', columns, items.length),
    items.flatMap((item) => [
      ...[refund.id, item.seq, item.lotId, item.storeId, item.way, item.orderNo, item.amountFen],
      ...[item.setOffFen, item.principalFen, item.bonusFen, item.sessions, item.principalHoldId],
      ...[item.bonusHoldId, item.sessionsHoldId, item.state],
    ]),
  );
}

/** Who decided it and how it ended. */
export async function decideRefund(
  tx: Tx,
  { id, customerId }: Pick<ValueRefund, 'id' | 'customerId'>,
  decision: {
    readonly state: 'approved' | 'rejected' | 'withdrawn';
    readonly kind: 'client' | 'staff';
    readonly by: string;
    readonly name: string;
    readonly note: string | null;
    readonly at: Date;
  },
): Promise<void> {
  const open = decision.state === 'approved' ? 1 : null;
  await tx.run(
    `UPDATE stored_value_refund SET state = ?, is_open = ?, decided_kind = ?, decided_by = ?, decided_name = ?,
       decision_note_cipher = ?, decided_at = ? WHERE id = ?`,
    [
      ...[decision.state, open, decision.kind, decision.by, decision.name],
      ...[sealedFor(customerId, decision.note), decision.at, id],
    ],
  );
}

/** All of it is back with the client. */
export async function finishRefund(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.run(
    `UPDATE stored_value_refund SET state = 'paid', is_open = NULL, paid_at = ? WHERE id = ?`,
    [at, id],
  );
}

/** Where the money of one lot is now. */
export async function changeItem(
  tx: Tx,
  item: Pick<RefundItem, 'refundId' | 'seq'>,
  change: Partial<Pick<RefundItem, 'way' | 'refundNo' | 'state' | 'settledAt'>>,
): Promise<void> {
  const columns = { way: 'way', refundNo: 'refund_no', state: 'state', settledAt: 'settled_at' };
  const entries = Object.entries(change) as [keyof typeof columns, unknown][];
  await tx.run(
    `UPDATE stored_value_refund_item SET ${entries.map(([name]) => `${columns[name]} = ?`).join(', ')}
     WHERE refund_id = ? AND seq = ?`,
    [...entries.map(([, value]) => value), item.refundId, item.seq],
  );
}

/** Somebody paid it by hand. */
export async function recordPayout(
  tx: Tx,
  item: Pick<RefundItem, 'refundId' | 'seq'>,
  payout: {
    readonly way: 'bank_transfer' | 'cash';
    readonly reference: string;
    /** Who was paid. */
    readonly customerId: string;
    readonly staffId: string;
    readonly name: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.run(
    `UPDATE stored_value_refund_item SET state = 'settled', way = ?, payout_reference_cipher = ?, payout_by = ?,
       payout_name = ?, settled_at = ?
     WHERE refund_id = ? AND seq = ?`,
    [
      ...[payout.way, sealedFor(payout.customerId, payout.reference)],
      ...[payout.staffId, payout.name, payout.at],
      ...[item.refundId, item.seq],
    ],
  );
}
