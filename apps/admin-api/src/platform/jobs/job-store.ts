import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { Database, fromJsonColumn, placeholders, UnitOfWork, type Tx } from '../database/index.js';
import { backOffMs } from './back-off.js';
import { LeaseLost } from './job-types.js';
import { LEASE_SECONDS } from './lease.js';

/** A job this worker holds the lease of. */
export interface ClaimedJob {
  readonly id: string;
  readonly queue: string;
  readonly payload: unknown;
  /** Counts this run. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Names this very claim, so that a worker which lost a job cannot end it. */
  readonly owner: string;
}

interface ClaimedRow {
  id: string;
  queue: string;
  payload: unknown;
  attempts: number;
  max_attempts: number;
}

const LEASE_END = `DATE_ADD(UTC_TIMESTAMP(3), INTERVAL ${LEASE_SECONDS} SECOND)`;
const DUE = `state = 'ready' AND run_at <= ?
  AND (lease_until IS NULL OR lease_until < UTC_TIMESTAMP(3))`;
/** Due jobs looked at for each one that may be taken. */
const CANDIDATES = 8;
const LONGEST_ERROR = 500;

/** The job table's statements. Due times are business time; leases are the database's time, the same for all workers. */
@Injectable()
export class JobStore {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Takes up to `limit` due jobs of the given queues; `owner` must never have been used before. */
  async claim(owner: string, queues: readonly string[], limit: number): Promise<ClaimedJob[]> {
    if (queues.length === 0) return [];
    const now = this.clock.now();
    // A plain read finds the candidates: a locking search would wait for jobs that others are still adding, and an
    // idle worker locks nothing. It offers more than asked for, as other workers see the same ones.
    const due = await this.database.rows<{ id: string }>(
      `SELECT id FROM job WHERE ${DUE} AND queue IN (${placeholders(queues)})
       ORDER BY run_at LIMIT ${limit * CANDIDATES}`,
      [now, ...queues],
    );
    if (due.length === 0) return [];
    const ids = due.map((row) => row.id);
    const rows = await this.unitOfWork.run(async (tx) => {
      await tx.run(
        `UPDATE job FORCE INDEX (PRIMARY)
         SET lease_owner = ?, lease_until = ${LEASE_END}, attempts = attempts + 1
         WHERE id IN (${placeholders(ids)}) AND ${DUE} LIMIT ${limit}`,
        [owner, ...ids, now],
      );
      return tx.rows<ClaimedRow>(
        'SELECT id, queue, payload, attempts, max_attempts FROM job WHERE lease_owner = ?',
        [owner],
      );
    });
    return rows.map((row) => ({
      id: row.id,
      queue: row.queue,
      payload: fromJsonColumn(row.payload),
      attempt: row.attempts,
      maxAttempts: row.max_attempts,
      owner,
    }));
  }

  /** @returns false when the lease is somebody else's by now */
  renew(job: ClaimedJob): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const { affectedRows } = await tx.run(
        `UPDATE job SET lease_until = ${LEASE_END} WHERE id = ? AND lease_owner = ? AND state = 'ready'`,
        [job.id, job.owner],
      );
      return affectedRows > 0;
    });
  }

  /** @throws LeaseLost when the job is somebody else's by now */
  async complete(tx: Tx, job: ClaimedJob): Promise<void> {
    const { affectedRows } = await tx.run(
      `UPDATE job SET state = 'done', finished_at = ?, lease_owner = NULL, lease_until = NULL, last_error = NULL
       WHERE id = ? AND lease_owner = ? AND state = 'ready'`,
      [this.clock.now(), job.id, job.owner],
    );
    if (affectedRows === 0) throw new LeaseLost(job.id);
  }

  /** Puts the job back for a later attempt, or aside as dead after the last one. `why` holds no personal data. */
  fail(job: ClaimedJob, why: string): Promise<void> {
    const now = this.clock.now();
    const dead = job.attempt >= job.maxAttempts;
    const runAt = new Date(now.getTime() + backOffMs(job.attempt, Math.random()));
    return this.unitOfWork.run(async (tx) => {
      await tx.run(
        `UPDATE job SET state = ?, run_at = ?, finished_at = ?, last_error = ?, lease_owner = NULL, lease_until = NULL
         WHERE id = ? AND lease_owner = ? AND state = 'ready'`,
        [
          dead ? 'dead' : 'ready',
          dead ? now : runAt,
          dead ? now : null,
          why.slice(0, LONGEST_ERROR),
          job.id,
          job.owner,
        ],
      );
    });
  }
}
