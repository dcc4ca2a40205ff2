import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import type { StaffPrincipal } from '../auth/index.js';
import { Clock } from '../clock/index.js';
import { Database, type Tx } from '../database/index.js';
import { refuse } from '../errors/index.js';

export const JOB_STATES = ['ready', 'done', 'dead'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** A job as the console shows it; its payload stays inside. */
export interface JobRow {
  readonly id: string;
  readonly queue: string;
  readonly state: JobState;
  readonly attempts: number;
  readonly maxAttempts: number;
  readonly lastError: string | null;
  readonly runAt: Date;
  readonly createdAt: Date;
}

export interface JobPage {
  readonly items: readonly JobRow[];
  readonly nextCursor?: string;
}

const PAGE = 50;

/** What an operator may see of the jobs, and the second chance for one that was put aside. */
@Injectable()
export class JobQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  /** Newest first, 50 a page; `cursor` is the last id of the page before. */
  async list(state: JobState, cursor?: string): Promise<JobPage> {
    const older = cursor === undefined ? '' : 'AND id < ?';
    const rows = await this.database.rows<JobRow>(
      `SELECT id, queue, state, attempts, max_attempts AS maxAttempts, last_error AS lastError,
              run_at AS runAt, created_at AS createdAt
       FROM job WHERE state = ? ${older} ORDER BY id DESC LIMIT ${PAGE + 1}`,
      cursor === undefined ? [state] : [state, cursor],
    );
    const items = rows.slice(0, PAGE);
    return { items, nextCursor: rows.length > PAGE ? items.at(-1)?.id : undefined };
  }

  /** How many jobs stand in each state. */
  async counts(): Promise<Record<JobState, number>> {
    const rows = await this.database.rows<{ state: JobState; n: number | string }>(
      'SELECT state, COUNT(*) AS n FROM job GROUP BY state',
    );
    const counts: Record<JobState, number> = { ready: 0, done: 0, dead: 0 };
    for (const row of rows) counts[row.state] = Number(row.n);
    return counts;
  }

  /**
   * Gives a dead job all its attempts again, from now.
   * @throws Refusal JOB_NOT_FOUND, JOB_NOT_DEAD
   */
  async retry(tx: Tx, by: StaffPrincipal, id: string): Promise<void> {
    const { affectedRows } = await tx.run(
      `UPDATE job SET state = 'ready', attempts = 0, run_at = ?, finished_at = NULL
       WHERE id = ? AND state = 'dead'`,
      [this.clock.now(), id],
    );
    if (affectedRows === 0) {
      const known = await tx.row('SELECT id FROM job WHERE id = ?', [id]);
      refuse(known ? 'JOB_NOT_DEAD' : 'JOB_NOT_FOUND');
    }
    await this.audit.record(tx, { actor: by, action: 'job.retried', subject: { kind: 'job', id } });
  }
}
