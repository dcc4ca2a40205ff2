import type { AppointmentState } from '@yance/shared-types';
import { groupBy } from '../../../platform/collections/index.js';
import type { ClientTreatment, TreatmentsWish } from '../../care/index.js';
import { sessionsOfVisits, type VisitSession } from '../../membership/index.js';
import {
  fromJsonColumn,
  placeholders,
  toSafeInteger,
  type Reader,
} from '../../../platform/database/index.js';
import type { Principal } from '../../../platform/auth/index.js';
import type { VisitHistory } from '../rules/booking-standing.js';
import { VISIT_COLUMNS, scopeOf, toVisit, type VisitRow } from './appointment-repository.js';
import { optionsOf, type VisitOption } from './visit-options.js';
import type { Allocation, Visit, VisitChange, VisitItem } from './visit.js';

/** A service of a visit with the person's name as clients see it. */
export interface ShownItem extends VisitItem {
  readonly staffName: string;
  readonly staffTitle: string;
  /** The session that covers it, or covered it; null where it is paid another way. */
  readonly session: Omit<VisitSession, 'appointmentId' | 'line'> | null;
}

/** The session of a place in a visit. */
export function sessionOf(sessions: readonly VisitSession[], line: number): ShownItem['session'] {
  const found = sessions.find((session) => session.line === line);
  if (!found) return null;
  const { packageId, itemId, packageName, state } = found;
  return { packageId, itemId, packageName, state };
}

/** A person, place or device with the person it is, if it is one, and its name. */
export interface ShownAllocation extends Allocation {
  readonly staffId: string | null;
  readonly name: string;
}

/** A visit with everything that screens show of it; `VisitWords` opens what people wrote. */
export interface VisitDetail extends Visit {
  readonly storeName: string;
  readonly timeZone: string;
  readonly items: readonly ShownItem[];
  readonly allocations: readonly ShownAllocation[];
  readonly changes: readonly VisitChange[];
  /** Other times that are kept for her. */
  readonly options: readonly VisitOption[];
}

interface DetailRow extends VisitRow {
  readonly storeName: string;
  readonly timeZone: string;
}

type ItemRow = Omit<ShownItem, 'requested' | 'session'> & {
  appointmentId: string;
  requested: number;
};
type ChangeRow = Omit<VisitChange, 'detail' | 'reasonStored'> & {
  appointmentId: string;
  detail: unknown;
  reasonCipher: Buffer | null;
  reasonClear: string | null;
};

const FROM = `SELECT ${VISIT_COLUMNS}, s.name AS storeName, s.time_zone AS timeZone
              FROM appointment a JOIN store s ON s.id = a.store_id`;

function toChange(row: ChangeRow): VisitChange {
  const { seq, transition, from, to, byKind, byId, byName, sealedFor, detail, at } = row;
  const kept = fromJsonColumn(detail) as VisitChange['detail'];
  const words = { reasonStored: row.reasonCipher ?? row.reasonClear, sealedFor };
  return { seq, transition, from, to, byKind, byId, byName, ...words, at, detail: kept };
}

