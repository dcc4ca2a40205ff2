import type { SessionConsent } from '@yance/shared-types';
import type { LocalDate } from '../../../../platform/clock/index.js';
import {
  insertSql,
  placeholders,
  sealedFor,
  toSafeInteger,
  wordsOf,
  type Reader,
  type Tx,
} from '../../../../platform/database/index.js';
import { refuse } from '../../../../platform/errors/index.js';

/** A session that was used, and how the client agreed. Amounts in fen. */
export interface SessionUse {
  readonly id: string;
  readonly packageId: string;
  readonly itemId: string;
  readonly customerId: string;
  readonly storeId: string;
  readonly serviceId: string;
  readonly title: string;
  readonly appointmentId: string | null;
  readonly line: number | null;
  readonly reservationId: string | null;
  readonly usedOn: LocalDate;
  readonly dayNo: number | null;
  /** What it was worth; nothing for a card by time, which is worth its days. */
  readonly valueFen: number;
  readonly listPriceFen: number;
  /** The bill that it stands on, and is undone with. */
  readonly billId: string | null;
  readonly consent: SessionConsent;
  readonly slipNo: string | null;
  /** Which of the sessions that the slip speaks for. */
  readonly slipPart: number;
  readonly state: 'done' | 'reversed';
  readonly txId: number | null;
  readonly entryNo: string | null;
  readonly reverseTxId: number | null;
  readonly reverseReason: string | null;
  readonly byKind: 'client' | 'staff' | 'system';
  readonly byId: string;
  readonly byName: string;
  readonly confirmedAt: Date | null;
  readonly disputedAt: Date | null;
  readonly disputeNote: string | null;
  readonly createdAt: Date;
}

const FIELDS = {
  id: 'id',
  packageId: 'package_id',
  itemId: 'item_id',
  customerId: 'customer_id',
  storeId: 'store_id',
  serviceId: 'service_id',
  title: 'title',
  appointmentId: 'appointment_id',
  line: 'line',
  reservationId: 'reservation_id',
  usedOn: 'used_on',
  dayNo: 'day_no',
  valueFen: 'value_fen',
  listPriceFen: 'list_price_fen',
  billId: 'bill_id',
  consent: 'consent',
  slipNo: 'slip_no',
  slipPart: 'slip_part',
  state: 'state',
  txId: 'tx_id',
  entryNo: 'entry_no',
  reverseTxId: 'reverse_tx_id',
  reverseReason: 'reverse_reason',
  byKind: 'by_kind',
  byId: 'by_id',
  byName: 'by_name',
  confirmedAt: 'confirmed_at',
  disputedAt: 'disputed_at',
  disputeNote: 'dispute_note',
  createdAt: 'created_at',
} as const satisfies Record<keyof SessionUse, string>;

/** The key that lets a slip number of a store be used once. */
export const USE_SLIP_KEY = 'uq_session_use_slip_part';

const NAMES = Object.keys(FIELDS) as (keyof SessionUse)[];
const isWords = (name: keyof SessionUse): boolean =>
  name === 'reverseReason' || name === 'disputeNote';
const columnOf = (name: keyof SessionUse): string =>
  isWords(name) ? wordsOf(`u.${FIELDS[name]}`) : `u.${FIELDS[name]}`;
const SELECT = `SELECT ${NAMES.map((name) => `${columnOf(name)} AS ${name}`).join(', ')} FROM session_use u`;

type Row = Omit<SessionUse, 'txId' | 'reverseTxId'> & Record<'txId' | 'reverseTxId', unknown>;

const optional = (value: unknown): number | null => (value === null ? null : toSafeInteger(value));

async function uses(
  reader: Reader,
  rest: string,
  params: readonly unknown[],
): Promise<SessionUse[]> {
  const rows = await reader.rows<Row>(`${SELECT} ${rest}`, params);
  return rows.map((row) => ({
    ...row,
    txId: optional(row.txId),
    reverseTxId: optional(row.reverseTxId),
  }));
}

export async function insertSessionUse(tx: Tx, use: SessionUse): Promise<void> {
  await tx.run(
    insertSql(
      'session_use',
      NAMES.map((name) => FIELDS[name]),
      1,
    ),
    NAMES.map((name) => use[name]),
  );
}

export async function sessionUseById(reader: Reader, id: string): Promise<SessionUse | undefined> {
  return (await uses(reader, 'WHERE u.id = ?', [id]))[0];
}

/** The uses that stand of a bill or of a visit, in the order of their ids. */
export function liveUsesOf(
  reader: Reader,
  of: { readonly billId: string } | { readonly appointmentId: string },
): Promise<SessionUse[]> {
  const [column, id] =
    'billId' in of ? ['bill_id', of.billId] : ['appointment_id', of.appointmentId];
  return uses(reader, `WHERE u.state = 'done' AND u.${column} = ? ORDER BY u.id`, [id]);
}

