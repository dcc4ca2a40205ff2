import type { AppointmentState } from '@yance/shared-types';
import { insertSql, type Reader, type Tx } from '../../../platform/database/index.js';
import type { Principal } from '../../../platform/auth/index.js';
import type { DeclineReason, Visit, VisitChange, VisitPlan, Waiting } from './visit.js';

export interface VisitRow extends Omit<Visit, 'lateCancel' | 'noteStored' | 'cancelReasonStored'> {
  readonly lateCancel: number;
  readonly noteCipher: Buffer | null;
  readonly noteClear: string | null;
  readonly cancelReasonCipher: Buffer | null;
  readonly cancelReasonClear: string | null;
}

export const VISIT_COLUMNS = `a.id, a.store_id AS storeId, a.customer_id AS customerId, a.state,
  a.starts_at AS startsAt, a.ends_at AS endsAt, a.channel, a.note_cipher AS noteCipher,
  a.note AS noteClear, a.price_fen AS priceFen, a.version,
  a.free_cancel_until AS freeCancelUntil, a.late_cancel AS lateCancel, a.cancel_reason_cipher AS cancelReasonCipher,
  a.cancel_reason AS cancelReasonClear,
  a.created_at AS createdAt, a.held_for AS heldFor, a.expires_at AS expiresAt,
  a.escalates_at AS escalatesAt, a.escalated_at AS escalatedAt, a.decline_reason AS declineReason`;

export function toVisit(row: VisitRow): Visit {
  const { noteCipher, noteClear, cancelReasonCipher, cancelReasonClear, lateCancel, ...visit } =
    row;
  const noteStored = noteCipher ?? noteClear;
  const cancelReasonStored = cancelReasonCipher ?? cancelReasonClear;
  return { ...visit, noteStored, cancelReasonStored, lateCancel: lateCancel === 1 };
}

/**
 * What a caller may touch, as a condition on `appointment a`: a client her own visits, staff those of their stores.
 * Part of the query itself, so that a stranger's visit is simply not there.
 */
export function scopeOf(by: Principal): {
  readonly sql: string;
  readonly params: readonly unknown[];
} {
  if (by.kind === 'client') return { sql: 'a.customer_id = ?', params: [by.customerId] };
  if (by.kind === 'system') return { sql: '1 = 1', params: [] };
  if (by.storeIds.length === 0) return { sql: '1 = 0', params: [] };
  const among = by.storeIds.map(() => '?').join(', ');
  return { sql: `a.store_id IN (${among})`, params: by.storeIds };
}

/** Locks one visit of the caller; its row orders every change of it. Undefined when there is none. */
export async function lockVisit(tx: Tx, by: Principal, id: string): Promise<Visit | undefined> {
  const scope = scopeOf(by);
  const sql = `SELECT ${VISIT_COLUMNS} FROM appointment a WHERE a.id = ? AND ${scope.sql} FOR UPDATE`;
  const row = await tx.row<VisitRow>(sql, [id, ...scope.params]);
  return row && toVisit(row);
}

/** How many visits a client has ahead of her or under way. */
export async function countOpenVisits(tx: Tx, customerId: string, now: Date): Promise<number> {
  const sql = `SELECT COUNT(*) AS open FROM appointment
               WHERE customer_id = ? AND ends_at > ? AND state IN ('held', 'requested', 'confirmed')`;
  const row = await tx.row<{ open: number }>(sql, [customerId, now]);
  return row?.open ?? 0;
}

/** The parts of a visit that a plan settles: services and what they use. */
async function insertParts(tx: Tx, id: string, plan: VisitPlan): Promise<void> {
  const itemColumns = [
    'appointment_id',
    'seq',
    'service_id',
    'service_name',
    'staff_id',
    'requested',
    'starts_at',
    'ends_at',
    'price_fen',
  ];
  const items = plan.items.map((item, seq) => [
    id,
    seq,
    item.serviceId,
    item.serviceName,
    item.staffId,
    item.requested ? 1 : 0,
    item.startsAt,
    item.endsAt,
    item.priceFen,
  ]);
  await tx.run(insertSql('appointment_item', itemColumns, items.length), items.flat());
  const columns = [
    'appointment_id',
    'seq',
    'item_seq',
    'resource_id',
    'kind',
    'starts_at',
    'ends_at',
  ];
  const parts = plan.allocations.map((part, seq) => [
    id,
    seq,
    part.itemSeq,
    part.resourceId,
    part.kind,
    part.startsAt,
    part.endsAt,
  ]);
  await tx.run(insertSql('appointment_allocation', columns, parts.length), parts.flat());
}

export async function insertVisit(tx: Tx, visit: Visit, plan: VisitPlan): Promise<void> {
  const columns = [
    'id',
    'store_id',
    'customer_id',
    'state',
    'starts_at',
    'ends_at',
    'channel',
    'note_cipher',
    'price_fen',
    'version',
    'free_cancel_until',
    'created_at',
    'held_for',
    'expires_at',
    'escalates_at',
  ];
  await tx.run(insertSql('appointment', columns, 1), [
    visit.id,
    visit.storeId,
    visit.customerId,
    visit.state,
    visit.startsAt,
    visit.endsAt,
    visit.channel,
    visit.noteStored,
    visit.priceFen,
    visit.version,
    visit.freeCancelUntil,
    visit.createdAt,
    visit.heldFor,
    visit.expiresAt,
    visit.escalatesAt,
  ]);
  await insertParts(tx, visit.id, plan);
}

