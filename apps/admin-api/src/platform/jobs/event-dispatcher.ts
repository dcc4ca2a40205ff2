import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { Database, placeholders, UnitOfWork, type Tx } from '../database/index.js';
import { toStoredEvent, type OutboxRow } from '../outbox/index.js';
import { JobQueue } from './job-queue.js';
import type { NewJob } from './job-types.js';
import { eventQueue, EventSubscriptions } from './registry.js';

const BATCH = 100;

/** Turns each event into one job per subscriber, however many processes look at once. */
@Injectable()
export class EventDispatcher {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly subscriptions: EventSubscriptions,
    private readonly clock: Clock,
  ) {}

  /** Dispatches what is waiting, at most 100 events. Returns how many it found: a full batch means look again. */
  async dispatch(): Promise<number> {
    // A plain read first: a locking read would wait for events that other transactions are still writing. Ids become
    // visible out of order, so the mark decides and not the highest id seen.
    const waiting = await this.database.rows<{ id: number }>(
      `SELECT id FROM outbox_event WHERE dispatched_at IS NULL ORDER BY id LIMIT ${BATCH}`,
    );
    if (waiting.length === 0) return 0;
    const ids = waiting.map((row) => row.id);
    await this.unitOfWork.run((tx) => this.#dispatch(tx, ids));
    return ids.length;
  }

  async #dispatch(tx: Tx, ids: readonly number[]): Promise<void> {
    // The row locks keep two dispatchers of one server apart; between two writers of a cluster the unique dedupe key
    // does, and the loser is rolled back. By another index the search could wait for an event still being written.
    const rows = await tx.rows<OutboxRow>(
      `SELECT id, topic, store_id, subject_id, payload, created_at
       FROM outbox_event FORCE INDEX (PRIMARY)
       WHERE id IN (${placeholders(ids)}) AND dispatched_at IS NULL ORDER BY id FOR UPDATE`,
      ids,
    );
    if (rows.length === 0) return;
    await this.jobs.addAll(
      tx,
      rows.flatMap((row) => this.#jobsFor(row)),
    );
    const mine = rows.map((row) => row.id);
    await tx.run(`UPDATE outbox_event SET dispatched_at = ? WHERE id IN (${placeholders(mine)})`, [
      this.clock.now(),
      ...mine,
    ]);
  }

  #jobsFor(row: OutboxRow): NewJob[] {
    const event = toStoredEvent(row);
    return this.subscriptions.subscribersTo(event.topic).map((subscriber) => ({
      queue: eventQueue(subscriber.name),
      payload: { event: { ...event, at: event.at.toISOString() } },
      dedupeKey: `event:${event.id}:${subscriber.name}`,
    }));
  }
}
