import { placeholders, type Reader, type Tx } from '../../../platform/database/index.js';

/** What somebody has typed so far about a visit; `contents` is sealed. */
export interface SealedDraft {
  readonly appointmentId: string;
  readonly authorId: string;
  readonly customerId: string;
  /** Grows with each save. */
  readonly revision: number;
  readonly contents: Buffer;
  readonly updatedAt: Date;
}

const COLUMNS = `appointment_id AS appointmentId, author_id AS authorId, customer_id AS customerId, revision, contents,
  updated_at AS updatedAt`;

export function draftOf(
  reader: Reader,
  appointmentId: string,
  authorId: string,
): Promise<SealedDraft | undefined> {
  const sql = `SELECT ${COLUMNS} FROM treatment_draft WHERE appointment_id = ? AND author_id = ?`;
  return reader.row(sql, [appointmentId, authorId]);
}

/** Keeps a draft, the first or a further one. The caller holds the visit's row. */
export async function keepDraft(tx: Tx, draft: SealedDraft): Promise<void> {
  const { appointmentId, authorId, customerId, revision, contents, updatedAt } = draft;
  await tx.run(
    `INSERT INTO treatment_draft (appointment_id, author_id, customer_id, revision, contents, updated_at)
     VALUES (?, ?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE revision = ?, contents = ?, updated_at = ?`,
    [
      ...[appointmentId, authorId, customerId, revision, contents, updatedAt],
      ...[revision, contents, updatedAt],
    ],
  );
}

/** What all who treat have typed about a visit. */
export function draftsOfVisit(reader: Reader, appointmentId: string): Promise<SealedDraft[]> {
  const sql = `SELECT ${COLUMNS} FROM treatment_draft WHERE appointment_id = ? ORDER BY author_id`;
  return reader.rows(sql, [appointmentId]);
}

export async function dropDraft(tx: Tx, appointmentId: string, authorId: string): Promise<void> {
  const sql = 'DELETE FROM treatment_draft WHERE appointment_id = ? AND author_id = ?';
  await tx.run(sql, [appointmentId, authorId]);
}

/** Of which of some visits this person has a draft. */
export async function draftedAmong(
  reader: Reader,
  appointmentIds: readonly string[],
  authorId: string,
): Promise<ReadonlySet<string>> {
  if (appointmentIds.length === 0) return new Set();
  const sql = `SELECT appointment_id AS id FROM treatment_draft
               WHERE author_id = ? AND appointment_id IN (${placeholders(appointmentIds)})`;
  const rows = await reader.rows<{ id: string }>(sql, [authorId, ...appointmentIds]);
  return new Set(rows.map(({ id }) => id));
}

export function draftsOfCustomer(tx: Tx, customerId: string): Promise<SealedDraft[]> {
  const sql = `SELECT ${COLUMNS} FROM treatment_draft WHERE customer_id = ? ORDER BY appointment_id, author_id`;
  return tx.rows(sql, [customerId]);
}

/** Gives a draft to another file, with contents that were sealed for it. */
export async function giveDraft(
  tx: Tx,
  draft: SealedDraft,
  to: string,
  contents: Buffer,
): Promise<void> {
  await tx.run(
    `UPDATE treatment_draft SET customer_id = ?, contents = ? WHERE appointment_id = ? AND author_id = ?`,
    [to, contents, draft.appointmentId, draft.authorId],
  );
}
