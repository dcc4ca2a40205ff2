import type { StoredEvent } from '../../events/index.js';
import type { Tx } from '../database/index.js';

/** What a handler knows of the run it is in. */
export interface JobContext {
  readonly jobId: string;
  /** 1 on the first try. */
  readonly attempt: number;
  /** Aborted when the lease was lost or the process may wait no longer: stop, another run will follow. */
  readonly signal: AbortSignal;
  /**
   * Marks the job done inside the handler's own transaction, so that its effect happens exactly once even when
   * the process dies right after the commit.
   * @throws LeaseLost another worker has taken the job; the transaction must roll back
   */
  completeIn(tx: Tx): Promise<void>;
}

/** Does the work of one queue. Runs at least once per job: either idempotent or ended by `completeIn`. */
export interface JobHandler<Payload = unknown> {
  readonly queue: string;
  /** Attempts before the job is put aside as dead; 8 unless told. */
  readonly maxAttempts?: number;
  run(payload: Payload, context: JobContext): Promise<void>;
}

/** Hears of events, each at least once and by one job of its own, in no promised order. */
export interface EventSubscriber {
  /** Names the jobs; changing it later makes a new subscriber. */
  readonly name: string;
  readonly topics: readonly string[];
  readonly maxAttempts?: number;
  handle(event: StoredEvent, context: JobContext): Promise<void>;
}

/** A job put aside to run. */
export interface NewJob {
  readonly queue: string;
  readonly payload: object;
  /** Business time; now unless told. */
  readonly runAt?: Date;
  /** A second job with the same key is not stored, whatever became of the first. At most 160 ASCII characters. */
  readonly dedupeKey?: string;
}

/** Work found in the data by looking for what is due; harmless when run twice or late. */
export interface Sweep {
  readonly name: string;
  /** The shortest time between two starts, over all processes, in milliseconds. */
  readonly everyMs: number;
  run(signal: AbortSignal): Promise<void>;
}

export const DEFAULT_MAX_ATTEMPTS = 8;

/** This worker's lease ran out and the job may be running elsewhere. */
export class LeaseLost extends Error {
  constructor(jobId: string) {
    super(`job ${jobId} belongs to another worker now`);
    this.name = 'LeaseLost';
  }
}
