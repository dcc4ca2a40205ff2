import {
  insertSql,
  isDuplicateKey,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';

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

/**
 * Writes the first one of a person, or the one that comes after `version - 1`.
 * @returns false where somebody else wrote that one meanwhile: of two first ones the primary key lets one in, and a
 *   row that is not there yet cannot be locked
 */
export async function saveCertificate(
  tx: Tx,
  { staffId, numberSealed, validUntil, version }: Certificate,
  by: { readonly staffId: string; readonly at: Date },
): Promise<boolean> {
  const columns = ['staff_id', 'number_sealed', 'valid_until', 'version'];
  const row = [staffId, numberSealed, validUntil, version, by.at, by.staffId];
  if (version === 1) {
    const sql = insertSql('health_certificate', [...columns, 'recorded_at', 'recorded_by'], 1);
    try {
      await tx.run(sql, row);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
  const sql = `UPDATE health_certificate SET number_sealed = ?, valid_until = ?, version = ?, recorded_at = ?,
                 recorded_by = ? WHERE staff_id = ? AND version = ?`;
  const { affectedRows } = await tx.run(sql, [...row.slice(1), staffId, version - 1]);
  return affectedRows === 1;
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