/**
 * From now on a bill answers for these uses.
 * @throws Refusal SESSION_NOT_AVAILABLE when one of them was undone or stands on another bill meanwhile
 */
export async function claimUses(tx: Tx, billId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { affectedRows } = await tx.run(
    `UPDATE session_use SET bill_id = ? WHERE id IN (${placeholders(ids)}) AND bill_id IS NULL AND state = 'done'`,
    [billId, ...ids],
  );
  if (affectedRows !== ids.length) refuse('SESSION_NOT_AVAILABLE');
}

/** Whether something of a package was used on a day and stands. */
export async function wasUsedOn(
  reader: Reader,
  packageId: string,
  day: LocalDate,
): Promise<boolean> {
  const sql = `SELECT 1 FROM session_use WHERE package_id = ? AND used_on = ? AND state = 'done' LIMIT 1`;
  return (await reader.row(sql, [packageId, day])) !== undefined;
}

/** Locks one use, which orders its confirmation, dispute and reversal. */
export async function lockSessionUse(tx: Tx, id: string): Promise<SessionUse | undefined> {
  return (await uses(tx, 'WHERE u.id = ? FOR UPDATE', [id]))[0];
}

/** Uses of some packages, latest first. */
export function usesOfPackages(
  reader: Reader,
  packageIds: readonly string[],
  limit: number,
): Promise<SessionUse[]> {
  if (packageIds.length === 0) return Promise.resolve([]);
  const rest = `WHERE u.package_id IN (${placeholders(packageIds)}) ORDER BY u.created_at DESC, u.id DESC LIMIT ?`;
  return uses(reader, rest, [...packageIds, limit]);
}

/** A client's uses that wait for her word, latest first. */
export function waitingUses(
  reader: Reader,
  customerId: string,
  limit: number,
): Promise<SessionUse[]> {
  const rest = `WHERE u.customer_id = ? AND u.state = 'done' AND u.consent = 'pending' AND u.disputed_at IS NULL
    ORDER BY u.created_at DESC, u.id DESC LIMIT ?`;
  return uses(reader, rest, [customerId, limit]);
}

/** A client's uses of cards by time in a stretch of time: they have no entry, since the card is worth its days. */
export function usesWithoutEntry(
  reader: Reader,
  customerId: string,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<SessionUse[]> {
  const rest = `WHERE u.customer_id = ? AND u.tx_id IS NULL AND u.created_at >= ? AND u.created_at < ?
    ORDER BY u.created_at DESC, u.id DESC`;
  return uses(reader, rest, [customerId, from, to]);
}

export async function confirmSessionUse(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.run(`UPDATE session_use SET consent = 'tap', confirmed_at = ? WHERE id = ?`, [at, id]);
}

/** The client says that it was not hers, or not like this. */
export async function disputeSessionUse(
  tx: Tx,
  { id, customerId }: Pick<SessionUse, 'id' | 'customerId'>,
  note: string | null,
  at: Date,
): Promise<void> {
  await tx.run('UPDATE session_use SET disputed_at = ?, dispute_note_cipher = ? WHERE id = ?', [
    ...[at, sealedFor(customerId, note), id],
  ]);
}

/** Undone: its place of the day is free again. */
export async function reverseSessionUse(
  tx: Tx,
  { id, customerId }: Pick<SessionUse, 'id' | 'customerId'>,
  reverseTxId: number | null,
  reason: string,
): Promise<void> {
  await tx.run(
    `UPDATE session_use SET state = 'reversed', day_no = NULL, reverse_tx_id = ?, reverse_reason_cipher = ? WHERE id = ?`,
    [reverseTxId, sealedFor(customerId, reason), id],
  );
}

/** What was used of each item and not undone: sessions, their worth and their price before discount. */
export async function usedOfItems(
  reader: Reader,
  itemIds: readonly string[],
): Promise<
  Map<string, { readonly sessions: number; readonly valueFen: number; readonly listFen: number }>
> {
  if (itemIds.length === 0) return new Map();
  const rows = await reader.rows<Record<'itemId' | 'sessions' | 'valueFen' | 'listFen', unknown>>(
    `SELECT item_id AS itemId, COUNT(*) AS sessions, SUM(value_fen) AS valueFen,
       SUM(list_price_fen) AS listFen
     FROM session_use WHERE state = 'done' AND item_id IN (${placeholders(itemIds)}) GROUP BY item_id`,
    itemIds,
  );
  return new Map(
    rows.map((row) => [
      String(row.itemId),
      {
        sessions: toSafeInteger(row.sessions),
        valueFen: toSafeInteger(row.valueFen),
        listFen: toSafeInteger(row.listFen),
      },
    ]),
  );
}
