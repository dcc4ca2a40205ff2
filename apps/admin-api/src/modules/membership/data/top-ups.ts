import type { OwnReasonBasis, SpendOrder, TopUpState, TopUpTender } from '@yance/shared-types';
import type { LocalDate } from '../../../platform/clock/index.js';
import {
  insertSql,
  placeholders,
  sealedFor,
  toSafeInteger,
  wordsOf,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';

/** One sale of stored value, with the terms under which it was sold. Amounts in fen. */
export interface TopUp {
  readonly id: string;
  readonly customerId: string;
  readonly storeId: string;
  readonly planId: string | null;
  readonly title: string;
  readonly priceFen: number;
  readonly bonusFen: number;
  readonly listPriceFen: number;
  readonly spendOrder: SpendOrder;
  readonly validEverywhere: boolean;
  readonly refundTerms: string;
  readonly ownReasonBasis: OwnReasonBasis;
  /** The client had stored value before this was paid: no days without a reason. */
  readonly renewal: boolean;
  readonly tender: TopUpTender;
  readonly tenderReference: string | null;
  readonly orderNo: string | null;
  readonly batchId: string | null;
  readonly batchRow: number | null;
  /** The bill and the line of it that sold this; null elsewhere. */
  readonly billId: string | null;
  readonly billLine: number | null;
  readonly state: TopUpState;
  readonly lotId: number | null;
  readonly txId: number | null;
  readonly entryNo: string | null;
  readonly reverseTxId: number | null;
  readonly reverseReason: string | null;
  readonly paidOn: LocalDate | null;
  readonly byKind: 'client' | 'staff' | 'system';
  readonly byId: string;
  readonly byName: string;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
}

interface TopUpRow extends Omit<
  TopUp,
  'validEverywhere' | 'renewal' | 'lotId' | 'txId' | 'reverseTxId'
> {
  readonly validEverywhere: number;
  readonly renewal: number;
  readonly lotId: unknown;
  readonly txId: unknown;
  readonly reverseTxId: unknown;
}

const FIELDS = {
  id: 'id',
  customerId: 'customer_id',
  storeId: 'store_id',
  planId: 'plan_id',
  title: 'title',
  priceFen: 'price_fen',
  bonusFen: 'bonus_fen',
  listPriceFen: 'list_price_fen',
  spendOrder: 'spend_order',
  validEverywhere: 'valid_everywhere',
  refundTerms: 'refund_terms',
  ownReasonBasis: 'own_reason_basis',
  renewal: 'renewal',
  tender: 'tender',
  tenderReference: 'tender_reference',
  orderNo: 'order_no',
  batchId: 'batch_id',
  batchRow: 'batch_row',
  billId: 'bill_id',
  billLine: 'bill_line',
  state: 'state',
  lotId: 'lot_id',
  txId: 'tx_id',
  entryNo: 'entry_no',
  reverseTxId: 'reverse_tx_id',
  reverseReason: 'reverse_reason',
  paidOn: 'paid_on',
  byKind: 'by_kind',
  byId: 'by_id',
  byName: 'by_name',
  createdAt: 'created_at',
  settledAt: 'settled_at',
} as const satisfies Record<keyof TopUp, string>;

const SELECT = `SELECT ${Object.entries(FIELDS)
  .map(
    ([name, column]) =>
      `${name === 'reverseReason' ? wordsOf(`t.${column}`) : `t.${column}`} AS ${name}`,
  )
  .join(', ')} FROM top_up t`;

const optional = (value: unknown): number | null => (value === null ? null : toSafeInteger(value));

const toTopUp = (row: TopUpRow): TopUp => ({
  ...row,
  validEverywhere: row.validEverywhere === 1,
  renewal: row.renewal === 1,
  lotId: optional(row.lotId),
  txId: optional(row.txId),
  reverseTxId: optional(row.reverseTxId),
});

async function topUps(reader: Reader, rest: string, params: readonly unknown[]): Promise<TopUp[]> {
  return (await reader.rows<TopUpRow>(`${SELECT} ${rest}`, params)).map(toTopUp);
}

export async function topUpById(reader: Reader, id: string): Promise<TopUp | undefined> {
  return (await topUps(reader, 'WHERE t.id = ?', [id]))[0];
}

/** Locks one sale: its row orders payment, closing and reversal of it. */
export async function lockTopUp(tx: Tx, id: string): Promise<TopUp | undefined> {
  return (await topUps(tx, 'WHERE t.id = ? FOR UPDATE', [id]))[0];
}

/** The sales that made these lots, by lot. */
export async function topUpsOfLots(
  reader: Reader,
  lotIds: readonly number[],
): Promise<Map<number, TopUp>> {
  if (lotIds.length === 0) return new Map();
  const found = await topUps(reader, `WHERE t.lot_id IN (${placeholders(lotIds)})`, lotIds);
  return new Map(found.flatMap((topUp) => (topUp.lotId === null ? [] : [[topUp.lotId, topUp]])));
}

/** The sales of a bill, in the order of its lines. */
export function topUpsOfBill(reader: Reader, billId: string): Promise<TopUp[]> {
  return topUps(reader, 'WHERE t.bill_id = ? ORDER BY t.bill_line', [billId]);
}

/** Sales by their ids. */
export async function topUpsByIds(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, TopUp>> {
  if (ids.length === 0) return new Map();
  const found = await topUps(reader, `WHERE t.id IN (${placeholders(ids)})`, ids);
  return new Map(found.map((topUp) => [topUp.id, topUp]));
}

/** The sales behind these payment orders, by order number. */
export async function topUpsOfOrders(
  reader: Reader,
  orderNos: readonly string[],
): Promise<Map<string, TopUp>> {
  if (orderNos.length === 0) return new Map();
  const found = await topUps(reader, `WHERE t.order_no IN (${placeholders(orderNos)})`, orderNos);
  return new Map(
    found.flatMap((topUp) => (topUp.orderNo === null ? [] : [[topUp.orderNo, topUp]])),
  );
}

/** Paid value of a client's orders that may still be paid, in fen. */
export async function openTopUpFen(reader: Reader, customerId: string): Promise<number> {
  const row = await reader.row<{ sum: unknown }>(
    `SELECT COALESCE(SUM(price_fen), 0) AS sum FROM top_up WHERE customer_id = ? AND state = 'pending'`,
    [customerId],
  );
  return toSafeInteger(row?.sum ?? 0);
}

/** Whether the client has stored value that was paid for already, and was no wrong entry. */
export async function hasBoughtBefore(reader: Reader, customerId: string): Promise<boolean> {
  const sql = `SELECT 1 FROM top_up WHERE customer_id = ? AND state = 'paid' LIMIT 1`;
  return (await reader.row(sql, [customerId])) !== undefined;
}

export async function insertTopUp(tx: Tx, topUp: TopUp): Promise<void> {
  const names = Object.keys(FIELDS) as (keyof TopUp)[];
  const values = names.map((name) => {
    const value = topUp[name];
    return typeof value === 'boolean' ? Number(value) : value;
  });
  await tx.run(
    insertSql(
      'top_up',
      names.map((name) => FIELDS[name]),
      1,
    ),
    values,
  );
}

/** The value is there. */
export async function settleTopUp(
  tx: Tx,
  id: string,
  credit: {
    readonly lotId: number;
    readonly txId: number;
    readonly entryNo: string;
    readonly paidOn: LocalDate;
    readonly renewal: boolean;
    readonly at: Date;
  },
): Promise<void> {
  await tx.run(
    `UPDATE top_up SET state = 'paid', lot_id = ?, tx_id = ?, entry_no = ?, paid_on = ?, renewal = ?, settled_at = ?
     WHERE id = ?`,
    [
      ...[credit.lotId, credit.txId, credit.entryNo, credit.paidOn, Number(credit.renewal)],
      ...[credit.at, id],
    ],
  );
}

export async function closeTopUp(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.run(`UPDATE top_up SET state = 'closed', settled_at = ? WHERE id = ?`, [at, id]);
}

export async function markTopUpReversed(
  tx: Tx,
  { id, customerId }: Pick<TopUp, 'id' | 'customerId'>,
  reverseTxId: number,
  reason: string,
): Promise<void> {
  await tx.run(
    `UPDATE top_up SET state = 'reversed', reverse_tx_id = ?, reverse_reason_cipher = ? WHERE id = ?`,
    [reverseTxId, sealedFor(customerId, reason), id],
  );
}

/** A store's sales, latest first, those before `beforeId`; of one client or stretch of time where it is given. */
export function topUpsOfStore(
  reader: Reader,
  storeId: string,
  page: {
    readonly beforeId?: string;
    readonly customerId?: string;
    readonly from?: Date;
    readonly to?: Date;
    readonly limit: number;
  },
): Promise<TopUp[]> {
  const conditions = ['t.store_id = ?', `t.state <> 'closed'`];
  const params: unknown[] = [storeId];
  const add = (condition: string, value: unknown): void => {
    if (value === undefined) return;
    conditions.push(condition);
    params.push(value);
  };
  add('t.customer_id = ?', page.customerId);
  add('t.id < ?', page.beforeId);
  add('t.created_at >= ?', page.from);
  add('t.created_at < ?', page.to);
  const rest = `WHERE ${conditions.join(' AND ')} ORDER BY t.id DESC LIMIT ?`;
  return topUps(reader, rest, [...params, page.limit]);
}
