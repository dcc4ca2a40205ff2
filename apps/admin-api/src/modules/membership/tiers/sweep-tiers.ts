import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, HOME_ZONE, localDate } from '../../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { Sweeps } from '../../../platform/jobs/index.js';
import { tiersToWeigh } from './data/customer-tiers.js';
import { EvaluateTier } from './evaluate-tier.js';

const HOUR_MS = 3_600_000;
const PER_ROUND = 200;

/** Keeps or lowers tiers whose time is over, a client at a time. */
@Injectable()
export class SweepTiers implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly evaluate: EvaluateTier,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweeps.register({
      ...{ name: 'tiers', everyMs: HOUR_MS },
      run: (signal) => this.run(signal),
    });
  }

  async run(signal?: AbortSignal): Promise<void> {
    const today = localDate(this.clock.now(), HOME_ZONE);
    const faults: unknown[] = [];
    // Each round asks again: whoever was weighed is not due any more, and one that cannot be is passed over once.
    for (let due = await this.#due(today); due.length > 0; due = await this.#due(today)) {
      for (const id of due) {
        if (signal?.aborted) return;
        await this.unitOfWork
          .run((tx) => this.evaluate.execute(tx, id, today))
          .catch((error: unknown) => faults.push(error));
      }
      if (faults.length > 0) throw new AggregateError(faults, 'some tiers could not be weighed');
      if (due.length < PER_ROUND) return;
    }
  }

  #due(today: string): Promise<string[]> {
    return tiersToWeigh(this.database, today, PER_ROUND);
  }
}
