import { placeholders, type Reader, type Tx } from '../../../platform/database/index.js';

/** A client whom the desk of a store is to call. */
export interface Call {
  readonly id: string;
  readonly customerId: string;
  readonly storeId: string;
  /** The visit that it is about; null where it is about a coupon. */
  readonly appointmentId: string | null;
  /** What of the visit. */
  readonly kind: string;
  /** The coupon that it is about, and the automation that gave it; null where it is about a visit. */
  readonly aboutId: string | null;
  readonly sentForId: string | null;
  readonly state: 'to_call' | 'called' | 'withheld' | 'not_allowed';
  readonly tries: number;
  readonly doneByName: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const SELECT = `SELECT id, customer_id AS customerId, store_id AS storeId,
    appointment_id AS appointmentId, kind, about_id AS aboutId, sent_for_id AS sentForId, state, tries, done_by_name AS doneByName, created_at AS createdAt,
    updated_at AS updatedAt
  FROM message`;

/** Calls of these stores that wait, longest first; those after `afterId`. */
export async function openCalls(
  reader: Reader,
  storeIds: readonly string[],
  afterId: string,
  limit: number,
): Promise<Call[]> {
  if (storeIds.length === 0) return [];
  return reader.rows<Call>(
    `${SELECT} WHERE state = 'to_call' AND store_id IN (${placeholders(storeIds)}) AND id > ?
     ORDER BY id LIMIT ?`,
    [...storeIds, afterId, limit],
  );
}

/** Calls of all stores that wait; those after `afterId`. */
export function allOpenCalls(reader: Reader, afterId: string, limit: number): Promise<Call[]> {
  return reader.rows<Call>(`${SELECT} WHERE state = 'to_call' AND id > ? ORDER BY id LIMIT ?`, [
    ...[afterId, limit],
  ]);
}

/** Locks one call. */
export function lockCall(tx: Tx, id: string): Promise<Call | undefined> {
  return tx.row<Call>(`${SELECT} WHERE id = ? AND channel = 'call' FOR UPDATE`, [id]);
}

export async function writeCalled(
  tx: Tx,
  id: string,
  called: {
    readonly state: 'to_call' | 'called';
    readonly byId: string;
    readonly byName: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.run(
    `UPDATE message SET state = ?, tries = LEAST(tries + 1, 255), done_by_id = ?, done_by_name = ?,
       updated_at = ? WHERE id = ?`,
    [called.state, called.byId, called.byName, called.at, id],
  );
}

/** Takes a call off the list that nobody has to make any more; one that was made meanwhile stays. */
export async function withholdCall(tx: Tx, id: string, reason: string, at: Date): Promise<void> {
  await tx.run(
    `UPDATE message SET state = 'withheld', reason = ?, updated_at = ? WHERE id = ? AND state = 'to_call'`,
    [reason, at, id],
  );
}
