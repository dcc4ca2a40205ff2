import { insertSql, type Reader, type Tx } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import type { TurnEvent, TurnEventKind } from '../rules/queue.js';

/** A day of a store. */
export interface TurnDay {
  readonly storeId: string;
  /** By the store's calendar. */
  readonly localDate: string;
}

/** An event to write down. */
export interface NewTurnEvent {
  readonly staffId: string;
  readonly kind: TurnEventKind;
  /** The visit that was the turn; null for what is no turn. */
  readonly appointmentId: string | null;
  /** Who did it; null where it came with a visit. */
  readonly byStaffId: string | null;
  readonly at: Date;
}

const COLUMNS = [
  ...['id', 'store_id', 'local_date', 'staff_id', 'kind'],
  ...['appointment_id', 'by_staff_id', 'at'],
];

/** What happened in the queue of a day, oldest first. */
export function turnEvents(reader: Reader, { storeId, localDate }: TurnDay): Promise<TurnEvent[]> {
  const sql = `SELECT staff_id AS staffId, kind, at FROM turn_event
               WHERE store_id = ? AND local_date = ? ORDER BY at, id`;
  return reader.rows<TurnEvent & object>(sql, [storeId, localDate]);
}

/** Writes events down; a visit is one turn of a person (`uq_turn_event_visit`). */
export async function addTurnEvents(
  tx: Tx,
  { storeId, localDate }: TurnDay,
  events: readonly NewTurnEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const values = events.flatMap(({ staffId, kind, appointmentId, byStaffId, at }) => [
    ...[newId(), storeId, localDate, staffId, kind],
    ...[appointmentId, byStaffId, at],
  ]);
  await tx.run(insertSql('turn_event', COLUMNS, events.length), values);
}
