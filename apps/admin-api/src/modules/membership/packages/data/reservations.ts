import type { LocalDate } from '../../../../platform/clock/index.js';
import {
  insertSql,
  placeholders,
  toSafeInteger,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';

/** A session that waits for a line of a visit, or waited. */
export interface Reservation {
  readonly id: string;
  readonly packageId: string;
  readonly itemId: string;
  readonly appointmentId: string;
  /** Place of the service in its visit, from 0. */
  readonly line: number;
  readonly serviceId: string;
  /** The visit's day in its store. */
  readonly usedOn: LocalDate;
  /** Of a card by time: which of the day's uses. */
  readonly dayNo: number | null;
  readonly state: 'open' | 'released' | 'redeemed';
  readonly createdAt: Date;
}

const SELECT = `SELECT r.id, r.package_id AS packageId, r.item_id AS itemId,
    r.appointment_id AS appointmentId, r.line, r.service_id AS serviceId, r.used_on AS usedOn,
    r.day_no AS dayNo, r.state, r.created_at AS createdAt
  FROM session_reservation r`;

const COLUMNS = [
  ...['id', 'package_id', 'item_id', 'appointment_id', 'line', 'service_id', 'used_on', 'day_no'],
  ...['is_open', 'state', 'created_at'],
];

export async function insertReservation(tx: Tx, made: Reservation): Promise<void> {
  await tx.run(insertSql('session_reservation', COLUMNS, 1), [
    ...[made.id, made.packageId, made.itemId, made.appointmentId, made.line, made.serviceId],
    ...[made.usedOn, made.dayNo, 1, made.state, made.createdAt],
  ]);
}

/** What waits for a visit. The visit's row is locked, so nothing comes to it or leaves it. */
export function openReservations(reader: Reader, appointmentId: string): Promise<Reservation[]> {
  const sql = `${SELECT} WHERE r.appointment_id = ? AND r.is_open = 1 ORDER BY r.line`;
  return reader.rows<Reservation>(sql, [appointmentId]);
}

/** What waits for a visit, and what it used up that still stands. */
export function coveringReservations(
  reader: Reader,
  appointmentId: string,
): Promise<Reservation[]> {
  const sql = `${SELECT} WHERE r.appointment_id = ? AND (r.is_open = 1 OR EXISTS (
      SELECT 1 FROM session_use u WHERE u.reservation_id = r.id AND u.state = 'done'
    )) ORDER BY r.line`;
  return reader.rows<Reservation>(sql, [appointmentId]);
}

/** How many sessions of a package wait for visits. */
export async function openCountOf(reader: Reader, packageId: string): Promise<number> {
  const rows = await reader.rows(
    'SELECT id FROM session_reservation WHERE package_id = ? AND is_open = 1',
    [packageId],
  );
  return rows.length;
}

/** How many sessions of each item wait for visits, over some packages. */
export async function openCounts(
  reader: Reader,
  packageIds: readonly string[],
): Promise<Map<string, number>> {
  if (packageIds.length === 0) return new Map();
  const rows = await reader.rows<{ itemId: string; open: unknown }>(
    `SELECT item_id AS itemId, COUNT(*) AS open FROM session_reservation
     WHERE package_id IN (${placeholders(packageIds)}) AND is_open = 1 GROUP BY item_id`,
    packageIds,
  );
  return new Map(rows.map(({ itemId, open }) => [itemId, toSafeInteger(open)]));
}

/** Ends one that waits; its place of the day is free again unless it was used. */
export async function closeReservation(
  tx: Tx,
  id: string,
  state: 'released' | 'redeemed',
  at: Date,
): Promise<void> {
  await tx.run(
    `UPDATE session_reservation SET state = ?, is_open = NULL, day_no = NULL, closed_at = ?
     WHERE id = ? AND is_open = 1`,
    [state, at, id],
  );
}

/** A use of a card by time goes to another day. */
export async function moveReservation(
  tx: Tx,
  id: string,
  to: { readonly usedOn: LocalDate; readonly dayNo: number | null },
): Promise<void> {
  await tx.run('UPDATE session_reservation SET used_on = ?, day_no = ? WHERE id = ?', [
    ...[to.usedOn, to.dayNo, id],
  ]);
}

/** The places of a day that are taken of a card by time: by visits ahead and by uses. */
export async function takenOnDay(
  reader: Reader,
  itemId: string,
  day: LocalDate,
): Promise<Set<number>> {
  const rows = await reader.rows<{ dayNo: number }>(
    `SELECT day_no AS dayNo FROM session_reservation WHERE item_id = ? AND used_on = ? AND day_no IS NOT NULL
     UNION ALL
     SELECT day_no AS dayNo FROM session_use WHERE item_id = ? AND used_on = ? AND day_no IS NOT NULL`,
    [itemId, day, itemId, day],
  );
  return new Set(rows.map(({ dayNo }) => dayNo));
}

/** Which session a line of a visit has, for screens. */
export interface VisitSession {
  readonly appointmentId: string;
  readonly line: number;
  readonly packageId: string;
  readonly itemId: string;
  readonly packageName: string;
  readonly state: 'open' | 'redeemed';
}

/** The sessions of some visits that wait or were used. */
export function sessionsOfVisits(
  reader: Reader,
  appointmentIds: readonly string[],
): Promise<VisitSession[]> {
  if (appointmentIds.length === 0) return Promise.resolve([]);
  return reader.rows<VisitSession>(
    `SELECT r.appointment_id AS appointmentId, r.line, r.package_id AS packageId, r.item_id AS itemId,
       p.name AS packageName, r.state
     FROM session_reservation r JOIN package p ON p.id = r.package_id
     WHERE r.appointment_id IN (${placeholders(appointmentIds)}) AND r.state IN ('open', 'redeemed')
     ORDER BY r.appointment_id, r.line, r.id`,
    appointmentIds,
  );
}
