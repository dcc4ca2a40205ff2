import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { SystemPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { Sweeps } from '../../platform/jobs/index.js';
import { AdvanceAppointment } from './advance-appointment.js';
import { unansweredBefore } from './data/appointment-repository.js';

const SYSTEM: SystemPrincipal = { kind: 'system', name: 'expire-unanswered' };
const PER_ROUND = 100;

/** Ends requests whose time has come without an answer, so that nobody waits for a visit that was never agreed. */
@Injectable()
export class ExpireUnanswered implements OnModuleInit {
  constructor(
    private readonly sweeps: Sweeps,
    private readonly advance: AdvanceAppointment,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sweeps.register({ name: 'expire-unanswered', everyMs: 60_000, run: () => this.run() });
  }

  async run(): Promise<void> {
    const due = await unansweredBefore(this.database, this.clock.now(), PER_ROUND);
    const faults: unknown[] = [];
    for (const id of due) {
      await this.unitOfWork
        .run((tx) => this.advance.step(tx, SYSTEM, id, 'expire'))
        .catch(wasFaster)
        // One visit that cannot be ended must not hold up those behind it.
        .catch((error: unknown) => faults.push(error));
    }
    if (faults.length > 0) throw new AggregateError(faults, 'some visits could not be ended');
  }
}

/** Somebody confirmed or cancelled it between the look and the lock: then there is nothing left to expire. */
function wasFaster(error: unknown): void {
  if (!(error instanceof Refusal && error.code === 'TRANSITION_REFUSED')) throw error;
}
