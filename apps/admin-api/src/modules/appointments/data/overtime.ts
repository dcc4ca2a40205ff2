import type { Reader, Tx } from '../../../platform/database/index.js';

/** Somebody's part in a visit that is not over. */
export interface VisitPart {
  readonly appointmentId: string;
  readonly version: number;
  readonly visitStartsAt: Date;
  readonly staffId: string;
  readonly serviceId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Who said that the visit stays as it is, in the version that it has; else null. */
  readonly keptBy: string | null;
}

/** What people are booked for in a store: visits that begin between two instants and are not over by `now`. */
export function partsOfStore(
  reader: Reader,
  storeId: string,
  range: { readonly from: Date; readonly to: Date; readonly now: Date },
): Promise<VisitPart[]> {
  const sql = `SELECT a.id AS appointmentId, a.version, a.starts_at AS visitStartsAt, r.staff_id AS staffId, i.service_id AS serviceId,
                 l.starts_at AS startsAt, l.ends_at AS endsAt, o.kept_name AS keptBy
               FROM appointment a
               JOIN appointment_allocation l ON l.appointment_id = a.id AND l.kind = 'staff'
               JOIN resource r ON r.id = l.resource_id
               JOIN appointment_item i ON i.appointment_id = l.appointment_id AND i.seq = l.item_seq
               LEFT JOIN appointment_overtime o ON o.appointment_id = a.id AND o.version = a.version
               WHERE a.store_id = ? AND a.starts_at >= ? AND a.starts_at < ? AND a.ends_at > ?
                 AND a.state IN ('held', 'requested', 'confirmed', 'arrived', 'in_service')
               ORDER BY a.starts_at, a.id, l.seq`;
  return reader.rows<VisitPart>(sql, [storeId, range.from, range.to, range.now]);
}

/** How many visits each person has: one row per person and visit that was not called off. */
export function visitsOfPeople(
  reader: Reader,
  storeId: string,
  from: Date,
  to: Date,
): Promise<{ staffId: string; startsAt: Date }[]> {
  const sql = `SELECT DISTINCT r.staff_id AS staffId, a.id, a.starts_at AS startsAt
               FROM appointment a
               JOIN appointment_allocation l ON l.appointment_id = a.id AND l.kind = 'staff'
               JOIN resource r ON r.id = l.resource_id
               WHERE a.store_id = ? AND a.starts_at >= ? AND a.starts_at < ?
                 AND a.state NOT IN ('cancelled', 'no_show', 'expired')`;
  return reader.rows<{ staffId: string; startsAt: Date }>(sql, [storeId, from, to]);
}

/** Says that a visit stays as it is although somebody is not on duty; it holds for this version of the visit. */
export async function keepVisit(
  tx: Tx,
  visit: { readonly id: string; readonly version: number },
  by: { readonly staffId: string; readonly name: string },
): Promise<void> {
  await tx.run(
    `INSERT INTO appointment_overtime (appointment_id, version, kept_by, kept_name) VALUES (?, ?, ?, ?)
     ON DUPLICATE KEY UPDATE version = VALUES(version), kept_by = VALUES(kept_by), kept_name = VALUES(kept_name)`,
    [visit.id, visit.version, by.staffId, by.name],
  );
}