/** What a visit waits for is said anew with each of its states. */
const WAITS = 'held_for = ?, expires_at = ?, escalates_at = ?, escalated_at = NULL';

const waitsOf = (waiting: Waiting | undefined): readonly unknown[] => [
  waiting?.heldFor ?? null,
  waiting?.expiresAt ?? null,
  waiting?.escalatesAt ?? null,
];

/** Puts a locked visit at another time with other people or places. */
export async function replacePlan(
  tx: Tx,
  visit: Visit,
  plan: VisitPlan,
  next: {
    readonly state: AppointmentState;
    readonly freeCancelUntil: Date;
    /** Left out where it waits for nothing. */
    readonly waiting?: Waiting | undefined;
  },
): Promise<void> {
  await tx.run('DELETE FROM appointment_allocation WHERE appointment_id = ?', [visit.id]);
  await tx.run('DELETE FROM appointment_item WHERE appointment_id = ?', [visit.id]);
  const sql = `UPDATE appointment SET state = ?, starts_at = ?, ends_at = ?, price_fen = ?,
                 free_cancel_until = ?, ${WAITS}, version = version + 1 WHERE id = ?`;
  const { startsAt, endsAt, priceFen } = plan;
  const { state, freeCancelUntil } = next;
  const waits = waitsOf(next.waiting);
  await tx.run(sql, [state, startsAt, endsAt, priceFen, freeCancelUntil, ...waits, visit.id]);
  await insertParts(tx, visit.id, plan);
}

/** Moves a locked visit to another state. */
export async function changeState(
  tx: Tx,
  visit: Visit,
  next: {
    readonly state: AppointmentState;
    readonly late?: boolean;
    /** Sealed; the one there stays unless told. */
    readonly cancelReason?: Buffer | null;
    readonly declineReason?: DeclineReason;
    /** Left out where it waits for nothing. */
    readonly waiting?: Waiting | undefined;
  },
): Promise<void> {
  const sql = `UPDATE appointment SET state = ?, late_cancel = ?, ${WAITS}, decline_reason = ?,
                 cancel_reason_cipher = COALESCE(?, cancel_reason_cipher), version = version + 1
               WHERE id = ?`;
  const late = next.late ?? visit.lateCancel;
  const { state, declineReason, cancelReason, waiting } = next;
  await tx.run(sql, [
    ...[state, late ? 1 : 0, ...waitsOf(waiting)],
    ...[declineReason ?? null, cancelReason ?? null, visit.id],
  ]);
}

/** Writes down that the manager was told of a locked request. */
export async function markEscalated(tx: Tx, visit: Visit, now: Date): Promise<void> {
  const sql = 'UPDATE appointment SET escalated_at = ?, version = version + 1 WHERE id = ?';
  await tx.run(sql, [now, visit.id]);
}

/** Keeps who did what, when and why. */
export async function appendChange(tx: Tx, visitId: string, change: VisitChange): Promise<void> {
  const columns = [
    'appointment_id',
    'seq',
    'transition',
    'from_state',
    'to_state',
    'by_kind',
    'by_id',
    'by_name',
    'reason_cipher',
    'sealed_for',
    'detail',
    'at',
  ];
  await tx.run(insertSql('appointment_change', columns, 1), [
    visitId,
    change.seq,
    change.transition,
    change.from,
    change.to,
    change.byKind,
    change.byId,
    change.byName,
    change.reasonStored,
    change.sealedFor,
    change.detail && JSON.stringify(change.detail),
    change.at,
  ]);
}

/** Requests of which the manager should know by now and does not, the most urgent first. */
export async function unescalatedAt(reader: Reader, now: Date, limit: number): Promise<string[]> {
  const sql = `SELECT id FROM appointment WHERE state = 'requested' AND escalates_at <= ?
                 AND escalated_at IS NULL ORDER BY expires_at LIMIT ?`;
  return (await reader.rows<{ id: string }>(sql, [now, limit])).map((row) => row.id);
}

/** Visits that nobody answered, chose or paid for in time, the oldest first. */
export async function unansweredBefore(
  reader: Reader,
  now: Date,
  limit: number,
): Promise<string[]> {
  const sql = `SELECT id FROM appointment WHERE state IN ('held', 'requested') AND expires_at <= ?
               ORDER BY expires_at LIMIT ?`;
  return (await reader.rows<{ id: string }>(sql, [now, limit])).map((row) => row.id);
}

/**
 * Gives visits of one file to another, when the two become one or are two again; `handOver` seals their words anew.
 * @param only these visits; all of them when absent
 * @returns the visits that were given
 */
export async function giveVisits(
  tx: Tx,
  from: string,
  to: string,
  handOver: (field: 'note' | 'cancelReason', sealed: Buffer) => Promise<Buffer>,
  only?: readonly string[],
): Promise<string[]> {
  const visits = await tx.rows<{ id: string; note: Buffer | null; reason: Buffer | null }>(
    `SELECT id, note_cipher AS note, cancel_reason_cipher AS reason FROM appointment
     WHERE customer_id = ? ORDER BY id FOR UPDATE`,
    [from],
  );
  const wanted = only && new Set(only);
  const given = visits.filter(({ id }) => wanted?.has(id) ?? true);
  for (const { id, note, reason } of given) {
    const sealed = [
      note && (await handOver('note', note)),
      reason && (await handOver('cancelReason', reason)),
    ];
    await tx.run(
      'UPDATE appointment SET customer_id = ?, note_cipher = ?, cancel_reason_cipher = ? WHERE id = ?',
      [to, ...sealed, id],
    );
  }
  return given.map(({ id }) => id);
}
