import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../../events/index.js';
import { Clock } from '../clock/index.js';
import { UnitOfWork, type Tx } from '../database/index.js';

/** Writes events beside what they tell of: either both are kept or neither. */
@Injectable()
export class Outbox {
  #written = false;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly clock: Clock,
    unitOfWork: UnitOfWork,
  ) {
    unitOfWork.onCommit(() => this.#announce());
  }

  /** One insert. Subscribers hear of it after the commit, each exactly one job per event. */
  async add(tx: Tx, event: DomainEvent): Promise<void> {
    await tx.run(
      `INSERT INTO outbox_event (topic, store_id, subject_id, payload, created_at)
       VALUES (?, ?, ?, ?, ?)`,
      [
        event.topic,
        event.storeId ?? null,
        event.subjectId,
        JSON.stringify(event.payload),
        this.clock.now(),
      ],
    );
    this.#written = true;
  }

  /**
   * Calls `listener` soon after events of this process were committed. A hint that saves waiting for the next poll:
   * it may come too early or not at all, so whoever listens polls as well. Returns the way to stop listening.
   */
  onWritten(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #announce(): void {
    if (!this.#written) return;
    this.#written = false;
    for (const listener of this.#listeners) listener();
  }
}
