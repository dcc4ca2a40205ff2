import type { StoredEvent } from '../../events/index.js';
import { fromJsonColumn, toSafeInteger } from '../database/index.js';

/** A row of outbox_event as the driver gives it; MySQL parses JSON columns, MariaDB gives their text. */
export interface OutboxRow {
  readonly id: number | string;
  readonly topic: string;
  readonly store_id: string | null;
  readonly subject_id: string;
  readonly payload: unknown;
  readonly created_at: Date;
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
