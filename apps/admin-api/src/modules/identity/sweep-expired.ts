import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Sweeps, type Sweep } from '../../platform/jobs/index.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Rows taken at once, so that no lock is held long. */
const BATCH = 500;

/** Removes sessions that have ended and counters that no longer count. Nothing depends on it: all are dated. */
@Injectable()
export class SweepExpired implements Sweep, OnModuleInit {
  readonly name = 'identity.expired';
  readonly everyMs = HOUR;

  constructor(
    private readonly sweeps: Sweeps,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweeps.register(this);
  }

  async run(signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const dayAgo = new Date(now.getTime() - DAY);
    await this.#drain('DELETE FROM client_session WHERE expires_at <= ? LIMIT ?', now, signal);
    await this.#drain('DELETE FROM staff_session WHERE expires_at <= ? LIMIT ?', now, signal);
    await this.#drain('DELETE FROM sms_code WHERE window_started_at <= ? LIMIT ?', dayAgo, signal);
    await this.#drain(
      'DELETE FROM login_throttle WHERE last_attempt_at <= ? LIMIT ?',
      dayAgo,
      signal,
    );
  }

  async #drain(sql: string, before: Date, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const { affectedRows } = await this.unitOfWork.run((tx) => tx.run(sql, [before, BATCH]));
      if (affectedRows < BATCH) return;
    }
  }
}
