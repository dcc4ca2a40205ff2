import { isDuplicateKey, type Reader, type Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';

/** One use of a coupon on a bill. */
export interface CouponUse {
  readonly couponId: string;
  readonly turn: number;
  readonly billId: string;
  readonly storeId: string;
  /** What it took off, in fen. */
  readonly savedFen: number;
  readonly usedAt: Date;
}

const SELECT = `SELECT coupon_id AS couponId, turn, bill_id AS billId, store_id AS storeId,
    saved_fen AS savedFen, used_at AS usedAt FROM coupon_use`;

/** The use that stands; undefined for a coupon that is not used. */
export function openUseOf(reader: Reader, couponId: string): Promise<CouponUse | undefined> {
  return reader.row<CouponUse>(`${SELECT} WHERE coupon_id = ? AND is_open = 1`, [couponId]);
}

/** Coupons that a bill has used and not given back, in the order of their ids. */
export function openUsesOfBill(reader: Reader, billId: string): Promise<CouponUse[]> {
  const sql = `${SELECT} WHERE bill_id = ? AND is_open = 1 ORDER BY coupon_id`;
  return reader.rows<CouponUse>(sql, [billId]);
}

/** @throws Refusal COUPON_STATE when it is used already: the key refuses a second open use */
export async function insertUse(tx: Tx, use: CouponUse): Promise<void> {
  try {
    await tx.run(
      `INSERT INTO coupon_use (coupon_id, turn, bill_id, is_open, store_id, saved_fen, used_at)
       VALUES (?, ?, ?, 1, ?, ?, ?)`,
      [use.couponId, use.turn, use.billId, use.storeId, use.savedFen, use.usedAt],
    );
  } catch (error) {
    if (isDuplicateKey(error)) refuse('COUPON_STATE');
    throw error;
  }
}

export async function endUse(tx: Tx, use: CouponUse, at: Date): Promise<void> {
  await tx.run(
    'UPDATE coupon_use SET is_open = NULL, returned_at = ? WHERE coupon_id = ? AND turn = ?',
    [at, use.couponId, use.turn],
  );
}

/** @throws Refusal COUPON_HELD when another bill has it: the key lets one in */
export async function insertHold(
  tx: Tx,
  hold: { readonly couponId: string; readonly billId: string; readonly at: Date },
): Promise<void> {
  try {
    await tx.run('INSERT INTO coupon_hold (coupon_id, bill_id, held_at) VALUES (?, ?, ?)', [
      ...[hold.couponId, hold.billId, hold.at],
    ]);
  } catch (error) {
    if (isDuplicateKey(error)) refuse('COUPON_HELD');
    throw error;
  }
}

export async function deleteHold(tx: Tx, couponId: string): Promise<void> {
  await tx.run('DELETE FROM coupon_hold WHERE coupon_id = ?', [couponId]);
}

/** Coupons that a bill holds, in the order of their ids. */
export async function heldByBill(reader: Reader, billId: string): Promise<string[]> {
  const sql = 'SELECT coupon_id AS id FROM coupon_hold WHERE bill_id = ? ORDER BY coupon_id';
  return (await reader.rows<{ id: string }>(sql, [billId])).map(({ id }) => id);
}
