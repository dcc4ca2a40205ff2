import { toSafeInteger, type Reader } from '../../../../platform/database/index.js';

/** Which entries are asked for; all of them when nothing is given. */
export interface EntryFilter {
  /** Entries about this client. */
  readonly customerId?: string;
  /** Entries of what this member of staff did. */
  readonly staffId?: string;
  readonly action?: string;
  readonly from?: Date;
  readonly to?: Date;
}

/** One entry of the log. */
export interface AuditEntryRow {
  readonly id: number;
  readonly at: Date;
  readonly actorKind: 'client' | 'staff' | 'system';
  readonly actorId: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail: unknown;
  /** The chain has reached it. */
  readonly linked: boolean;
}

/** The numbers of a stretch of time, from the index over time alone; nothing where nobody did anything. */
async function numbersBetween(
  reader: Reader,
  from: Date,
  to: Date,
): Promise<readonly [number, number] | undefined> {
  const row = await reader.row<{ low: unknown; high: unknown }>(
    'SELECT MIN(id) AS low, MAX(id) AS high FROM audit_log WHERE at >= ? AND at < ?',
    [from, to],
  );
  if (row === undefined || row.low === null) return undefined;
  return [toSafeInteger(row.low), toSafeInteger(row.high)];
}

/** Newest first, those with a lower number than `before`. Each filter is the head of an index that ends with the number. */
export async function entriesBefore(
  reader: Reader,
  filter: EntryFilter,
  before: number | undefined,
  limit: number,
): Promise<AuditEntryRow[]> {
  const conditions: string[] = [];
  const values: unknown[] = [];
  const where = (sql: string, ...params: unknown[]): void => {
    conditions.push(sql);
    values.push(...params);
  };
  if (filter.customerId !== undefined)
    where(`a.subject_kind = 'customer' AND a.subject_id = ?`, filter.customerId);
  if (filter.staffId !== undefined)
    where(`a.actor_kind = 'staff' AND a.actor_id = ?`, filter.staffId);
  if (filter.action !== undefined) where('a.action = ?', filter.action);
  if (filter.from && filter.to) {
    const numbers = await numbersBetween(reader, filter.from, filter.to);
    if (!numbers) return [];
    where('a.id BETWEEN ? AND ? AND a.at >= ? AND a.at < ?', ...numbers, filter.from, filter.to);
  }
  if (before !== undefined) where('a.id < ?', before);
  const rows = await reader.rows<
    Omit<AuditEntryRow, 'id' | 'linked'> & { id: unknown; seq: unknown }
  >(
    `SELECT a.id, a.at, a.actor_kind AS actorKind, a.actor_id AS actorId, a.action,
            a.subject_kind AS subjectKind, a.subject_id AS subjectId, a.detail, c.seq
     FROM audit_log a LEFT JOIN audit_chain c ON c.audit_id = a.id
     ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
     ORDER BY a.id DESC LIMIT ${limit}`,
    values,
  );
  return rows.map(({ seq, id, ...row }) => ({
    ...{ ...row, id: toSafeInteger(id), linked: seq !== null },
  }));
}