/** Services, allocations, changes and sessions of some visits: four queries, however many visits. */
async function withParts(reader: Reader, rows: readonly DetailRow[]): Promise<VisitDetail[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const among = placeholders(ids);
  const held = rows.filter((row) => row.heldFor === 'choice').map((row) => row.id);
  const [items, allocations, changes, sessions, options] = await Promise.all([
    reader.rows<ItemRow>(
      `SELECT i.appointment_id AS appointmentId, i.service_id AS serviceId, i.service_name AS serviceName,
         i.staff_id AS staffId, m.display_name AS staffName, m.title AS staffTitle, i.requested,
         i.starts_at AS startsAt, i.ends_at AS endsAt, i.price_fen AS priceFen
       FROM appointment_item i JOIN staff_member m ON m.id = i.staff_id
       WHERE i.appointment_id IN (${among}) ORDER BY i.appointment_id, i.seq`,
      ids,
    ),
    reader.rows<ShownAllocation & { appointmentId: string }>(
      `SELECT l.appointment_id AS appointmentId, l.item_seq AS itemSeq, l.resource_id AS resourceId, l.kind,
         l.starts_at AS startsAt, l.ends_at AS endsAt, r.staff_id AS staffId, r.name
       FROM appointment_allocation l JOIN resource r ON r.id = l.resource_id
       WHERE l.appointment_id IN (${among}) ORDER BY l.appointment_id, l.seq`,
      ids,
    ),
    reader.rows<ChangeRow>(
      `SELECT appointment_id AS appointmentId, seq, transition, from_state AS \`from\`, to_state AS \`to\`,
         by_kind AS byKind, by_id AS byId, by_name AS byName, reason_cipher AS reasonCipher,
         reason AS reasonClear, sealed_for AS sealedFor, detail, at
       FROM appointment_change WHERE appointment_id IN (${among}) ORDER BY appointment_id, seq`,
      ids,
    ),
    sessionsOfVisits(reader, ids),
    optionsOf(reader, held),
  ]);
  const itemsOf = groupBy(items, (item) => item.appointmentId);
  const allocationsOf = groupBy(allocations, (part) => part.appointmentId);
  const sessionsOf = groupBy(sessions, (session) => session.appointmentId);
  const changesOf = groupBy(changes, (change) => change.appointmentId);
  return rows.map((row) =>
    Object.assign(toVisit(row), {
      storeName: row.storeName,
      timeZone: row.timeZone,
      items: (itemsOf.get(row.id) ?? []).map((item, line) => ({
        ...item,
        requested: item.requested === 1,
        session: sessionOf(sessionsOf.get(row.id) ?? [], line),
      })),
      allocations: allocationsOf.get(row.id) ?? [],
      changes: (changesOf.get(row.id) ?? []).map(toChange),
      options: options.get(row.id) ?? [],
    }),
  );
}

/** The services of a visit, in their order. */
export async function servicesOfVisit(reader: Reader, id: string): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(
    'SELECT service_id AS id FROM appointment_item WHERE appointment_id = ? ORDER BY seq',
    [id],
  );
  return rows.map((row) => row.id);
}

/** How often a client did not come, or cancelled late, since a moment. A range of one key. */
export async function historySince(
  reader: Reader,
  customerId: string,
  since: Date,
): Promise<VisitHistory> {
  const sql = `SELECT COALESCE(SUM(state = 'no_show'), 0) AS noShows,
      COALESCE(SUM(state = 'cancelled' AND late_cancel = 1), 0) AS lateCancels
    FROM appointment WHERE customer_id = ? AND starts_at >= ?`;
  const row = await reader.row<{ noShows: unknown; lateCancels: unknown }>(sql, [
    ...[customerId, since],
  ]);
  return {
    noShows: toSafeInteger(row?.noShows ?? 0),
    lateCancels: toSafeInteger(row?.lateCancels ?? 0),
  };
}

/** Whether a client was served before, not counting one visit. */
export async function wasServed(
  reader: Reader,
  customerId: string,
  exceptId: string | null,
): Promise<boolean> {
  const sql = `SELECT 1 FROM appointment WHERE customer_id = ? AND state = 'completed' AND id <> ? LIMIT 1`;
  return (await reader.row(sql, [customerId, exceptId ?? ''])) !== undefined;
}

/** When a client has, or agreed on, visits with some services in a stretch of time; see CareTreatments. */
export async function treatmentsOf(
  reader: Reader,
  { customerId, serviceIds, from, to, exceptId }: TreatmentsWish,
): Promise<ClientTreatment[]> {
  if (serviceIds.length === 0) return [];
  return reader.rows(
    `SELECT DISTINCT i.service_id AS serviceId, a.starts_at AS at
     FROM appointment a JOIN appointment_item i ON i.appointment_id = a.id
     WHERE a.customer_id = ? AND a.starts_at BETWEEN ? AND ? AND a.id <> ?
       AND a.state NOT IN ('cancelled', 'no_show', 'expired') AND i.service_id IN (${placeholders(serviceIds)})`,
    [customerId, from, to, exceptId ?? '', ...serviceIds],
  );
}

