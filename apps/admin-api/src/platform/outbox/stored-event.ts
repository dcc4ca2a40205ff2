import type { StoredEvent } from '../../events/index.js';
import { toSafeInteger } from '../database/index.js';

/** A row of outbox_event as the driver gives it; MySQL parses JSON columns, MariaDB gives their text. */
export interface OutboxRow {
  readonly id: number | string;
  readonly topic: string;
  readonly store_id: string | null;
  readonly subject_id: string;
  readonly payload: unknown;
  readonly created_at: Date;
}

/** A JSON column's value on either engine. */
export function fromJsonColumn(value: unknown): unknown {
  return typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
}

export function toStoredEvent(row: OutboxRow): StoredEvent {
  return {
    id: toSafeInteger(row.id),
    topic: row.topic,
    storeId: row.store_id ?? undefined,
    subjectId: row.subject_id,
    payload: fromJsonColumn(row.payload) as object,
    at: row.created_at,
  };
}
