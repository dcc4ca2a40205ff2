import type { Reader, Tx } from '../../../platform/database/index.js';

/** The link of one person's calendar, without its secret. */
export interface CalendarFeed {
  readonly staffId: string;
  readonly madeAt: Date;
  /** When a calendar read it last, to the hour; null before any did. */
  readonly readAt: Date | null;
}

const SELECT = 'SELECT f.staff_id AS staffId, f.made_at AS madeAt, f.read_at AS readAt';

export function feedOf(reader: Reader, staffId: string): Promise<CalendarFeed | undefined> {
  return reader.row<CalendarFeed>(`${SELECT} FROM calendar_feed f WHERE f.staff_id = ?`, [staffId]);
}

/** The feed that a secret opens, as long as the person works here. */
export function feedByHash(reader: Reader, hash: Buffer): Promise<CalendarFeed | undefined> {
  return reader.row<CalendarFeed>(
    `${SELECT} FROM calendar_feed f JOIN staff_member m ON m.id = f.staff_id
     WHERE f.token_hash = ? AND m.state = 'active'`,
    [hash],
  );
}

/** Writes the link of a person; the one before opens nothing any more. */
export async function putFeed(tx: Tx, staffId: string, hash: Buffer, at: Date): Promise<void> {
  await tx.run(
    `INSERT INTO calendar_feed (staff_id, token_hash, made_at, read_at) VALUES (?, ?, ?, NULL)
     ON DUPLICATE KEY UPDATE token_hash = VALUES(token_hash), made_at = VALUES(made_at), read_at = NULL`,
    [staffId, hash, at],
  );
}

/** @returns whether there was one */
export async function removeFeed(tx: Tx, staffId: string): Promise<boolean> {
  const { affectedRows } = await tx.run('DELETE FROM calendar_feed WHERE staff_id = ?', [staffId]);
  return affectedRows > 0;
}

export async function markRead(tx: Tx, staffId: string, at: Date): Promise<void> {
  await tx.run('UPDATE calendar_feed SET read_at = ? WHERE staff_id = ?', [at, staffId]);
}

/** Time that a person spends with her hands on a client, or beside her. */
export interface FedStep {
  readonly appointmentId: string;
  readonly seq: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly serviceName: string;
  readonly customerId: string;
  readonly state: string;
  readonly version: number;
  readonly changedAt: Date;
  readonly storeName: string;
  /** Joined by a comma; null where none was given. */
  readonly rooms: string | null;
}

const MOST = 1_000;

/** A person's steps in visits that are asked for, agreed on or under way, earliest first. By resource and start. */
export function stepsOf(
  reader: Reader,
  staffId: string,
  from: Date,
  until: Date,
): Promise<FedStep[]> {
  return reader.rows<FedStep>(
    `SELECT l.appointment_id AS appointmentId, l.seq, l.starts_at AS startsAt, l.ends_at AS endsAt,
       i.service_name AS serviceName, a.customer_id AS customerId, a.state, a.version, s.name AS storeName,
       COALESCE((SELECT MAX(c.at) FROM appointment_change c WHERE c.appointment_id = a.id), a.created_at) AS changedAt,
       (SELECT GROUP_CONCAT(DISTINCT p.name ORDER BY p.name SEPARATOR '、') FROM appointment_allocation o
          JOIN resource p ON p.id = o.resource_id
        WHERE o.appointment_id = l.appointment_id AND o.item_seq = l.item_seq AND o.kind = 'room') AS rooms
     FROM resource r
       JOIN appointment_allocation l ON l.resource_id = r.id
       JOIN appointment a ON a.id = l.appointment_id
       JOIN appointment_item i ON i.appointment_id = l.appointment_id AND i.seq = l.item_seq
       JOIN store s ON s.id = a.store_id
     WHERE r.staff_id = ? AND l.starts_at >= ? AND l.starts_at < ?
       AND a.state IN ('requested', 'confirmed', 'arrived', 'in_service')
     ORDER BY l.starts_at, l.appointment_id, l.seq LIMIT ${MOST}`,
    [staffId, from, until],
  );
}