/** One visit of the caller; undefined when there is none, or when it is a stranger's. */
export async function visitById(
  reader: Reader,
  by: Principal,
  id: string,
): Promise<VisitDetail | undefined> {
  const scope = scopeOf(by);
  const rows = await reader.rows<DetailRow>(`${FROM} WHERE a.id = ? AND ${scope.sql}`, [
    id,
    ...scope.params,
  ]);
  return (await withParts(reader, rows))[0];
}

/** Some visits, latest first; those that are not there are left out. The caller answers for whose they are. */
export async function visitsByIds(reader: Reader, ids: readonly string[]): Promise<VisitDetail[]> {
  if (ids.length === 0) return [];
  const sql = `${FROM} WHERE a.id IN (${placeholders(ids)}) ORDER BY a.starts_at DESC, a.id DESC`;
  return withParts(reader, await reader.rows<DetailRow>(sql, ids));
}

/** Visits of a store that touch a stretch of time, earliest first. */
export async function visitsOfStore(
  reader: Reader,
  storeId: string,
  from: Date,
  to: Date,
): Promise<VisitDetail[]> {
  // No visit is longer than a day, so one that reaches into the range began at most a day before it.
  const earliest = new Date(from.getTime() - 86_400_000);
  const sql = `${FROM} WHERE a.store_id = ? AND a.starts_at >= ? AND a.starts_at < ? AND a.ends_at > ?
               ORDER BY a.starts_at, a.id`;
  const rows = await reader.rows<DetailRow>(sql, [storeId, earliest, to, from]);
  return withParts(reader, rows);
}

/** Visits of a store in a state that are not over, the soonest first. */
export async function visitsAhead(
  reader: Reader,
  storeId: string,
  state: AppointmentState,
  now: Date,
  limit: number,
): Promise<VisitDetail[]> {
  // No visit is longer than a day; the bound on the start lets the index on state and start answer.
  const earliest = new Date(now.getTime() - 86_400_000);
  const sql = `${FROM} WHERE a.store_id = ? AND a.state = ? AND a.starts_at >= ? AND a.ends_at > ?
               ORDER BY a.starts_at, a.id LIMIT ?`;
  return withParts(
    reader,
    await reader.rows<DetailRow>(sql, [storeId, state, earliest, now, limit]),
  );
}

/** Where a page of visits goes on: after this one. */
export interface VisitCursor {
  readonly startsAt: Date;
  readonly id: string;
}

/** Which of a client's visits: those ahead of her or under way, the others, or all. */
export type VisitScope = 'upcoming' | 'past' | 'all';

const UPCOMING = `a.state IN ('held', 'requested', 'confirmed', 'arrived', 'in_service') AND a.ends_at > ?`;
const SCOPES: Readonly<Record<VisitScope, string>> = {
  upcoming: `AND (${UPCOMING})`,
  past: `AND NOT (${UPCOMING})`,
  all: '',
};

/**
 * A page of one client's visits: those ahead of her soonest first, or else latest first.
 */
export async function visitsOfCustomer(
  reader: Reader,
  customerId: string,
  scope: VisitScope,
  page: {
    readonly now: Date;
    readonly limit: number;
    readonly after?: VisitCursor;
  },
): Promise<VisitDetail[]> {
  const [than, order] = scope === 'upcoming' ? ['>', 'ASC'] : ['<', 'DESC'];
  const { after } = page;
  const beyond = after ? `AND (a.starts_at, a.id) ${than} (?, ?)` : '';
  const sql = `${FROM} WHERE a.customer_id = ? ${SCOPES[scope]} ${beyond}
               ORDER BY a.starts_at ${order}, a.id ${order} LIMIT ?`;
  const params = [
    customerId,
    ...(scope === 'all' ? [] : [page.now]),
    ...(after ? [after.startsAt, after.id] : []),
    page.limit,
  ];
  return withParts(reader, await reader.rows<DetailRow>(sql, params));
}

/** Whether a visit is this client's. */
export async function isVisitOf(
  reader: Reader,
  appointmentId: string,
  customerId: string,
): Promise<boolean> {
  const sql = 'SELECT 1 FROM appointment WHERE id = ? AND customer_id = ?';
  return (await reader.row(sql, [appointmentId, customerId])) !== undefined;
}
