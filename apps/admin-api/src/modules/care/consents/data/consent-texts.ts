import { placeholders, type Reader, type Tx } from '../../../../platform/database/index.js';
import type { ConsentText } from '../consent-types.js';

interface TextRow extends Omit<ConsentText, 'required'> {
  readonly required: number;
}

const COLUMNS = `t.id, t.kind, t.service_id AS serviceId, t.version, t.title, t.body, t.required,
  t.guardian_below AS guardianBelow, t.created_at AS createdAt`;

const toText = (row: TextRow): ConsentText => ({ ...row, required: row.required === 1 });

/** The versions in force of some topics: a kind of consent, or a service; those without one are left out. */
export async function currentTexts(
  reader: Reader,
  topics: readonly string[],
): Promise<ConsentText[]> {
  if (topics.length === 0) return [];
  const rows = await reader.rows<TextRow>(
    `SELECT ${COLUMNS} FROM consent_text t
     WHERE t.topic IN (${placeholders(topics)})
       AND t.version = (SELECT MAX(n.version) FROM consent_text n WHERE n.topic = t.topic)
     ORDER BY t.topic`,
    topics,
  );
  return rows.map(toText);
}

/** The notices in force of all services that ever had one. */
export async function currentNotices(reader: Reader): Promise<ConsentText[]> {
  const rows = await reader.rows<TextRow>(
    `SELECT ${COLUMNS} FROM consent_text t
     WHERE t.kind = 'notice'
       AND t.version = (SELECT MAX(n.version) FROM consent_text n WHERE n.topic = t.topic)
     ORDER BY t.id DESC LIMIT 500`,
  );
  return rows.map(toText);
}

/** Every version of a topic, latest first. */
export async function versionsOf(reader: Reader, topic: string): Promise<ConsentText[]> {
  const rows = await reader.rows<TextRow>(
    `SELECT ${COLUMNS} FROM consent_text t WHERE t.topic = ? ORDER BY t.version DESC LIMIT 100`,
    [topic],
  );
  return rows.map(toText);
}

/** One version, whether or not it is in force. */
export async function textById(reader: Reader, id: string): Promise<ConsentText | undefined> {
  const row = await reader.row<TextRow>(`SELECT ${COLUMNS} FROM consent_text t WHERE t.id = ?`, [
    id,
  ]);
  return row && toText(row);
}

/** What the versions of a text count. */
export const topicOf = ({ kind, serviceId }: Pick<ConsentText, 'kind' | 'serviceId'>): string =>
  serviceId ?? kind;

/** The unique key on topic and version decides between two who publish at once. */
export async function insertText(
  tx: Tx,
  text: ConsentText,
  { hash, staffId }: { readonly hash: Buffer; readonly staffId: string },
): Promise<void> {
  await tx.run(
    `INSERT INTO consent_text (id, kind, service_id, topic, version, title, body, body_hash, required,
       guardian_below, created_by, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[text.id, text.kind, text.serviceId, topicOf(text), text.version, text.title, text.body],
      ...[hash, text.required ? 1 : 0, text.guardianBelow, staffId, text.createdAt],
    ],
  );
}
