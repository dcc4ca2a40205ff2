import type { CouponBatchState } from '@yance/shared-types';
import {
  insertSql,
  sealedFor,
  wordsOf,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';

/** Coupons that somebody gives to a list of clients. */
export interface Batch {
  readonly id: string;
  readonly templateId: string;
  readonly storeId: string;
  readonly state: CouponBatchState;
  readonly reason: string | null;
  readonly byId: string;
  readonly byName: string;
  readonly createdAt: Date;
}

/** One client of a list and what became of her. */
export interface BatchRow {
  readonly place: number;
  readonly customerId: string;
  readonly couponId: string | null;
  /** Code of why she got none. */
  readonly refusal: string | null;
}

const SELECT = `SELECT id, template_id AS templateId, store_id AS storeId, state,
    ${wordsOf('b.reason')} AS reason,
    by_id AS byId, by_name AS byName, created_at AS createdAt FROM coupon_batch b`;
const ROWS = `SELECT place, customer_id AS customerId, coupon_id AS couponId, refusal
  FROM coupon_batch_row`;

export function batchById(reader: Reader, id: string): Promise<Batch | undefined> {
  return reader.row<Batch>(`${SELECT} WHERE id = ?`, [id]);
}

export function rowsOfBatch(reader: Reader, id: string): Promise<BatchRow[]> {
  return reader.rows<BatchRow>(`${ROWS} WHERE batch_id = ? ORDER BY place`, [id]);
}

/** Rows that have no end yet, in their order. */
export function openRowsOf(reader: Reader, id: string, limit: number): Promise<BatchRow[]> {
  const sql = `${ROWS} WHERE batch_id = ? AND coupon_id IS NULL AND refusal IS NULL
    ORDER BY place LIMIT ?`;
  return reader.rows<BatchRow>(sql, [id, limit]);
}

/** Locks a row, so that two who serve the same list take it one after the other. */
export function lockRow(tx: Tx, id: string, place: number): Promise<BatchRow | undefined> {
  return tx.row<BatchRow>(`${ROWS} WHERE batch_id = ? AND place = ? FOR UPDATE`, [id, place]);
}

const ROWS_PER_INSERT = 500;

export async function insertBatch(
  tx: Tx,
  batch: Omit<Batch, 'state'>,
  customerIds: readonly string[],
): Promise<void> {
  const { id, templateId, storeId, reason, byId, byName, createdAt } = batch;
  await tx.run(
    `INSERT INTO coupon_batch (id, template_id, store_id, state, row_count, reason_cipher, by_id, by_name,
       created_at) VALUES (?, ?, ?, 'running', ?, ?, ?, ?, ?)`,
    [
      ...[id, templateId, storeId, customerIds.length, sealedFor(null, reason)],
      ...[byId, byName, createdAt],
    ],
  );
  for (let from = 0; from < customerIds.length; from += ROWS_PER_INSERT) {
    const some = customerIds.slice(from, from + ROWS_PER_INSERT);
    await tx.run(
      insertSql('coupon_batch_row', ['batch_id', 'place', 'customer_id'], some.length),
      some.flatMap((customerId, place) => [id, from + place + 1, customerId]),
    );
  }
}

export async function endRow(
  tx: Tx,
  id: string,
  place: number,
  end: { readonly couponId: string | null; readonly refusal: string | null },
): Promise<void> {
  const sql = `UPDATE coupon_batch_row SET coupon_id = ?, refusal = ?
    WHERE batch_id = ? AND place = ?`;
  await tx.run(sql, [end.couponId, end.refusal, id, place]);
}

export async function endBatch(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.run(`UPDATE coupon_batch SET state = 'done', done_at = ? WHERE id = ?`, [at, id]);
}
