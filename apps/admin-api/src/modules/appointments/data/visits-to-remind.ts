import type { Reader } from '../../../platform/database/index.js';
import type { VisitCursor } from './visit-reads.js';

/** A visit that stands and lies ahead, with when it was settled. */
export interface VisitToRemind {
  readonly id: string;
  readonly storeId: string;
  readonly startsAt: Date;
  readonly timeZone: string;
  /** When it was booked, confirmed or moved last. */
  readonly settledAt: Date;
}

/** Confirmed visits of all stores that begin until then, soonest first, those after a place. By state and start. */
export function visitsToRemind(
  reader: Reader,
  after: VisitCursor,
  until: Date,
  limit: number,
): Promise<VisitToRemind[]> {
  return reader.rows<VisitToRemind>(
    `SELECT a.id, a.store_id AS storeId, a.starts_at AS startsAt, s.time_zone AS timeZone,
       COALESCE((SELECT MAX(c.at) FROM appointment_change c
         WHERE c.appointment_id = a.id AND c.transition IN ('book', 'confirm', 'move')), a.created_at) AS settledAt
     FROM appointment a JOIN store s ON s.id = a.store_id
     WHERE a.state = 'confirmed' AND a.starts_at >= ? AND a.starts_at <= ?
       AND (a.starts_at > ? OR a.id > ?)
     ORDER BY a.starts_at, a.id LIMIT ?`,
    [after.startsAt, until, after.startsAt, after.id, limit],
  );
}
