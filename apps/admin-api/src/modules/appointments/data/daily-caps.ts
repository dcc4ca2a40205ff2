import {
  insertSql,
  placeholders,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';

/** Whose visits of a day are counted: a service's or a person's. */
export type CapKind = 'service' | 'staff';

/** At most so many a day. */
export interface DailyCap {
  readonly kind: CapKind;
  /** Id of the service or of the member of staff. */
  readonly subjectId: string;
  /** Visits for a person; for a service how often it is done. */
  readonly most: number;
}

/** A stretch of time in which visits start. */
export interface Starts {
  readonly from: Date;
  readonly to: Date;
}

/** A visit that takes place, or might still. */
const COUNTS =
  "a.state IN ('held', 'requested', 'confirmed', 'arrived', 'in_service', 'completed')";

/** What a store takes a day; what is not named has no cap. */
export function capsOf(reader: Reader, storeId: string): Promise<DailyCap[]> {
  return reader.rows<DailyCap>(
    `SELECT kind, subject_id AS subjectId, most FROM daily_cap
     WHERE store_id = ? AND most IS NOT NULL ORDER BY kind, subject_id`,
    [storeId],
  );
}

/** Decides what a store takes a day, all of it: who is not named any more has no cap. */
export async function saveCaps(
  tx: Tx,
  storeId: string,
  caps: readonly DailyCap[],
  by: { readonly staffId: string; readonly at: Date },
): Promise<void> {
  await tx.run(
    'UPDATE daily_cap SET most = NULL, changed_at = ?, changed_by = ? WHERE store_id = ? AND most IS NOT NULL',
    [by.at, by.staffId, storeId],
  );
  if (caps.length === 0) return;
  const columns = ['store_id', 'kind', 'subject_id', 'most', 'changed_at', 'changed_by'];
  const rows = caps.flatMap(({ kind, subjectId, most }) => [
    ...[storeId, kind, subjectId, most, by.at, by.staffId],
  ]);
  await tx.run(
    `${insertSql('daily_cap', columns, caps.length)} ON DUPLICATE KEY UPDATE most = VALUES(most),
       changed_at = VALUES(changed_at), changed_by = VALUES(changed_by)`,
    rows,
  );
}

/** One thing that counts towards a cap: when its visit starts, and how often. */
export interface Counted {
  readonly subjectId: string;
  readonly startsAt: Date;
  readonly times: number;
  /** How much of it is the visit that is about to move. */
  readonly own: number;
}

/**
 * What is booked of some services or people in a stretch of time; by store and start.
 * @param except a visit that is about to move
 */
export async function bookedOf(
  reader: Reader,
  storeId: string,
  kind: CapKind,
  subjectIds: readonly string[],
  { from, to }: Starts,
  except = '',
): Promise<Counted[]> {
  if (subjectIds.length === 0) return [];
  const { subject, times, own, part } = COUNTED[kind];
  const rows = await reader.rows<{
    readonly subjectId: string;
    readonly startsAt: Date;
    readonly times: unknown;
    readonly own: unknown;
  }>(
    `SELECT ${subject} AS subjectId, a.starts_at AS startsAt, ${times} AS times, ${own} AS own
     FROM appointment a JOIN ${part}
     WHERE a.store_id = ? AND a.starts_at >= ? AND a.starts_at < ? AND ${COUNTS}
       AND ${subject} IN (${placeholders(subjectIds)})
     GROUP BY ${subject}, a.starts_at`,
    [except, storeId, from, to, ...subjectIds],
  );
  return rows.map((row) => ({
    ...row,
    times: toSafeInteger(row.times),
    own: toSafeInteger(row.own),
  }));
}

/** How visits of a day are counted; the one parameter is the visit that is about to move. */
const COUNTED = {
  service: {
    subject: 'p.service_id',
    times: 'COUNT(*)',
    own: 'COUNT(CASE WHEN a.id = ? THEN 1 END)',
    part: 'appointment_item p ON p.appointment_id = a.id',
  },
  // Who works twice in a visit has one visit.
  staff: {
    subject: 'r.staff_id',
    times: 'COUNT(DISTINCT a.id)',
    own: 'COUNT(DISTINCT CASE WHEN a.id = ? THEN a.id END)',
    part: `appointment_allocation p ON p.appointment_id = a.id AND p.kind = 'staff'
      JOIN resource r ON r.id = p.resource_id`,
  },
} as const;

/** A day of something that has a cap. */
export interface CappedDay {
  readonly storeId: string;
  readonly kind: CapKind;
  readonly subjectId: string;
  readonly date: string;
}

const keyOf = ({ storeId, kind, subjectId, date }: CappedDay) => [storeId, kind, subjectId, date];

/**
 * Holds the row of a day until the commit, so that whoever counts after this counts alone. It is written and not only
 * locked: of two that write it on two machines of a cluster, one starts again.
 */
export async function lockDay(tx: Tx, day: CappedDay): Promise<void> {
  await tx.run(
    `INSERT INTO capped_day (store_id, kind, subject_id, local_date, used, most, version)
     VALUES (?, ?, ?, ?, 0, 0, 1) ON DUPLICATE KEY UPDATE version = version + 1`,
    keyOf(day),
  );
}

/** Writes down what is booked on a held day; the database refuses more than the most. */
export async function writeDay(
  tx: Tx,
  day: CappedDay,
  { used, most }: { readonly used: number; readonly most: number },
): Promise<void> {
  await tx.run(
    `UPDATE capped_day SET used = ?, most = ?
     WHERE store_id = ? AND kind = ? AND subject_id = ? AND local_date = ?`,
    [used, most, ...keyOf(day)],
  );
}
