import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { UnitOfWork } from '../database/index.js';
import { Sweeps } from './registry.js';

const HOUR_MS = 3_600_000;
const KEPT_MS = 7 * 24 * HOUR_MS;
/** Rows per statement, so that no prune holds many locks at once. */
const BATCH = 1_000;

/** What is old and of no further use. Dead jobs stay until somebody decides; the audit trail stays for good. */
const STATEMENTS = [
  `DELETE FROM job WHERE state = 'done' AND finished_at < ? ORDER BY finished_at LIMIT ${BATCH}`,
  `DELETE FROM outbox_event WHERE dispatched_at < ? ORDER BY dispatched_at LIMIT ${BATCH}`,
  `DELETE FROM idempotency_key WHERE created_at < ? ORDER BY created_at LIMIT ${BATCH}`,
  `DELETE FROM rate_limit WHERE window_ends_at < ? ORDER BY window_ends_at LIMIT ${BATCH}`,
];

/** Keeps the platform's tables small: a week of done jobs, events, idempotency keys and counters. */
@Injectable()
export class PlatformPrune implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweeps.register({
      name: 'platform.prune',
      everyMs: HOUR_MS,
      run: (signal) => this.run(signal),
    });
  }

  async run(signal: AbortSignal): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    for (const statement of STATEMENTS) {
      let removed = BATCH;
      while (removed === BATCH && !signal.aborted) {
        removed = await this.unitOfWork.run(
          async (tx) => (await tx.run(statement, [before])).affectedRows,
        );
      }
    }
  }
}
