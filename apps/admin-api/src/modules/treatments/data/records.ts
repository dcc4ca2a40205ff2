import { insertSql, placeholders, type Reader, type Tx } from '../../../platform/database/index.js';

/** The record of a visit, without what it says. */
export interface TreatmentRecord {
  readonly id: string;
  readonly appointmentId: string;
  readonly customerId: string;
  readonly storeId: string;
  readonly visitedAt: Date;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One version of a record; `contents` is sealed. */
export interface SealedVersion {
  readonly recordId: string;
  readonly version: number;
  readonly contents: Buffer;
  readonly byId: string;
  readonly byName: string;
  readonly at: Date;
}

const COLUMNS = `r.id, r.appointment_id AS appointmentId, r.customer_id AS customerId, r.store_id AS storeId,
  r.visited_at AS visitedAt, r.version, r.created_at AS createdAt, r.updated_at AS updatedAt`;
const VERSION = `v.record_id AS recordId, v.version, v.contents, v.by_id AS byId, v.by_name AS byName, v.at`;

export function recordById(reader: Reader, id: string): Promise<TreatmentRecord | undefined> {
  return reader.row(`SELECT ${COLUMNS} FROM treatment_record r WHERE r.id = ?`, [id]);
}

export function recordOfVisit(
  reader: Reader,
  appointmentId: string,
): Promise<TreatmentRecord | undefined> {
  const sql = `SELECT ${COLUMNS} FROM treatment_record r WHERE r.appointment_id = ?`;
  return reader.row(sql, [appointmentId]);
}

/** Locks a record; its row orders corrections. */
export function lockRecord(tx: Tx, id: string): Promise<TreatmentRecord | undefined> {
  return tx.row(`SELECT ${COLUMNS} FROM treatment_record r WHERE r.id = ? FOR UPDATE`, [id]);
}

/** What a record says now, and where the visit was. */
export interface CurrentRecord extends TreatmentRecord, SealedVersion {
  readonly storeName: string;
  readonly timeZone: string;
}

/** Where a page of records goes on. */
export interface RecordCursor {
  readonly visitedAt: Date;
  readonly id: string;
}

/** A client's records with what each says now, latest visit first. */
export function recordsOfCustomer(
  reader: Reader,
  customerId: string,
  limit: number,
  after?: RecordCursor,
): Promise<CurrentRecord[]> {
  const beyond = after ? 'AND (r.visited_at, r.id) < (?, ?)' : '';
  const sql = `SELECT ${COLUMNS}, v.contents, v.by_id AS byId, v.by_name AS byName, v.at, v.record_id AS recordId,
                 s.name AS storeName, s.time_zone AS timeZone
               FROM treatment_record r JOIN store s ON s.id = r.store_id
               JOIN treatment_record_version v ON v.record_id = r.id AND v.version = r.version
               WHERE r.customer_id = ? ${beyond} ORDER BY r.visited_at DESC, r.id DESC LIMIT ?`;
  return reader.rows(sql, [customerId, ...(after ? [after.visitedAt, after.id] : []), limit]);
}

/** All versions of a record, the newest first. */
export function versionsOf(reader: Reader, recordId: string): Promise<SealedVersion[]> {
  const sql = `SELECT ${VERSION} FROM treatment_record_version v WHERE v.record_id = ? ORDER BY v.version DESC`;
  return reader.rows(sql, [recordId]);
}

export async function insertRecord(tx: Tx, record: TreatmentRecord): Promise<void> {
  const columns = ['id', 'appointment_id', 'customer_id', 'store_id', 'visited_at', 'version'];
  await tx.run(insertSql('treatment_record', [...columns, 'created_at', 'updated_at'], 1), [
    ...[record.id, record.appointmentId, record.customerId, record.storeId, record.visitedAt],
    ...[record.version, record.createdAt, record.updatedAt],
  ]);
}

export async function insertVersion(tx: Tx, version: SealedVersion): Promise<void> {
  const columns = ['record_id', 'version', 'contents', 'by_id', 'by_name', 'at'];
  const { recordId, contents, byId, byName, at } = version;
  await tx.run(insertSql('treatment_record_version', columns, 1), [
    ...[recordId, version.version, contents, byId, byName, at],
  ]);
}

export async function raiseVersion(tx: Tx, id: string, version: number, at: Date): Promise<void> {
  const sql = 'UPDATE treatment_record SET version = ?, updated_at = ? WHERE id = ?';
  await tx.run(sql, [version, at, id]);
}

/** Which of some visits have a record. */
export async function recordedAmong(
  reader: Reader,
  appointmentIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (appointmentIds.length === 0) return new Set();
  const sql = `SELECT appointment_id AS id FROM treatment_record
               WHERE appointment_id IN (${placeholders(appointmentIds)})`;
  return new Set((await reader.rows<{ id: string }>(sql, appointmentIds)).map(({ id }) => id));
}

/**
 * Finished visits of a store that nobody wrote a record of, latest first.
 * @param staffId only those this person led a service of; null: all
 */
export async function unrecordedVisits(
  reader: Reader,
  storeId: string,
  { staffId, from, until }: { staffId: string | null; from: Date; until: Date },
  limit: number,
): Promise<string[]> {
  const hers = `AND EXISTS (SELECT 1 FROM appointment_item i WHERE i.appointment_id = a.id AND i.staff_id = ?)`;
  const sql = `SELECT a.id FROM appointment a LEFT JOIN treatment_record r ON r.appointment_id = a.id
               WHERE a.store_id = ? AND a.state = 'completed' AND a.starts_at >= ? AND a.starts_at < ?
                 AND r.id IS NULL ${staffId === null ? '' : hers}
               ORDER BY a.starts_at DESC, a.id DESC LIMIT ?`;
  const params = [storeId, from, until, ...(staffId === null ? [] : [staffId]), limit];
  return (await reader.rows<{ id: string }>(sql, params)).map(({ id }) => id);
}

/** Versions of all records of a file, for sealing them anew. */
export function versionsOfCustomer(tx: Tx, customerId: string): Promise<SealedVersion[]> {
  const sql = `SELECT ${VERSION} FROM treatment_record_version v JOIN treatment_record r ON r.id = v.record_id
               WHERE r.customer_id = ? ORDER BY v.record_id, v.version`;
  return tx.rows(sql, [customerId]);
}

/** Gives a record to another file, with contents that were sealed for it. */
export async function giveVersion(tx: Tx, version: SealedVersion, contents: Buffer): Promise<void> {
  const sql =
    'UPDATE treatment_record_version SET contents = ? WHERE record_id = ? AND version = ?';
  await tx.run(sql, [contents, version.recordId, version.version]);
}

/** The records of a file. */
export async function recordIdsOf(tx: Tx, customerId: string): Promise<string[]> {
  const sql = 'SELECT id FROM treatment_record WHERE customer_id = ? ORDER BY id FOR UPDATE';
  return (await tx.rows<{ id: string }>(sql, [customerId])).map(({ id }) => id);
}
