import { insertSql, toSafeInteger, type Reader, type Tx } from '../database/index.js';
import type { LoggedRow } from './link.js';

/** A link as it stands in the chain. */
export interface Link {
  /** From 1, without gaps. */
  readonly seq: number;
  /** The row of the audit log that it covers; rolled-back rows leave gaps between these. */
  readonly auditId: number;
  readonly previous: Buffer;
  readonly hash: Buffer;
  readonly keyId: string;
}

/** A link and what stands in the log under its number; nothing where the row is gone. */
export interface Covered {
  readonly link: Link;
  readonly row: LoggedRow | undefined;
}

interface Logged {
  id: unknown;
  at: Date;
  actor_kind: string;
  actor_id: string;
  action: string;
  subject_kind: string;
  subject_id: string;
  detail: unknown;
  request_id: string | null;
}

interface Chained {
  seq: unknown;
  audit_id: unknown;
  previous_hash: Buffer;
  row_hash: Buffer;
  key_id: string;
}

const LOGGED = `a.id, a.at, a.actor_kind, a.actor_id, a.action, a.subject_kind, a.subject_id, a.detail, a.request_id`;
const COLUMNS = ['seq', 'audit_id', 'previous_hash', 'row_hash', 'key_id'];
const CHAINED = COLUMNS.map((column) => `c.${column}`).join(', ');

const toRow = (row: Logged): LoggedRow => ({
  ...{ id: toSafeInteger(row.id), at: row.at, actorKind: row.actor_kind, actorId: row.actor_id },
  ...{ action: row.action, subjectKind: row.subject_kind, subjectId: row.subject_id },
  ...{ detail: row.detail, requestId: row.request_id },
});

const toLink = (row: Chained): Link => ({
  ...{ seq: toSafeInteger(row.seq), auditId: toSafeInteger(row.audit_id) },
  ...{ previous: row.previous_hash, hash: row.row_hash, keyId: row.key_id },
});

/** The newest link. */
export async function lastLink(reader: Reader): Promise<Link | undefined> {
  const row = await reader.row<Chained>(
    `SELECT ${CHAINED} FROM audit_chain c ORDER BY c.seq DESC LIMIT 1`,
  );
  return row && toLink(row);
}

/** The link with this number. */
export async function linkAt(reader: Reader, seq: number): Promise<Link | undefined> {
  const row = await reader.row<Chained>(`SELECT ${CHAINED} FROM audit_chain c WHERE c.seq = ?`, [
    seq,
  ]);
  return row && toLink(row);
}

/** Rows of the log after a number, in order. */
export async function loggedAfter(reader: Reader, id: number, limit: number): Promise<LoggedRow[]> {
  const rows = await reader.rows<Logged>(
    `SELECT ${LOGGED} FROM audit_log a WHERE a.id > ? ORDER BY a.id LIMIT ${limit}`,
    [id],
  );
  return rows.map(toRow);
}

/** How many rows of the log stand after a number. */
export async function countAfter(reader: Reader, id: number): Promise<number> {
  const row = await reader.row<{ n: unknown }>('SELECT COUNT(*) AS n FROM audit_log WHERE id > ?', [
    id,
  ]);
  return toSafeInteger(row?.n);
}

export async function insertLinks(tx: Tx, links: readonly Link[]): Promise<void> {
  await tx.run(
    insertSql('audit_chain', COLUMNS, links.length),
    links.flatMap(({ seq, auditId, previous, hash, keyId }) => [
      ...[seq, auditId, previous, hash, keyId],
    ]),
  );
}

/** Links after a number up to another, each with its row, in order. */
export async function coveredAfter(
  reader: Reader,
  seq: number,
  until: number,
  limit: number,
): Promise<Covered[]> {
  const rows = await reader.rows<Chained & { [column in keyof Logged]: Logged[column] | null }>(
    `SELECT ${CHAINED}, ${LOGGED} FROM audit_chain c LEFT JOIN audit_log a ON a.id = c.audit_id
     WHERE c.seq > ? AND c.seq <= ? ORDER BY c.seq LIMIT ${limit}`,
    [seq, until],
  );
  return rows.map((row) => ({
    link: toLink(row),
    row: row.id === null ? undefined : toRow(row as Logged),
  }));
}

/** The first row of the log in a stretch that no link covers. */
export async function firstUncovered(
  reader: Reader,
  after: number,
  until: number,
): Promise<number | undefined> {
  const row = await reader.row<{ id: unknown }>(
    `SELECT a.id FROM audit_log a LEFT JOIN audit_chain c ON c.audit_id = a.id
     WHERE a.id > ? AND a.id <= ? AND c.audit_id IS NULL ORDER BY a.id LIMIT 1`,
    [after, until],
  );
  return row && toSafeInteger(row.id);
}
