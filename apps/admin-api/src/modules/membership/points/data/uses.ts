import { toSafeInteger, type Tx } from '../../../../platform/database/index.js';

/** Points that paid a part of a bill. */
export interface PointsUse {
  readonly id: string;
  readonly customerId: string;
  readonly storeId: string;
  readonly billId: string;
  readonly points: number;
  readonly valueFen: number;
  readonly txId: number;
  readonly entryNo: string;
  readonly createdAt: Date;
}

type LockedUse = Pick<PointsUse, 'id' | 'customerId' | 'storeId' | 'points' | 'txId'> & {
  readonly state: 'done' | 'reversed';
};

export async function insertPointsUse(tx: Tx, use: PointsUse): Promise<void> {
  await tx.run(
    `INSERT INTO points_use (id, customer_id, store_id, bill_id, points, value_fen, tx_id, entry_no, state,
       created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'done', ?)`,
    [
      ...[use.id, use.customerId, use.storeId, use.billId, use.points, use.valueFen, use.txId],
      ...[use.entryNo, use.createdAt],
    ],
  );
}

/** Locks what a bill took; undefined when it took none. */
export async function lockPointsUse(tx: Tx, billId: string): Promise<LockedUse | undefined> {
  const row = await tx.row<Omit<LockedUse, 'txId'> & { readonly txId: unknown }>(
    `SELECT id, customer_id AS customerId, store_id AS storeId, points, tx_id AS txId, state
     FROM points_use WHERE bill_id = ? FOR UPDATE`,
    [billId],
  );
  return row && { ...row, txId: toSafeInteger(row.txId) };
}

export async function markPointsUseReversed(tx: Tx, id: string): Promise<void> {
  await tx.run(`UPDATE points_use SET state = 'reversed' WHERE id = ?`, [id]);
}
