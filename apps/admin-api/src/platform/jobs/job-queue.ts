import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { insertSql, UnitOfWork, type Tx } from '../database/index.js';
import { newId } from '../ids/index.js';
import type { NewJob } from './job-types.js';
import { JobRegistry } from './registry.js';

const COLUMNS = [
  'id',
  'queue',
  'payload',
  'state',
  'run_at',
  'max_attempts',
  'dedupe_key',
  'created_at',
] as const;

/** Puts work aside, in the transaction that makes it necessary. */
@Injectable()
export class JobQueue {
  #added = false;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly clock: Clock,
    private readonly registry: JobRegistry,
    unitOfWork: UnitOfWork,
  ) {
    unitOfWork.onCommit(() => this.#announce());
  }

  /**
   * Stores the job; one whose dedupe key exists already is left out silently.
   * @throws Error when no handler is registered for the queue
   */
  add(tx: Tx, job: NewJob): Promise<void> {
    return this.addAll(tx, [job]);
  }

  /** As `add`, in one insert. */
  async addAll(tx: Tx, jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length === 0) return;
    const now = this.clock.now();
    const values = jobs.flatMap((job) => [
      newId(),
      job.queue,
      JSON.stringify(job.payload),
      'ready',
      job.runAt ?? now,
      this.registry.maxAttemptsOf(job.queue),
      job.dedupeKey ?? null,
      now,
    ]);
    // Changing nothing on a duplicate key, unlike INSERT IGNORE, still lets every other error through.
    await tx.run(
      `${insertSql('job', COLUMNS, jobs.length)} ON DUPLICATE KEY UPDATE dedupe_key = dedupe_key`,
      values,
    );
    this.#added = true;
  }

  /** Calls `listener` soon after jobs of this process were committed; a hint, as with the outbox. */
  onAdded(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #announce(): void {
    if (!this.#added) return;
    this.#added = false;
    for (const listener of this.#listeners) listener();
  }
}
