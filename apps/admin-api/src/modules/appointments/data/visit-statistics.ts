import type { AppointmentState } from '@yance/shared-types';
import { toSafeInteger, type Reader } from '../../../platform/database/index.js';

/** A stretch of time that a person spends on a visit. */
export interface ServedStep {
  readonly staffId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Steps of people in a store's visits that begin in a stretch of time and were not called off. By store and start. */
export function servedSteps(
  reader: Reader,
  storeId: string,
  from: Date,
  until: Date,
): Promise<ServedStep[]> {
  return reader.rows<ServedStep>(
    `SELECT r.staff_id AS staffId, l.starts_at AS startsAt, l.ends_at AS endsAt
     FROM appointment a
       JOIN appointment_allocation l ON l.appointment_id = a.id AND l.kind = 'staff'
       JOIN resource r ON r.id = l.resource_id
     WHERE a.store_id = ? AND a.starts_at >= ? AND a.starts_at < ?
       AND a.state IN ('requested', 'confirmed', 'arrived', 'in_service', 'completed')`,
    [storeId, from, until],
  );
}

/** So many days ahead visits are booked: from `0` to the day before the next, the last without an end. */
export const LEAD_DAYS = [0, 1, 2, 4, 8, 15] as const;

/** How many visits of one kind there were. */
export interface VisitCount {
  readonly state: AppointmentState;
  readonly lateCancel: boolean;
  /** One of LEAD_DAYS. */
  readonly leadDays: number;
  readonly visits: number;
}

const LEAD = `CASE ${LEAD_DAYS.slice(1)
  .toReversed()
  .map((days) => `WHEN a.starts_at >= a.created_at + INTERVAL ${days} DAY THEN ${days}`)
  .join(' ')} ELSE 0 END`;

/** A store's visits that begin in a stretch of time, counted by how they ended and how early they were booked. */
export async function visitCounts(
  reader: Reader,
  storeId: string,
  from: Date,
  until: Date,
): Promise<VisitCount[]> {
  const rows = await reader.rows<{
    state: AppointmentState;
    lateCancel: number;
    leadDays: unknown;
    n: unknown;
  }>(
    `SELECT a.state, a.late_cancel AS lateCancel, ${LEAD} AS leadDays, COUNT(*) AS n
     FROM appointment a WHERE a.store_id = ? AND a.starts_at >= ? AND a.starts_at < ?
     GROUP BY a.state, a.late_cancel, leadDays`,
    [storeId, from, until],
  );
  return rows.map(({ state, lateCancel, leadDays, n }) => ({
    ...{ state, lateCancel: lateCancel === 1 },
    ...{ leadDays: toSafeInteger(leadDays), visits: toSafeInteger(n) },
  }));
}
