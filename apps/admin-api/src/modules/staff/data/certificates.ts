import type { Reader, Tx } from '../../../platform/database/index.js';

/** A person's health certificate; its number is sealed. */
export interface Certificate {
  readonly staffId: string;
  readonly numberSealed: Buffer;
  readonly validUntil: string;
  /** Grows by one with each that is recorded. */
  readonly version: number;
}

const SELECT = `SELECT c.staff_id AS staffId, c.number_sealed AS numberSealed, c.valid_until AS validUntil,
    c.version FROM health_certificate c`;

/** Of everybody who works in a store now. */
export function certificatesOfStore(reader: Reader, storeId: string): Promise<Certificate[]> {
  const sql = `${SELECT} JOIN staff_store s ON s.staff_id = c.staff_id WHERE s.store_id = ?`;
  return reader.rows<Certificate>(sql, [storeId]);
}

/** Locks one; undefined for who has none. */
export function lockCertificate(tx: Tx, staffId: string): Promise<Certificate | undefined> {
  return tx.row<Certificate>(`${SELECT} WHERE c.staff_id = ? FOR UPDATE`, [staffId]);
}

export async function saveCertificate(
  tx: Tx,
  { staffId, numberSealed, validUntil, version }: Certificate,
  by: { readonly staffId: string; readonly at: Date },
): Promise<void> {
  await tx.run(
    `INSERT INTO health_certificate (staff_id, number_sealed, valid_until, version, recorded_at, recorded_by)
     VALUES (?, ?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE number_sealed = VALUES(number_sealed), valid_until = VALUES(valid_until),
       version = VALUES(version), recorded_at = VALUES(recorded_at), recorded_by = VALUES(recorded_by)`,
    [staffId, numberSealed, validUntil, version, by.at, by.staffId],
  );
}

/** Whether nobody treats in a store without a valid certificate. */
export async function isCertificateRequired(reader: Reader, storeId: string): Promise<boolean> {
  const sql = 'SELECT is_required AS isRequired FROM certificate_rule WHERE store_id = ?';
  return (await reader.row<{ isRequired: number }>(sql, [storeId]))?.isRequired === 1;
}

export async function saveCertificateRule(
  tx: Tx,
  storeId: string,
  isRequired: boolean,
  by: { readonly staffId: string; readonly at: Date },
): Promise<void> {
  await tx.run(
    `INSERT INTO certificate_rule (store_id, is_required, changed_at, changed_by) VALUES (?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE is_required = VALUES(is_required), changed_at = VALUES(changed_at),
       changed_by = VALUES(changed_by)`,
    [storeId, isRequired ? 1 : 0, by.at, by.staffId],
  );
}

/** Gives a skill to a person, or takes it back. @returns whether anything changed */
export async function changeSkill(
  tx: Tx,
  staffId: string,
  skillId: string,
  has: boolean,
): Promise<boolean> {
  const sql = has
    ? 'INSERT IGNORE INTO staff_skill (staff_id, skill_id) VALUES (?, ?)'
    : 'DELETE FROM staff_skill WHERE staff_id = ? AND skill_id = ?';
  return (await tx.run(sql, [staffId, skillId])).affectedRows > 0;
}
