import type { Reader, Tx } from '../../../../platform/database/index.js';
import type { ConsentAct } from '../consent-types.js';

const SELECT = `SELECT c.id, c.customer_id AS customerId, c.kind, c.text_id AS textId, t.version, t.title,
    t.service_id AS serviceId, c.act, c.way, c.by_kind AS byKind, c.by_name AS byName,
    c.proof_cipher AS proofSealed, c.at
  FROM consent c JOIN consent_text t ON t.id = c.text_id`;

/** Everything that a client gave or withdrew, latest first. */
export function consentsOf(reader: Reader, customerId: string): Promise<ConsentAct[]> {
  return reader.rows<ConsentAct>(
    `${SELECT} WHERE c.customer_id = ? ORDER BY c.at DESC, c.id DESC LIMIT 500`,
    [customerId],
  );
}

/** What was said last of a kind of consent; undefined when nothing was. */
export function lastConsent(
  reader: Reader,
  customerId: string,
  kind: ConsentAct['kind'],
): Promise<ConsentAct | undefined> {
  return reader.row<ConsentAct>(
    `${SELECT} WHERE c.customer_id = ? AND c.kind = ? ORDER BY c.at DESC, c.id DESC LIMIT 1`,
    [customerId, kind],
  );
}

/** One of this client's. */
export function consentById(
  reader: Reader,
  customerId: string,
  id: string,
): Promise<ConsentAct | undefined> {
  return reader.row<ConsentAct>(`${SELECT} WHERE c.customer_id = ? AND c.id = ?`, [customerId, id]);
}

/** A consent as it is written. */
export interface NewConsent extends Omit<ConsentAct, 'version' | 'title' | 'serviceId'> {
  readonly byId: string;
}

export async function insertConsent(tx: Tx, consent: NewConsent): Promise<void> {
  await tx.run(
    `INSERT INTO consent (id, customer_id, kind, text_id, act, way, by_kind, by_id, by_name, proof_cipher, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[consent.id, consent.customerId, consent.kind, consent.textId, consent.act, consent.way],
      ...[consent.byKind, consent.byId, consent.byName, consent.proofSealed, consent.at],
    ],
  );
}

/**
 * Gives the consents of one file to another; `handOver` seals their proofs anew.
 * @param only these alone; all unless told
 * @returns which went over
 */
export async function giveConsents(
  tx: Tx,
  from: string,
  to: string,
  handOver: (sealed: Buffer) => Promise<Buffer>,
  only?: readonly unknown[],
): Promise<string[]> {
  const rows = await tx.rows<{ id: string; proof: Buffer | null }>(
    'SELECT id, proof_cipher AS proof FROM consent WHERE customer_id = ? ORDER BY id FOR UPDATE',
    [from],
  );
  const going = rows.filter(({ id }) => only?.includes(id) ?? true);
  for (const { id, proof } of going) {
    const sealed = proof && (await handOver(proof));
    const sql = 'UPDATE consent SET customer_id = ?, proof_cipher = ? WHERE id = ?';
    await tx.run(sql, [to, sealed, id]);
  }
  return going.map(({ id }) => id);
}
