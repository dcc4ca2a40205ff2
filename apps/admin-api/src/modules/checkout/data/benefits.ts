import {
  fromJsonColumn,
  insertSql,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { NO_PRICING, type BillCoupon, type BillPricing, type BillSession } from '../rules/bill.js';

/** The coupons of a bill, in the order of their ids. */
export async function couponsOfBill(reader: Reader, billId: string): Promise<BillCoupon[]> {
  const rows = await reader.rows<Omit<BillCoupon, 'savesFen'> & { savesFen: unknown }>(
    `SELECT coupon_id AS couponId, name, saves_fen AS savesFen FROM bill_coupon WHERE bill_id = ?
     ORDER BY coupon_id`,
    [billId],
  );
  return rows.map((row) => ({ ...row, savesFen: toSafeInteger(row.savesFen) }));
}

/** The sessions that cover lines of a bill, in the order of its lines. */
export async function sessionsOfBill(reader: Reader, billId: string): Promise<BillSession[]> {
  const rows = await reader.rows<Omit<BillSession, 'isReserved'> & { isReserved: number }>(
    `SELECT line_seq AS lineSeq, item_id AS itemId, name, kind, units, is_reserved AS isReserved
     FROM bill_session WHERE bill_id = ? ORDER BY line_seq, is_reserved DESC, item_id`,
    [billId],
  );
  return rows.map((row) => ({ ...row, isReserved: row.isReserved === 1 }));
}

/** How the price of a bill came about. */
export async function pricingOf(reader: Reader, billId: string): Promise<BillPricing> {
  const row = await reader.row<{ pricing: unknown }>('SELECT pricing FROM bill WHERE id = ?', [
    billId,
  ]);
  // Written by KeepBenefits alone.
  return row && row.pricing !== null ? (fromJsonColumn(row.pricing) as BillPricing) : NO_PRICING;
}

/** Puts these in place of what was there. The lines stand already. */
export async function replaceBenefits(
  tx: Tx,
  billId: string,
  coupons: readonly BillCoupon[],
  sessions: readonly BillSession[],
): Promise<void> {
  await tx.run('DELETE FROM bill_coupon WHERE bill_id = ?', [billId]);
  await tx.run('DELETE FROM bill_session WHERE bill_id = ?', [billId]);
  if (coupons.length > 0)
    await tx.run(
      insertSql('bill_coupon', ['bill_id', 'coupon_id', 'name', 'saves_fen'], coupons.length),
      coupons.flatMap(({ couponId, name, savesFen }) => [billId, couponId, name, savesFen]),
    );
  if (sessions.length === 0) return;
  const columns = ['bill_id', 'line_seq', 'item_id', 'is_reserved', 'name', 'kind', 'units'];
  await tx.run(
    insertSql('bill_session', columns, sessions.length),
    sessions.flatMap((one) => [
      ...[billId, one.lineSeq, one.itemId, Number(one.isReserved), one.name, one.kind, one.units],
    ]),
  );
}
