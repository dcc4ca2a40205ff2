import type { CouponAction } from '@yance/shared-types';
import type { LocalDate } from '../../../platform/clock/index.js';
import {
  placeholders,
  sealedFor,
  toSafeInteger,
  wordsOf,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';

/** Something that happened to a coupon. */
export interface CouponChange {
  readonly couponId: string;
  /** Whose it is. */
  readonly customerId: string;
  readonly templateId: string;
  readonly action: CouponAction;
  /** The store for which it counts. */
  readonly storeId: string;
  /** The business day of that store. */
  readonly happenedOn: LocalDate;
  /** Uses and returns only. */
  readonly billId: string | null;
  /** What the use took off, in fen; uses and returns only. */
  readonly savedFen: number | null;
  readonly reason: string | null;
  readonly entryNo: string;
  readonly by: { readonly kind: string; readonly id: string; readonly name: string };
  readonly at: Date;
}

/** A line of a coupon's history as it is read. */
export type ToldChange = Omit<CouponChange, 'customerId'>;

/** Adds a line to a locked coupon's history. */
export async function appendChange(tx: Tx, change: CouponChange): Promise<void> {
  const { couponId, templateId, action, storeId, happenedOn, billId, savedFen, by } = change;
  await tx.run(
    `INSERT INTO coupon_change (coupon_id, seq, template_id, action, store_id, happened_on, bill_id,
       saved_fen, reason_cipher, entry_no, by_kind, by_id, by_name, at)
     SELECT ?, COALESCE(MAX(seq), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
     FROM coupon_change WHERE coupon_id = ?`,
    [
      ...[couponId, templateId, action, storeId, happenedOn, billId, savedFen],
      ...[sealedFor(change.customerId, change.reason), change.entryNo],
      ...[by.kind, by.id, by.name, change.at, couponId],
    ],
  );
}

/** The history of these coupons, each oldest first. */
export async function changesOf(
  reader: Reader,
  couponIds: readonly string[],
): Promise<ToldChange[]> {
  if (couponIds.length === 0) return [];
  const rows = await reader.rows<
    Omit<ToldChange, 'by'> & { byKind: string; byId: string; byName: string }
  >(
    `SELECT coupon_id AS couponId, template_id AS templateId, action, store_id AS storeId,
       happened_on AS happenedOn, bill_id AS billId, saved_fen AS savedFen,
       ${wordsOf('c.reason')} AS reason,
       entry_no AS entryNo, by_kind AS byKind, by_id AS byId, by_name AS byName, at
     FROM coupon_change c WHERE coupon_id IN (${placeholders(couponIds)}) ORDER BY coupon_id, seq`,
    couponIds,
  );
  return rows.map(({ byKind, byId, byName, ...row }) => ({
    ...row,
    by: { kind: byKind, id: byId, name: byName },
  }));
}

/** What these coupons have cost: what their uses took off, less what came back. Fen. */
export async function savedBy(reader: Reader, couponIds: readonly string[]): Promise<number> {
  if (couponIds.length === 0) return 0;
  const row = await reader.row<{ saved: unknown }>(
    `SELECT COALESCE(SUM(CASE action WHEN 'use' THEN CAST(saved_fen AS SIGNED)
       ELSE -CAST(saved_fen AS SIGNED) END), 0) AS saved
     FROM coupon_change WHERE action IN ('use', 'return') AND coupon_id IN (${placeholders(couponIds)})`,
    couponIds,
  );
  return toSafeInteger(row?.saved ?? 0);
}

/** What became of a template's coupons in a month and in some stores. */
export interface ReportLine {
  readonly templateId: string;
  readonly month: string;
  readonly issued: number;
  readonly used: number;
  readonly returned: number;
  readonly expired: number;
  readonly revoked: number;
  /** What uses took off, less what came back, in fen. */
  readonly costFen: number;
}

type ReportRow = { templateId: string; month: string } & Record<
  Exclude<keyof ReportLine, 'templateId' | 'month'>,
  unknown
>;

/**
 * By template and month, months newest first. One read by the index over store and day.
 * @param from first day, `until` last day, both included
 */
export async function reportLines(
  reader: Reader,
  storeIds: readonly string[],
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<ReportLine[]> {
  if (storeIds.length === 0) return [];
  const count = (action: CouponAction): string =>
    `COUNT(CASE WHEN action = '${action}' THEN 1 END)`;
  const rows = await reader.rows<ReportRow>(
    `SELECT template_id AS templateId, DATE_FORMAT(happened_on, '%Y-%m') AS month,
       ${count('issue')} AS issued, ${count('use')} AS used, ${count('return')} AS returned,
       ${count('expire')} AS expired, ${count('revoke')} AS revoked,
       COALESCE(SUM(CASE action WHEN 'use' THEN CAST(saved_fen AS SIGNED)
         WHEN 'return' THEN -CAST(saved_fen AS SIGNED) END), 0) AS costFen
     FROM coupon_change
     WHERE store_id IN (${placeholders(storeIds)}) AND happened_on BETWEEN ? AND ?
     GROUP BY template_id, month ORDER BY month DESC, template_id`,
    [...storeIds, from, until],
  );
  return rows.map((row) => ({
    ...{ templateId: row.templateId, month: row.month },
    ...{ issued: toSafeInteger(row.issued), used: toSafeInteger(row.used) },
    ...{ returned: toSafeInteger(row.returned), expired: toSafeInteger(row.expired) },
    ...{ revoked: toSafeInteger(row.revoked), costFen: toSafeInteger(row.costFen) },
  }));
}
