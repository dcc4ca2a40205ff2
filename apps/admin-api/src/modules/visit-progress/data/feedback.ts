import type { FeedbackWish } from '@yance/shared-types';
import { insertSql, type Reader, type Tx } from '../../../platform/database/index.js';

/** What a client said while she was served, as its row has it. */
export interface KeptFeedback {
  readonly id: string;
  readonly appointmentId: string;
  readonly storeId: string;
  readonly wish: FeedbackWish;
  readonly wordsCipher: Buffer | null;
  /** The file under whose key her words lie; null where there are none. */
  readonly sealedFor: string | null;
  readonly at: Date;
  readonly seenAt: Date | null;
}

const COLUMNS = `id, appointment_id AS appointmentId, store_id AS storeId, wish, words_cipher AS wordsCipher,
  sealed_for AS sealedFor, at, seen_at AS seenAt`;

export async function insertFeedback(tx: Tx, kept: Omit<KeptFeedback, 'seenAt'>): Promise<void> {
  const columns = [
    ...['id', 'appointment_id', 'store_id', 'wish'],
    ...['words_cipher', 'sealed_for', 'at'],
  ];
  await tx.run(insertSql('visit_feedback', columns, 1), [
    ...[kept.id, kept.appointmentId, kept.storeId, kept.wish],
    ...[kept.wordsCipher, kept.sealedFor, kept.at],
  ]);
}

/** What was said at a visit, oldest first. */
export function feedbackOfVisit(reader: Reader, appointmentId: string): Promise<KeptFeedback[]> {
  const sql = `SELECT ${COLUMNS} FROM visit_feedback WHERE appointment_id = ? ORDER BY at, id`;
  return reader.rows(sql, [appointmentId]);
}

/** What was said in a store since a moment and nobody has seen, oldest first. */
export function unseenSince(reader: Reader, storeId: string, since: Date): Promise<KeptFeedback[]> {
  const sql = `SELECT ${COLUMNS} FROM visit_feedback
               WHERE store_id = ? AND at >= ? AND seen_at IS NULL ORDER BY at, id`;
  return reader.rows(sql, [storeId, since]);
}

/** Locks what was said in some stores. */
export function lockFeedback(
  tx: Tx,
  id: string,
  storeIds: readonly string[],
): Promise<KeptFeedback | undefined> {
  if (storeIds.length === 0) return Promise.resolve(undefined);
  const among = storeIds.map(() => '?').join(', ');
  const sql = `SELECT ${COLUMNS} FROM visit_feedback WHERE id = ? AND store_id IN (${among}) FOR UPDATE`;
  return tx.row(sql, [id, ...storeIds]);
}

export async function markSeen(
  tx: Tx,
  id: string,
  seen: { readonly at: Date; readonly by: string },
): Promise<void> {
  const sql = 'UPDATE visit_feedback SET seen_at = ?, seen_by = ? WHERE id = ?';
  await tx.run(sql, [seen.at, seen.by, id]);
}
