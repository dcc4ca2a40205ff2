import type { AdjustmentState } from '@yance/shared-types';
import {
  placeholders,
  sealedFor,
  wordsOf,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';

/** Points given or taken by hand. */
export interface Adjustment {
  readonly id: string;
  readonly customerId: string;
  readonly storeId: string;
  /** Below zero where they are taken. */
  readonly points: number;
  readonly reason: string;
  readonly state: AdjustmentState;
  readonly requestedBy: string;
  readonly requestedName: string;
  readonly requestedAt: Date;
  readonly decidedName: string | null;
  readonly decidedAt: Date | null;
}

const SELECT = `SELECT id, customer_id AS customerId, store_id AS storeId, points,
    ${wordsOf('a.reason')} AS reason, state, requested_by AS requestedBy, requested_name AS requestedName, requested_at AS requestedAt,
    decided_name AS decidedName, decided_at AS decidedAt
  FROM points_adjustment a`;

export function adjustmentById(reader: Reader, id: string): Promise<Adjustment | undefined> {
  return reader.row<Adjustment>(`${SELECT} WHERE id = ?`, [id]);
}

export function lockAdjustment(tx: Tx, id: string): Promise<Adjustment | undefined> {
  return tx.row<Adjustment>(`${SELECT} WHERE id = ? FOR UPDATE`, [id]);
}

/** What waits for a second person in these stores, oldest first. */
export function adjustmentsWaiting(
  reader: Reader,
  storeIds: readonly string[],
  limit: number,
): Promise<Adjustment[]> {
  return reader.rows<Adjustment>(
    `${SELECT} WHERE state = 'requested' AND store_id IN (${placeholders(storeIds)})
     ORDER BY requested_at, id LIMIT ?`,
    [...storeIds, limit],
  );
}

/** A client's, latest first. */
export function adjustmentsOf(
  reader: Reader,
  customerId: string,
  limit: number,
): Promise<Adjustment[]> {
  return reader.rows<Adjustment>(
    `${SELECT} WHERE customer_id = ? ORDER BY requested_at DESC, id DESC LIMIT ?`,
    [customerId, limit],
  );
}

export async function insertAdjustment(
  tx: Tx,
  one: Omit<Adjustment, 'decidedName' | 'decidedAt'>,
): Promise<void> {
  await tx.run(
    `INSERT INTO points_adjustment (id, customer_id, store_id, points, reason_cipher, state, requested_by, requested_name,
       requested_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[one.id, one.customerId, one.storeId, one.points],
      ...[sealedFor(one.customerId, one.reason), one.state, one.requestedBy],
      ...[one.requestedName, one.requestedAt],
    ],
  );
}

export async function decideAdjustment(
  tx: Tx,
  id: string,
  decided: {
    readonly state: 'done' | 'rejected';
    readonly staffId: string;
    readonly name: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.run(
    'UPDATE points_adjustment SET state = ?, decided_by = ?, decided_name = ?, decided_at = ? WHERE id = ?',
    [decided.state, decided.staffId, decided.name, decided.at, id],
  );
}
