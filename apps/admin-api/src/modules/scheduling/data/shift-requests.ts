import { groupBy } from '../../../platform/collections/index.js';
import {
  insertSql,
  isDuplicateKey,
  placeholders,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import type { LeaveKind, RequestState } from '../rules/index.js';
import type { Stretch } from './shifts.js';

/** What somebody asks for: leave, or other hours on a day. */
export interface ShiftRequest extends Stretch {
  readonly id: string;
  readonly staffId: string;
  /** Whose managers decide. */
  readonly storeId: string;
  readonly kind: 'leave' | 'change';
  /** Of a leave; else null. */
  readonly leaveKind: LeaveKind | null;
  readonly firstDate: string;
  readonly lastDate: string;
  /** Of a change: the hours that she asks for; null for a day off. */
  readonly templateId: string | null;
  /** Of a change: the mark of her day when she asked. */
  readonly seenMark: string | null;
  readonly state: RequestState;
  readonly version: number;
  readonly askedAt: Date;
  /** Of an agreed leave of somebody who can be booked: what keeps her from it. */
  readonly blockId: string | null;
}

/** A step of a request: who brought it there. */
export interface RequestStep {
  readonly requestId: string;
  readonly seq: number;
  readonly state: RequestState;
  readonly byId: string;
  readonly byName: string;
  readonly at: Date;
  readonly wordsSealed: Buffer | null;
}

const SELECT = `SELECT id, staff_id AS staffId, store_id AS storeId, kind, leave_kind AS leaveKind,
    first_date AS firstDate, last_date AS lastDate, starts_at AS startsAt, ends_at AS endsAt,
    template_id AS templateId, seen_mark AS seenMark, state, version, asked_at AS askedAt, block_id AS blockId
  FROM shift_request`;

/** @throws Refusal SHIFT_REQUEST_OVERLAPS when a day is in another one of hers that waits */
export async function insertRequest(
  tx: Tx,
  one: ShiftRequest,
  dates: readonly string[],
): Promise<void> {
  const columns = [
    ...['id', 'staff_id', 'store_id', 'kind', 'leave_kind', 'first_date', 'last_date'],
    ...['starts_at', 'ends_at', 'template_id', 'seen_mark', 'state', 'version', 'asked_at'],
  ];
  await tx.run(insertSql('shift_request', columns, 1), [
    ...[one.id, one.staffId, one.storeId, one.kind, one.leaveKind, one.firstDate, one.lastDate],
    ...[one.startsAt, one.endsAt, one.templateId, one.seenMark, one.state, one.version],
    one.askedAt,
  ]);
  const days = insertSql(
    'shift_request_day',
    ['staff_id', 'local_date', 'request_id'],
    dates.length,
  );
  try {
    await tx.run(
      days,
      dates.flatMap((date) => [one.staffId, date, one.id]),
    );
  } catch (error) {
    throw isDuplicateKey(error) ? refuse('SHIFT_REQUEST_OVERLAPS') : error;
  }
}

export async function insertStep(tx: Tx, step: RequestStep): Promise<void> {
  const columns = ['request_id', 'seq', 'state', 'by_id', 'by_name', 'at', 'words_sealed'];
  const { requestId, seq, state, byId, byName, at, wordsSealed } = step;
  await tx.run(insertSql('shift_request_change', columns, 1), [
    ...[requestId, seq, state, byId, byName, at, wordsSealed],
  ]);
}

/** Locks one, which orders all who decide about it; undefined for an unknown one. */
export function lockRequest(tx: Tx, id: string): Promise<ShiftRequest | undefined> {
  return tx.row<ShiftRequest>(`${SELECT} WHERE id = ? FOR UPDATE`, [id]);
}

export function requestById(reader: Reader, id: string): Promise<ShiftRequest | undefined> {
  return reader.row<ShiftRequest>(`${SELECT} WHERE id = ?`, [id]);
}

/** Settles one that the caller has locked; its days may be asked for again. */
export async function settleRequest(
  tx: Tx,
  { id }: Pick<ShiftRequest, 'id'>,
  change: Pick<ShiftRequest, 'state' | 'version' | 'blockId'>,
): Promise<void> {
  await tx.run('UPDATE shift_request SET state = ?, version = ?, block_id = ? WHERE id = ?', [
    ...[change.state, change.version, change.blockId, id],
  ]);
  await tx.run('DELETE FROM shift_request_day WHERE request_id = ?', [id]);
}

const MOST = 100;

/** What a person asked for, latest first. */
export function requestsOf(reader: Reader, staffId: string): Promise<ShiftRequest[]> {
  const sql = `${SELECT} WHERE staff_id = ? ORDER BY asked_at DESC, id DESC LIMIT ${MOST}`;
  return reader.rows<ShiftRequest>(sql, [staffId]);
}

/** What waits in a store, the longest-waiting first. */
export function waitingRequests(reader: Reader, storeId: string): Promise<ShiftRequest[]> {
  const sql = `${SELECT} WHERE store_id = ? AND state = 'asked' ORDER BY asked_at, id LIMIT 200`;
  return reader.rows<ShiftRequest>(sql, [storeId]);
}

/** What was settled of a store's requests since an instant, latest first. */
export function settledRequests(
  reader: Reader,
  storeId: string,
  since: Date,
): Promise<ShiftRequest[]> {
  const sql = `${SELECT} WHERE store_id = ? AND state <> 'asked' AND asked_at >= ?
               ORDER BY asked_at DESC, id DESC LIMIT ${MOST}`;
  return reader.rows<ShiftRequest>(sql, [storeId, since]);
}

/** The steps of some requests, by request, in their order. */
export async function stepsOf(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly RequestStep[]>> {
  if (ids.length === 0) return new Map();
  const sql = `SELECT request_id AS requestId, seq, state, by_id AS byId, by_name AS byName, at,
                 words_sealed AS wordsSealed
               FROM shift_request_change WHERE request_id IN (${placeholders(ids)}) ORDER BY seq`;
  return groupBy(await reader.rows<RequestStep>(sql, ids), ({ requestId }) => requestId);
}
