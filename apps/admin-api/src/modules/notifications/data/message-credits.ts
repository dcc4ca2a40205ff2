import type { Reader, Tx } from '../../../platform/database/index.js';

/** What a client answered when the phone asked whether we may send a message. */
export type ConsentResult = 'accept' | 'reject' | 'ban' | 'filter';

/**
 * Keeps count of consents: one accept is worth one message of that template (WeChat). The platform's own count
 * decides; this one tells staff and the phone what to expect.
 */
export async function recordConsent(
  tx: Tx,
  openid: string,
  templateId: string,
  result: ConsentResult,
  at: Date,
): Promise<void> {
  const accepted = result === 'accept' ? 1 : 0;
  const refusedAt = accepted === 1 ? null : at;
  await tx.run(
    `INSERT INTO message_credit (openid, template_id, credits, refused_at, updated_at)
     VALUES (?, ?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE credits = credits + ?, refused_at = ?, updated_at = ?`,
    [openid, templateId, accepted, refusedAt, at, accepted, refusedAt, at],
  );
}

/** One consent less after a message; none left after WeChat said so. */
export async function spendConsent(
  tx: Tx,
  openid: string,
  templateId: string,
  left: 'one-less' | 'none',
  at: Date,
): Promise<void> {
  const credits = left === 'none' ? '0' : 'GREATEST(credits, 1) - 1';
  const sql = `UPDATE message_credit SET credits = ${credits}, updated_at = ?
               WHERE openid = ? AND template_id = ?`;
  await tx.run(sql, [at, openid, templateId]);
}

/** Consents left, by template. */
export async function creditsOf(
  reader: Reader,
  openid: string,
): Promise<ReadonlyMap<string, number>> {
  const sql = 'SELECT template_id AS templateId, credits FROM message_credit WHERE openid = ?';
  const rows = await reader.rows<{ templateId: string; credits: number }>(sql, [openid]);
  return new Map(rows.map((row) => [row.templateId, row.credits]));
}
