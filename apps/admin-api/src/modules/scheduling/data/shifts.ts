import { groupBy } from '../../../platform/collections/index.js';
import {
  insertSql,
  placeholders,
  sealedFor,
  wordsOf,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';

/** A stretch of time as a person reads it. */
export interface Stretch {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** A person's working time in one store on one local day. */
export interface Shift extends Stretch {
  readonly id: string;
  readonly staffId: string;
  readonly storeId: string;
  /** The store's calendar day on which it begins. */
  readonly localDate: string;
  /** The template that gave it its name; null for hours of its own. */
  readonly templateId: string | null;
  readonly breaks: readonly Stretch[];
}

/** Leave, or something that keeps a resource from being booked. */
export interface Block extends Stretch {
  readonly id: string;
  readonly resourceId: string;
  readonly staffId: string | null;
  readonly kind: 'break' | 'leave' | 'block';
  readonly reason: string | null;
}

type ShiftRow = Omit<Shift, 'breaks'>;
const ROWS_PER_INSERT = 500;
const SHIFT_COLUMNS = `id, staff_id AS staffId, store_id AS storeId, local_date AS localDate,
                 template_id AS templateId, starts_at AS startsAt, ends_at AS endsAt`;
/** No shift is longer than a day, so whatever reaches into a range began at most a day before it. */
const dayBefore = (instant: Date): Date => new Date(instant.getTime() - 86_400_000);

/** When each person works in a store between two instants; one range read on (store, start). */
export function shiftsBetween(
  reader: Reader,
  storeId: string,
  from: Date,
  to: Date,
): Promise<ShiftRow[]> {
  const sql = `SELECT ${SHIFT_COLUMNS} FROM shift WHERE store_id = ? AND starts_at >= ? AND starts_at < ? AND ends_at > ?
               ORDER BY starts_at, staff_id`;
  return reader.rows<ShiftRow>(sql, [storeId, dayBefore(from), to, from]);
}

/** The same with their breaks, for screens. */
export async function shiftsWithBreaks(
  reader: Reader,
  storeId: string,
  from: Date,
  to: Date,
): Promise<Shift[]> {
  return withBreaks(reader, await shiftsBetween(reader, storeId, from, to));
}

/** The shifts of some people in a stretch of time, in whatever store, with breaks. */
export async function shiftsOfStaff(
  reader: Reader,
  staffIds: readonly string[],
  from: Date,
  to: Date,
): Promise<Shift[]> {
  if (staffIds.length === 0) return [];
  const sql = `SELECT ${SHIFT_COLUMNS} FROM shift
               WHERE staff_id IN (${placeholders(staffIds)}) AND starts_at >= ? AND starts_at < ? AND ends_at > ?
               ORDER BY starts_at, staff_id`;
  const rows = await reader.rows<ShiftRow>(sql, [...staffIds, dayBefore(from), to, from]);
  return withBreaks(reader, rows);
}

async function withBreaks(reader: Reader, shifts: readonly ShiftRow[]): Promise<Shift[]> {
  if (shifts.length === 0) return [];
  const ids = shifts.map((shift) => shift.id);
  const sql = `SELECT shift_id AS shiftId, starts_at AS startsAt, ends_at AS endsAt
               FROM shift_break WHERE shift_id IN (${placeholders(ids)}) ORDER BY starts_at`;
  const rows = await reader.rows<Stretch & { shiftId: string }>(sql, ids);
  const breaks = groupBy(rows, (row) => row.shiftId);
  return shifts.map((shift) => ({
    ...shift,
    breaks: (breaks.get(shift.id) ?? []).map(({ startsAt, endsAt }) => ({ startsAt, endsAt })),
  }));
}

/** Leave and blocks that touch the range, for a store's people and rooms. */
export function blocksBetween(
  reader: Reader,
  storeId: string,
  from: Date,
  to: Date,
): Promise<Block[]> {
  const sql = `SELECT b.id, b.resource_id AS resourceId, r.staff_id AS staffId, b.kind, ${wordsOf('b.reason')} AS reason,
                 b.starts_at AS startsAt, b.ends_at AS endsAt
               FROM resource_block b JOIN resource r ON r.id = b.resource_id
               WHERE b.starts_at < ? AND b.ends_at > ? AND (r.store_id = ? OR r.staff_id IN
                 (SELECT staff_id FROM staff_store WHERE store_id = ?))
               ORDER BY b.starts_at`;
  return reader.rows<Block>(sql, [to, from, storeId, storeId]);
}

/** When somebody herself cannot be booked: leave and blocks that touch the range, without their reasons. */
export function absencesOf(
  reader: Reader,
  staffId: string,
  from: Date,
  to: Date,
): Promise<(Stretch & Pick<Block, 'kind'>)[]> {
  const sql = `SELECT b.kind, b.starts_at AS startsAt, b.ends_at AS endsAt
               FROM resource r JOIN resource_block b ON b.resource_id = r.id
               WHERE r.staff_id = ? AND b.starts_at < ? AND b.ends_at > ? ORDER BY b.starts_at`;
  return reader.rows<Stretch & Pick<Block, 'kind'>>(sql, [staffId, to, from]);
}

async function insertMany(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    const part = rows.slice(from, from + ROWS_PER_INSERT);
    await tx.run(insertSql(table, columns, part.length), part.flat());
  }
}

export async function insertShifts(tx: Tx, shifts: readonly Shift[]): Promise<void> {
  const columns = [
    ...['id', 'staff_id', 'store_id', 'local_date', 'template_id', 'starts_at', 'ends_at'],
  ];
  const rows = shifts.map((s) => [
    ...[s.id, s.staffId, s.storeId, s.localDate, s.templateId, s.startsAt, s.endsAt],
  ]);
  await insertMany(tx, 'shift', columns, rows);
  const breaks = shifts.flatMap((s) => s.breaks.map((b) => [s.id, b.startsAt, b.endsAt]));
  await insertMany(tx, 'shift_break', ['shift_id', 'starts_at', 'ends_at'], breaks);
}

/** Takes shifts away with their breaks; their slots are the caller's. */
export async function deleteShifts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.run(`DELETE FROM shift WHERE id IN (${placeholders(ids)})`, ids);
}

/**
 * Writes the row that stands for each person's shifts, in whatever store they are: whoever changes shifts of hers does
 * so first, and waits here for who came before. A row that is only locked would not stop a change on another node of a
 * cluster; one that is written does.
 */
export async function lockRosters(tx: Tx, staffIds: readonly string[]): Promise<void> {
  const ids = [...new Set(staffIds)].sort();
  if (ids.length === 0) return;
  const insert = insertSql('roster', ['staff_id', 'version'], ids.length);
  const values = ids.flatMap((id) => [id, 1]);
  await tx.run(`${insert} ON DUPLICATE KEY UPDATE version = version + 1`, values);
}

export async function insertBlock(tx: Tx, block: Omit<Block, 'staffId'>): Promise<void> {
  const columns = ['id', 'resource_id', 'starts_at', 'ends_at', 'kind', 'reason_cipher'];
  const { id, resourceId, startsAt, endsAt, kind, reason } = block;
  await tx.run(insertSql('resource_block', columns, 1), [
    id,
    resourceId,
    startsAt,
    endsAt,
    kind,
    // About one of the staff, of whom there is no key of her own.
    sealedFor(null, reason),
  ]);
}

/** Takes a block away; its slots are the caller's. */
export async function deleteBlock(tx: Tx, id: string): Promise<void> {
  await tx.run('DELETE FROM resource_block WHERE id = ?', [id]);
}
