import type { RedemptionState } from '@yance/shared-types';
import {
  placeholders,
  sealedFor,
  toSafeInteger,
  wordsOf,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';

/** Points that bought something, and whether it was handed over. */
export interface Redemption {
  readonly id: string;
  readonly customerId: string;
  readonly rewardId: string;
  /** The so-many-th of this reward for this client. */
  readonly turn: number;
  /** Where it is picked up. */
  readonly storeId: string;
  readonly name: string;
  readonly points: number;
  /** Null for a coupon, which is hers at once. */
  readonly pickUpCode: string | null;
  readonly couponId: string | null;
  readonly state: RedemptionState;
  readonly txId: number;
  readonly entryNo: string;
  readonly closedByName: string | null;
  readonly closedAt: Date | null;
  readonly closeNote: string | null;
  readonly createdAt: Date;
}

/** The key that gives a pick-up code to one redemption. */
export const CODE_KEY = 'uq_points_redemption_code';

const SELECT = `SELECT id, customer_id AS customerId, reward_id AS rewardId, turn, store_id AS storeId, name, points,
    pick_up_code AS pickUpCode, coupon_id AS couponId, state, tx_id AS txId, entry_no AS entryNo, closed_by_name AS closedByName,
    closed_at AS closedAt, ${wordsOf('r.close_note')} AS closeNote, created_at AS createdAt
  FROM points_redemption r`;

type Row = Omit<Redemption, 'txId'> & { readonly txId: unknown };

async function redemptions(
  reader: Reader,
  rest: string,
  params: readonly unknown[],
): Promise<Redemption[]> {
  const rows = await reader.rows<Row>(`${SELECT} ${rest}`, params);
  return rows.map((row) => ({ ...row, txId: toSafeInteger(row.txId) }));
}

export async function redemptionById(reader: Reader, id: string): Promise<Redemption | undefined> {
  return (await redemptions(reader, 'WHERE id = ?', [id]))[0];
}

/** Locks one: its row orders handing over and cancelling. */
export async function lockRedemption(tx: Tx, id: string): Promise<Redemption | undefined> {
  return (await redemptions(tx, 'WHERE id = ? FOR UPDATE', [id]))[0];
}

/** A client's, latest first. */
export function redemptionsOf(
  reader: Reader,
  customerId: string,
  limit: number,
): Promise<Redemption[]> {
  return redemptions(reader, 'WHERE customer_id = ? ORDER BY created_at DESC, id DESC LIMIT ?', [
    ...[customerId, limit],
  ]);
}

/** What waits in these stores, oldest first. */
export function waitingIn(
  reader: Reader,
  storeIds: readonly string[],
  limit: number,
): Promise<Redemption[]> {
  const rest = `WHERE store_id IN (${placeholders(storeIds)}) AND state = 'waiting' ORDER BY created_at, id LIMIT ?`;
  return redemptions(reader, rest, [...storeIds, limit]);
}

/** How many of a reward a client had that were not cancelled, and the turn of the last. */
export async function turnsOf(
  reader: Reader,
  customerId: string,
  rewardId: string,
): Promise<{ readonly had: number; readonly last: number }> {
  const row = await reader.row<{ had: unknown; last: unknown }>(
    `SELECT COALESCE(SUM(state <> 'cancelled'), 0) AS had, COALESCE(MAX(turn), 0) AS last
     FROM points_redemption WHERE customer_id = ? AND reward_id = ?`,
    [customerId, rewardId],
  );
  return { had: toSafeInteger(row?.had ?? 0), last: toSafeInteger(row?.last ?? 0) };
}

export async function insertRedemption(tx: Tx, made: Redemption): Promise<void> {
  await tx.run(
    `INSERT INTO points_redemption (id, customer_id, reward_id, turn, store_id, name, points, pick_up_code, coupon_id,
       state, tx_id, entry_no, closed_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[made.id, made.customerId, made.rewardId, made.turn, made.storeId, made.name, made.points],
      ...[made.pickUpCode, made.couponId, made.state, made.txId, made.entryNo, made.closedAt],
      made.createdAt,
    ],
  );
}

export async function closeRedemption(
  tx: Tx,
  { id, customerId }: Pick<Redemption, 'id' | 'customerId'>,
  closed: {
    readonly state: Exclude<RedemptionState, 'waiting'>;
    readonly staffId: string;
    readonly name: string;
    readonly at: Date;
    readonly note: string | null;
    readonly reverseTxId: number | null;
  },
): Promise<void> {
  await tx.run(
    `UPDATE points_redemption SET state = ?, closed_by = ?, closed_by_name = ?, closed_at = ?, close_note_cipher = ?,
       reverse_tx_id = ? WHERE id = ?`,
    [
      ...[closed.state, closed.staffId, closed.name, closed.at],
      ...[sealedFor(customerId, closed.note), closed.reverseTxId, id],
    ],
  );
}
