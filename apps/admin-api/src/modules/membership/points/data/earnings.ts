import type { LocalDate } from '../../../../platform/clock/index.js';
import { toSafeInteger, type Reader, type Tx } from '../../../../platform/database/index.js';
import { newId } from '../../../../platform/ids/index.js';

export type EarningSource = 'bill' | 'check_in' | 'review' | 'referral' | 'adjustment';

/** What brought points, once for each source. */
export interface Earning {
  readonly id: string;
  readonly customerId: string;
  readonly storeId: string;
  readonly sourceKind: EarningSource;
  readonly sourceId: string;
  readonly points: number;
  /** Went to a shortfall first. */
  readonly settledPoints: number;
  readonly txId: number | null;
  readonly entryNo: string | null;
  readonly lotId: number | null;
  readonly expiresOn: LocalDate | null;
  readonly state: 'done' | 'reversed';
  readonly createdAt: Date;
}

/** The key that lets a source bring points once. */
export const SOURCE_KEY = 'uq_points_earning_source';

const SELECT = `SELECT id, customer_id AS customerId, store_id AS storeId, source_kind AS sourceKind,
    source_id AS sourceId, points, settled_points AS settledPoints, tx_id AS txId, entry_no AS entryNo,
    lot_id AS lotId, expires_on AS expiresOn, state, created_at AS createdAt
  FROM points_earning`;

const optional = (value: unknown): number | null => (value === null ? null : toSafeInteger(value));

/** Locks what a source brought; undefined when it brought nothing. */
export async function lockEarning(
  tx: Tx,
  sourceKind: EarningSource,
  sourceId: string,
): Promise<Earning | undefined> {
  const row = await tx.row<Omit<Earning, 'txId' | 'lotId'> & Record<'txId' | 'lotId', unknown>>(
    `${SELECT} WHERE source_kind = ? AND source_id = ? FOR UPDATE`,
    [sourceKind, sourceId],
  );
  return row && { ...row, txId: optional(row.txId), lotId: optional(row.lotId) };
}

export async function insertEarning(tx: Tx, earning: Earning): Promise<void> {
  await tx.run(
    `INSERT INTO points_earning (id, customer_id, store_id, source_kind, source_id, points, settled_points, tx_id,
       entry_no, lot_id, expires_on, state, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[earning.id, earning.customerId, earning.storeId, earning.sourceKind, earning.sourceId],
      ...[earning.points, earning.settledPoints, earning.txId, earning.entryNo, earning.lotId],
      ...[earning.expiresOn, earning.state, earning.createdAt],
    ],
  );
}

export async function markEarningReversed(tx: Tx, id: string): Promise<void> {
  await tx.run(`UPDATE points_earning SET state = 'reversed' WHERE id = ?`, [id]);
}

/** What is still missing of points that were taken back. */
export interface Shortfall {
  readonly id: string;
  readonly leftPoints: number;
}

/** Locks a client's open shortfalls, oldest first. */
export function lockShortfalls(tx: Tx, customerId: string): Promise<Shortfall[]> {
  return tx.rows<Shortfall>(
    `SELECT id, left_points AS leftPoints FROM points_shortfall
     WHERE customer_id = ? AND left_points > 0 ORDER BY created_at, id FOR UPDATE`,
    [customerId],
  );
}

/** How many points a client's next earnings make up for first. */
export async function shortfallOf(reader: Reader, customerId: string): Promise<number> {
  const row = await reader.row<{ sum: unknown }>(
    `SELECT COALESCE(SUM(left_points), 0) AS sum FROM points_shortfall WHERE customer_id = ? AND left_points > 0`,
    [customerId],
  );
  return toSafeInteger(row?.sum ?? 0);
}

export async function settleShortfall(tx: Tx, id: string, by: number): Promise<void> {
  await tx.run('UPDATE points_shortfall SET left_points = left_points - ? WHERE id = ?', [by, id]);
}

export async function insertShortfall(
  tx: Tx,
  { customerId, sourceKind, sourceId }: Pick<Earning, 'customerId' | 'sourceKind' | 'sourceId'>,
  points: number,
  at: Date,
): Promise<void> {
  await tx.run(
    `INSERT INTO points_shortfall (id, customer_id, source_kind, source_id, points, left_points, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [newId(), customerId, sourceKind, sourceId, points, points, at],
  );
}

/** What a bill did to her points. */
export interface PointsOfBill {
  /** Brought by it; 0 once it was reversed. */
  readonly earned: number;
  /** Taken back with it, but used before: her next ones make up for them. */
  readonly missing: number;
}

/** What a bill brought, and what was missing when it was reversed. */
export async function pointsOfBill(reader: Reader, billId: string): Promise<PointsOfBill> {
  const row = await reader.row<{ earned: unknown; missing: unknown }>(
    `SELECT
       (SELECT COALESCE(SUM(points), 0) FROM points_earning
        WHERE source_kind = 'bill' AND source_id = ? AND state = 'done') AS earned,
       (SELECT COALESCE(SUM(points), 0) FROM points_shortfall
        WHERE source_kind = 'bill' AND source_id = ?) AS missing`,
    [billId, billId],
  );
  return { earned: toSafeInteger(row?.earned ?? 0), missing: toSafeInteger(row?.missing ?? 0) };
}
